"""Copies of a whole book in one SQLite file: taken beside its writers, looked through, put in its place."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from renmai.store.book.bulk import is_sqlite
from renmai.store.book.private_files import put_aside

FAULTS = (sqlite3.DatabaseError,)
"""What SQLite raises over a file that is damaged, full or no database."""
PATIENCE_S = 60.0
ROOM = 1.1
"""How much more room than the database itself takes a copy may want."""
COUNTED = (
    *("renmai_owner", "renmai_import", "renmai_inboxrecord", "renmai_decision"),
    *("renmai_interaction", "renmai_person"),
)


class NoCopy(Exception):
    """A file is no whole copy of a book; `fault` says what is wrong with it."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


def is_fault(wrong: Exception) -> bool:
    """Tell whether the database itself refused."""
    return isinstance(wrong, FAULTS)


def close() -> None:
    """Let go of the book's file, as another one takes its place."""
    connection.close()


def database_file() -> Path | None:
    """Return the file the book is in, None where a server keeps it."""
    return _file() if is_sqlite() else None


def folder() -> Path:
    """Return where copies go unless another folder is named."""
    return settings.HOME / "backups"


def has_room(place: Path) -> bool:
    """Tell whether a copy has room on the disk of a folder."""
    file = database_file()
    wanted = sum(path.stat().st_size for path in _files_of(file)) if file else 0
    return shutil.disk_usage(place).free > wanted * ROOM


def copy_into(target: Path) -> None:
    """Write the book as it is at one moment into an empty file, whoever writes meanwhile.

    Nobody waits for it: a reader of the journal is in no writer's way. Sessions stay behind, as whoever has
    the copy should not come in by them.
    """
    with closing(sqlite3.connect(_file(), timeout=PATIENCE_S, isolation_level=None)) as book:
        book.execute("VACUUM INTO ?", [str(target)])
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute("DELETE FROM django_session")


def look_through(path: Path) -> dict[str, int]:
    """Open a copy and return how many rows its tables hold.

    :raises NoCopy: if it is no database, is damaged, or holds no book
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            faults = [row[0] for row in copy.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
            faults += [
                f"{row[0]} row {row[1]} points at nothing" for row in copy.execute("PRAGMA foreign_key_check")
            ]
            held = {table: copy.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in COUNTED}
    except sqlite3.Error as wrong:
        raise NoCopy(str(wrong)) from wrong
    if faults:
        raise NoCopy("; ".join(faults[:3]))
    return held


def put_in_place(copy: Path) -> None:
    """Make a copy the book, in one transaction: whoever has the book open sees the old one or the new one."""
    with (
        closing(sqlite3.connect(copy)) as source,
        closing(sqlite3.connect(_file(), timeout=PATIENCE_S, isolation_level=None)) as book,
    ):
        source.backup(book)
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def put_in_place_of_a_damaged_one(copy: Path) -> None:
    """Make a copy the book where the old file cannot even be written over; `keep_damaged` must have run.

    The old journal goes first: it would be played into the new file.
    """
    file = _file()
    for path in _files_of(file)[1:]:
        path.unlink()
    copy.replace(file)


def keep_damaged(aside: Path) -> list[Path]:
    """Put the files of a damaged book aside as they are; return where they lie."""
    aside.mkdir(parents=True, mode=0o700)
    return [put_aside(path, aside / path.name) for path in _files_of(_file())]


def damaged_ones() -> list[Path]:
    """Return the folders in which files of a damaged book were put aside."""
    return sorted(path for path in folder().glob("damaged-*") if path.is_dir() and not path.is_symlink())


def close_journal(path: Path) -> None:
    """Make a copy one plain file again, without a journal beside it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def opened(path: Path) -> Iterator[None]:
    """Work on another file of a book for a while, with everything that works on this one."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def _file() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _files_of(file: Path) -> list[Path]:
    """Return the database's file and its journals, those that are there."""
    return [path for ending in ("", "-wal", "-shm") if (path := file.with_name(file.name + ending)).exists()]
