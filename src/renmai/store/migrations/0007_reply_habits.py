"""How everybody answers what the owner sends, and by which other way somebody can be reached."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0006_acquaintances"),
    ]

    operations = [
        migrations.AddField(
            model_name="openletter",
            name="other_way",
            field=models.CharField(default="", max_length=32),
        ),
        migrations.CreateModel(
            name="ReplyHabit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                ("asked", models.IntegerField()),
                ("counts", models.TextField()),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="renmai.owner")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "person_id"), name="reply_habit_once")
                ],
            },
        ),
    ]
