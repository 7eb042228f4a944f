"""Imports say how many things were left out on purpose, and why."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0023_copies_and_erasures"),
    ]

    operations = [
        migrations.AddField("import", "left_out", models.JSONField(default=dict)),
    ]
