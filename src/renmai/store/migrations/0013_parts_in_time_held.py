"""No part stands without its moment and kind; an index in order of time takes the place of the old one.

On SQLite the table is written anew once, in order, with both taken from the interaction on the way, and each
index is built once. Django's own operations would write ten million rows and their indexes three times.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

BY_TIME = (
    "CREATE INDEX part_in_time ON renmai_participation (mention_id, at_epoch_s, interaction_id, role, kind)"
)
OF_WHOM = "CREATE INDEX participation_of ON renmai_participation (mention_id, interaction_id)"
SQLITE = (
    """
    CREATE TABLE renmai_participation_in_time (
        id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
        role varchar(12) NOT NULL,
        interaction_id bigint NOT NULL REFERENCES renmai_interaction (id) DEFERRABLE INITIALLY DEFERRED,
        mention_id bigint NOT NULL REFERENCES renmai_mention (id) DEFERRABLE INITIALLY DEFERRED,
        at_epoch_s bigint NOT NULL,
        kind varchar(20) NOT NULL
    )
    """,
    """
    INSERT INTO renmai_participation_in_time (id, role, interaction_id, mention_id, at_epoch_s, kind)
    SELECT p.id, p.role, p.interaction_id, p.mention_id, i.at_epoch_s, i.kind
    FROM renmai_participation p CROSS JOIN renmai_interaction i ON i.id = p.interaction_id ORDER BY p.id
    """,
    """
    INSERT OR REPLACE INTO sqlite_sequence (rowid, name, seq)
    SELECT new.rowid, new.name, old.seq FROM sqlite_sequence old, sqlite_sequence new
    WHERE old.name = 'renmai_participation' AND new.name = 'renmai_participation_in_time'
    """,
    "DROP TABLE renmai_participation",
    "ALTER TABLE renmai_participation_in_time RENAME TO renmai_participation",
    "CREATE INDEX renmai_participation_interaction_id_37c0f431 ON renmai_participation (interaction_id)",
    BY_TIME,
)
POSTGRESQL = (
    "ALTER TABLE renmai_participation ALTER at_epoch_s SET NOT NULL, ALTER kind SET NOT NULL",
    "DROP INDEX participation_of",
    BY_TIME,
)


def hold(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let no part stand without both."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def back(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the old index back; the columns go with the migration that brought them."""
    schema_editor.execute("DROP INDEX part_in_time")
    schema_editor.execute(OF_WHOM)


class Migration(migrations.Migration):
    dependencies = [
        ("renmai", "0012_parts_in_time_filled"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(hold, back)],
            state_operations=[
                migrations.RemoveIndex("participation", "participation_of"),
                migrations.AlterField("participation", "at_epoch_s", models.BigIntegerField()),
                migrations.AlterField("participation", "kind", models.CharField(max_length=20)),
                migrations.AddIndex(
                    "participation",
                    models.Index(
                        fields=["mention", "at_epoch_s", "interaction", "role", "kind"], name="part_in_time"
                    ),
                ),
            ],
        )
    ]
