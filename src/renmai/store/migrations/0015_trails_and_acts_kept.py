"""Beside the ties are kept the days of contact, the ways it went, and acts as columns of numbers."""

import django.db.models.deletion
from django.db import migrations, models

ROW_ID = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))
OWNER = (
    "owner",
    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0014_looks_in_work"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActBlock",
            fields=[
                ROW_ID,
                ("first_id", models.BigIntegerField()),
                ("last_id", models.BigIntegerField()),
                ("acts", models.IntegerField()),
                ("of_acts", models.BinaryField()),
                ("of_parts", models.BinaryField()),
                OWNER,
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("owner", "first_id"), name="act_block_once")],
            },
        ),
        migrations.CreateModel(
            name="Trail",
            fields=[
                ROW_ID,
                ("person_id", models.BigIntegerField()),
                ("days", models.TextField()),
                ("routes", models.TextField()),
                OWNER,
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("owner", "person_id"), name="trail_once")],
            },
        ),
        migrations.RunSQL("UPDATE renmai_owner SET ties_as_of_epoch_s = NULL", migrations.RunSQL.noop),
    ]
