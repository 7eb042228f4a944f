"""Every decision that names its day is kept under it; an answer to Today that does not, when it came."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

ANSWERS = "kind IN ('done', 'later', 'drop')"
SQLITE = (
    "UPDATE renmai_decision SET counts_on = json_extract(payload, '$.on')",
    f"UPDATE renmai_decision SET counts_on = date(decided_at) WHERE counts_on IS NULL AND {ANSWERS}",
)
POSTGRESQL = (
    "UPDATE renmai_decision SET counts_on = CAST(payload ->> 'on' AS date)",
    "UPDATE renmai_decision SET counts_on = CAST(decided_at AT TIME ZONE 'UTC' AS date) "
    f"WHERE counts_on IS NULL AND {ANSWERS}",
)


def fill(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the day from what was said."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0016_day_of_decisions"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
