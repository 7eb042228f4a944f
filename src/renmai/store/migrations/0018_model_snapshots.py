"""What ties were computed with is called model snapshots; kept backtests, of the old names, go."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def forget_backtests(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Forget how well the ties predicted; the next look judges them anew."""
    apps.get_model("renmai", "Owner").objects.exclude(ties_backtest="").update(ties_backtest="")


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0017_day_of_decisions_filled"),
    ]

    operations = [
        migrations.RenameField("owner", "ties_yardstick", "ties_snapshots"),
        migrations.RunPython(forget_backtests, migrations.RunPython.noop),
    ]
