"""The search index over our own pre-split words: FTS5 on SQLite, a tsvector on PostgreSQL."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE renmai_search USING fts5("
        "whole, name, rest, tokenize = \"unicode61 remove_diacritics 0\", prefix = '1 2 3')"
    ],
    "postgresql": [
        "CREATE TABLE renmai_search (rowid bigint PRIMARY KEY, document tsvector NOT NULL)",
        "CREATE INDEX search_words ON renmai_search USING gin (document) WITH (fastupdate = off)",
    ],
}


def create(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index in the engine's own kind."""
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the index away; it can be filled again from people."""
    schema_editor.execute("DROP TABLE renmai_search")


class Migration(migrations.Migration):
    """Holds no truth of its own: `rebuild` fills it."""

    dependencies = [("renmai", "0001_book")]

    operations = [migrations.RunPython(create, drop)]
