"""Some cards outlast notes, and everything the owner decided of one person is found by one look.

A kept judgement of the ties has another form and is made anew.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0021_imports_counted"),
    ]

    operations = [
        migrations.RunSQL("UPDATE renmai_owner SET ties_backtest = ''", migrations.RunSQL.noop),
        migrations.AddField("keptcard", "is_lasting", models.BooleanField(default=False)),
        migrations.AddIndex("decision", models.Index(fields=["owner", "anchor"], name="decision_about")),
    ]
