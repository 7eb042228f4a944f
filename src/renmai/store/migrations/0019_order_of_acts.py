"""Imports know their turn, whatever the clock said."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0018_model_snapshots"),
    ]

    operations = [
        migrations.AddField("import", "turn", models.BigIntegerField(default=0)),
        migrations.AddField("import", "after_decision", models.BigIntegerField(default=0)),
    ]
