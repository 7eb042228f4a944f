"""Who is likely one human is kept, and with whose tie somebody's acts count until that is decided."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0024_imports_left_out"),
    ]

    operations = [
        migrations.CreateModel(
            name="LikelyPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("one_id", models.BigIntegerField()),
                ("other_id", models.BigIntegerField()),
                ("probability", models.FloatField()),
                ("because", models.TextField()),
                ("company", models.TextField()),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="likelypair",
            constraint=models.UniqueConstraint(
                fields=("owner", "one_id", "other_id"), name="likely_pair_once"
            ),
        ),
        migrations.AddField(
            model_name="owner",
            name="likely_of",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="person",
            name="counts_with_id",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("counts_with_id__isnull", False)),
                fields=["owner"],
                name="person_counted_with",
            ),
        ),
    ]
