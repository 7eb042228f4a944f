"""A note and an answer to Today are kept with the day they are about, so that those of late are found."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0015_trails_and_acts_kept"),
    ]

    operations = [
        migrations.AddField("decision", "counts_on", models.DateField(null=True)),
    ]
