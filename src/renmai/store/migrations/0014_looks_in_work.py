"""A look at ties leaves its number on the marks it takes, so that one that breaks off loses none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0013_parts_in_time_held"),
    ]

    operations = [
        migrations.AddField("owner", "looks", models.BigIntegerField(default=0)),
        migrations.AddField("person", "tie_look", models.BigIntegerField(null=True)),
    ]
