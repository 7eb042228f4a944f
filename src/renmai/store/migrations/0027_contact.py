"""What counts as contact is defined anew; kept ties and their backtests go, and are computed again."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def forget_ties(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Forget of which moment the kept ties are; the next look computes all of them."""
    owners = apps.get_model("renmai", "Owner").objects
    owners.update(ties_as_of_epoch_s=None, ties_snapshots="", ties_backtest="")


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0026_cards_say_what_they_rest_on"),
    ]

    operations = [
        migrations.RunPython(forget_ties, migrations.RunPython.noop),
    ]
