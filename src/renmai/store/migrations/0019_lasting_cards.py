"""Some cards outlast notes, and everything the owner decided of one person is found by one look."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0018_model_snapshots"),
    ]

    operations = [
        migrations.AddField("keptcard", "is_lasting", models.BooleanField(default=False)),
        migrations.AddIndex("decision", models.Index(fields=["owner", "anchor"], name="decision_about")),
    ]
