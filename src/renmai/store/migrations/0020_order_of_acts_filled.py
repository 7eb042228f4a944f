"""What was imported before takes its turn by its row, after the decisions that stood by its clock."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

FILL = (
    "UPDATE renmai_import SET turn = id, after_decision = COALESCE((SELECT MAX(d.id) FROM renmai_decision d "
    "WHERE d.owner_id = renmai_import.owner_id AND d.decided_at <= renmai_import.created_at), 0)"
)


def fill(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the order from the rows, and between the two tables from the clock, as there was nothing else."""
    schema_editor.execute(FILL)


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0019_order_of_acts"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
