"""The book's health: is the file whole, are its tables up to date, does the search index cover everybody."""

from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from renmai.store.book.bulk import is_sqlite
from renmai.store.book.private_files import is_open_to_others
from renmai.store.book.this_book import MIGRATIONS, is_damage, migrations_done

FIRST_OWNER = 1


def faults_of_file(at_most: int = 5) -> list[str]:
    """Return what SQLite finds wrong in its own file; PostgreSQL checks its own."""
    if not is_sqlite():
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA integrity_check({at_most})")
        found = [str(row[0]) for row in cursor.fetchall() if row[0] != "ok"]
        cursor.execute("PRAGMA foreign_key_check")
        broken = cursor.fetchmany(at_most)
    return [*found, *(f"{row[0]} row {row[1]} points at nothing in {row[2]}" for row in broken)]


def is_damaged() -> bool:
    """Tell whether SQLite finds its file damaged; a copy of it says nothing of its indexes."""
    try:
        return is_sqlite() and bool(faults_of_file(at_most=1))
    except DatabaseError as wrong:
        if is_damage(wrong):
            return True
        raise


def owner_in_what_can_be_read() -> int:
    """Return whose a damaged book is, by the first table that still says so, else whose a first book is."""
    for table, column in (("owner", "id"), ("decision", "owner_id"), ("inboxrecord", "owner_id")):
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute(f"SELECT {column} FROM renmai_{table} LIMIT 1")
            if row := cursor.fetchone():
                return int(row[0])
    return FIRST_OWNER


def open_to_others() -> list[Path]:
    """Return what of the book others on this machine may reach: its folder, and the files that are in use."""
    places = [settings.HOME, *settings.HOME.glob("*")]
    if is_sqlite():
        name = str(connection.settings_dict["NAME"])
        places += [Path(name + ending) for ending in ("", "-wal", "-shm")]
    return sorted({place for place in places if place.exists() and is_open_to_others(place)})


def missing_migrations() -> list[str]:
    """Return the changes of the tables that have not run."""
    return sorted(MIGRATIONS - migrations_done())


def unindexed_people() -> int:
    """Return how many people the search index does not know."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM renmai_person p WHERE NOT EXISTS "
            "(SELECT 1 FROM renmai_search s WHERE s.rowid = p.id)"
        )
        return int(cursor.fetchone()[0])


def engine_version() -> str:
    """Return the database's name and version."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if is_sqlite() else "SHOW server_version")
        return f"{'SQLite' if is_sqlite() else 'PostgreSQL'} {cursor.fetchone()[0]}"
