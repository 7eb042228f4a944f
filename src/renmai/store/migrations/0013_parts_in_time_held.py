"""No part stands without its moment and kind; an index in order of time takes the place of the old one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0012_parts_in_time_filled"),
    ]

    operations = [
        migrations.RemoveIndex("participation", "participation_of"),
        migrations.AlterField("participation", "at_epoch_s", models.BigIntegerField()),
        migrations.AlterField("participation", "kind", models.CharField(max_length=20)),
        migrations.AddIndex(
            "participation",
            models.Index(
                fields=["mention", "at_epoch_s", "interaction", "role", "kind"], name="part_in_time"
            ),
        ),
    ]
