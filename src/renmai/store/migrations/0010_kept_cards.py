"""Cards are kept until something changes, so that a page need not make again what the last one made."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0009_matches"),
    ]

    operations = [
        migrations.AddField(
            model_name="owner",
            name="revision",
            field=models.BigIntegerField(default=0),
        ),
        migrations.CreateModel(
            name="KeptCard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40)),
                ("rests_on", models.TextField()),
                ("card", models.TextField()),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("owner", "name"), name="kept_card_once")],
            },
        ),
    ]
