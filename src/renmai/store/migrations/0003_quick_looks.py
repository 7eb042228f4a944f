"""Indexes for what Today and every page ask first: who I am, how many people, ties in a state, new ties."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0002_search"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(condition=models.Q(("is_me", True)), fields=["owner"], name="person_me"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("is_me", False), ("is_person", True)),
                fields=["owner"],
                name="person_human",
            ),
        ),
        migrations.AddIndex(
            model_name="tie",
            index=models.Index(fields=["owner", "state", "tie_class", "-days_active"], name="tie_in_state"),
        ),
        migrations.AddIndex(
            model_name="tie",
            index=models.Index(fields=["owner", "first_at_epoch_s"], name="tie_began"),
        ),
    ]
