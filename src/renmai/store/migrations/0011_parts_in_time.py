"""Who took part is told with the moment and the kind, so that one person's acts are found by time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0010_kept_cards"),
    ]

    operations = [
        migrations.AddField("participation", "at_epoch_s", models.BigIntegerField(null=True)),
        migrations.AddField("participation", "kind", models.CharField(max_length=20, null=True)),
    ]
