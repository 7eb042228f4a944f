"""What tells whose a tie is, beside its other figures; the next look fills it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0003_quick_looks"),
    ]

    operations = [
        migrations.AddField(model_name="tie", name="basis", field=models.JSONField(default=list)),
        migrations.RunSQL(
            "UPDATE renmai_owner SET ties_as_of_epoch_s = NULL", reverse_sql=migrations.RunSQL.noop
        ),
    ]
