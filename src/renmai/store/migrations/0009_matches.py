"""Matches are kept as last compared, so that a look at one person reads a few rows by index."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0008_network"),
    ]

    operations = [
        migrations.AddField(
            model_name="owner",
            name="matches_of",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                condition=models.Q(undone_at__isnull=False), fields=["owner"], name="decision_undone"
            ),
        ),
        migrations.CreateModel(
            name="Match",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("need_id", models.BigIntegerField()),
                ("offer_id", models.BigIntegerField()),
                ("fit", models.FloatField()),
                ("because", models.TextField()),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["owner", "offer_id"], name="match_of_offer"),
                    models.Index(fields=["owner", "-fit"], name="match_best"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "need_id", "offer_id"), name="match_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Embedding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=32)),
                ("vector", models.BinaryField()),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="renmai.owner"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("owner", "digest"), name="embedding_once")],
            },
        ),
    ]
