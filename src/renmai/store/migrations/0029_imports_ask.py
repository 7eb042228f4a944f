"""What an import asks the owner (which handles are theirs, who is likely one person) is kept in its row."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0028_people_gone"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="asked",
            field=models.JSONField(default=dict),
        ),
    ]
