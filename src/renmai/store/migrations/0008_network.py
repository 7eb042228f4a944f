"""The network is kept as last computed, so that looking at an unchanged book computes nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0007_reply_habits"),
    ]

    operations = [
        migrations.AddField(
            model_name="owner",
            name="network",
            field=models.TextField(blank=True, default=""),
        ),
    ]
