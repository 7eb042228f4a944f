"""Ties keep the owner's word beside what was computed, and who begins and answers; all are computed anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0004_basis"),
    ]

    operations = [
        migrations.AddField("tie", "turns", models.JSONField(null=True)),
        migrations.AddField("tie", "correction", models.JSONField(null=True)),
        migrations.AddField("owner", "ties_backtest", models.TextField(blank=True, default="")),
        migrations.RunSQL("UPDATE renmai_owner SET ties_as_of_epoch_s = NULL", migrations.RunSQL.noop),
    ]
