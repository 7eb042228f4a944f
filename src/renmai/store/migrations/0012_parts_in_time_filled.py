"""Every part is given the moment and the kind of its interaction."""

from django.db import migrations

FILL = """
    UPDATE renmai_participation SET
        at_epoch_s = (SELECT i.at_epoch_s FROM renmai_interaction i WHERE i.id = interaction_id),
        kind = (SELECT i.kind FROM renmai_interaction i WHERE i.id = interaction_id)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0011_parts_in_time"),
    ]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
