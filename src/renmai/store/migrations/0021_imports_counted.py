"""How often an import was begun is counted, so that one which ends its process is not begun for ever."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0020_order_of_acts_filled"),
    ]

    operations = [
        migrations.AddField("import", "starts", models.IntegerField(default=0)),
    ]
