"""The tables of a new book, made at once as every migration would leave them one by one, in two seconds."""

from pathlib import Path

from django.db import connection

from renmai.store.book.bulk import is_sqlite

SCRIPT = Path(__file__).with_name("new_tables.sql")


def make_in_empty_file() -> None:
    """Make every table in a file that holds none, all or nothing; leave any other database as it is."""
    if is_sqlite() and not connection.introspection.table_names():
        connection.connection.executescript(SCRIPT.read_text("utf-8"))
