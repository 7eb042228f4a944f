"""Every part is given the moment and the kind of its interaction, in one statement.

SQLite would write each of ten million rows twice that way: there the next migration fills them while it
writes the table anew.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

FILL = """
    UPDATE renmai_participation SET at_epoch_s = i.at_epoch_s, kind = i.kind
    FROM renmai_interaction i WHERE i.id = interaction_id
"""


def fill(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take both from the interaction."""
    if schema_editor.connection.vendor != "sqlite":
        schema_editor.execute(FILL)


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0011_parts_in_time"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
