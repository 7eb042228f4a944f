"""Every kept card says itself what it rests on, so that none need be thrown away by a change."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0025_likely_pairs"),
    ]

    operations = [
        migrations.RunSQL("DELETE FROM renmai_keptcard", migrations.RunSQL.noop),
        migrations.RemoveField("keptcard", "is_lasting"),
    ]
