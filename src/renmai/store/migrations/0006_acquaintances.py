"""Who knows whom is kept beside the ties, with the count of changes that says whether it still holds."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0005_ties_corrected_and_explained"),
    ]

    operations = [
        migrations.AddField(
            model_name="owner",
            name="acquaintances_as_of_epoch_s",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="owner",
            name="acquaintances_change",
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name="owner",
            name="changes",
            field=models.IntegerField(default=0),
        ),
        migrations.CreateModel(
            name="Acquaintance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("a_id", models.BigIntegerField()),
                ("b_id", models.BigIntegerField()),
                ("probability", models.FloatField()),
                (
                    "owner",
                    models.ForeignKey(db_index=False, on_delete=models.CASCADE, to="renmai.owner"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "a_id", "b_id"), name="acquaintance_once")
                ],
            },
        ),
    ]
