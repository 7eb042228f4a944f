"""Who is archived or deceased is kept beside each person, so that every list can leave them out."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0027_contact"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="gone",
            field=models.CharField(blank=True, default="", max_length=20),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("gone", ""), _negated=True), fields=["owner"], name="person_gone"
            ),
        ),
    ]
