"""The book itself: its folder, its tables, its one owner."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store import migrations
from renmai.store.book import new_tables
from renmai.store.book.alone import alone
from renmai.store.book.bulk import Cursor, writing
from renmai.store.models import (
    Acquaintance,
    ActBlock,
    Embedding,
    Import,
    KeptCard,
    LikelyPair,
    Match,
    OpenLetter,
    Owner,
    Person,
    ReplyHabit,
    Tie,
    Trail,
)

SEEN_BY = ("language", "time_zone", "region")
"""What every query needs to know of an owner, without what is kept of ties and network."""
POSTGRES_PORT = 5432
"""Where PostgreSQL listens if DATABASE_URL names no port."""
_STATE = (
    "language",
    "revision",
    "looks",
    "changes",
    "ties_as_of_epoch_s",
    "acquaintances_as_of_epoch_s",
    "acquaintances_change",
    "matches_of",
    "likely_of",
)
MIGRATIONS = frozenset(path.stem for path in Path(migrations.__file__).parent.glob("[0-9]*.py"))


class BookIsNewer(Refused):
    """A later version of the program has changed the tables in a way this one does not know."""


def is_begun() -> bool:
    """Tell whether there is a database to look into; a look at none would make an empty one."""
    name = Path(connection.settings_dict["NAME"])
    return connection.vendor != "sqlite" or (name.exists() and name.stat().st_size > 0)


def is_ready() -> bool:
    """Tell whether every migration of ours has run, with one small query.

    :raises BookIsNewer: if others have run as well; writing would spoil what they keep
    """
    done = migrations_done()
    if done - MIGRATIONS:
        raise BookIsNewer("book_newer", home=str(settings.HOME))
    return done >= MIGRATIONS


def migrations_done() -> frozenset[str]:
    """Return the changes of our tables that have run, whichever version brought them."""
    if not is_begun():
        return frozenset()
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return frozenset()
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'renmai'")
        return frozenset(row[0] for row in cursor.fetchall())


def is_fault(wrong: Exception) -> bool:
    """Tell whether the database itself cannot be read or written: damaged, read-only, full, not there."""
    return isinstance(wrong, OperationalError | InterfaceError) or type(wrong) is DatabaseError


def server() -> str:
    """Return the server that keeps the book as host:port, empty where a file of ours does."""
    if connection.vendor == "sqlite":
        return ""
    named = connection.settings_dict
    return f"{named['HOST'] or 'localhost'}:{named['PORT'] or POSTGRES_PORT}"


def free_bytes() -> int | None:
    """Return how much room the disk of the book's file has; None where a server keeps it."""
    return None if server() else shutil.disk_usage(settings.HOME).free


def is_damage(wrong: BaseException) -> bool:
    """Tell whether the file itself is damaged, or is no database; a full disk or a lock is not that."""
    is_ours = isinstance(wrong, DatabaseError | sqlite3.DatabaseError)
    return is_ours and any(
        word in str(wrong) for word in ("malformed", "not a database", "corrupt", "decode")
    )


def folder() -> Path:
    """Return the book's folder, where the owner's own files may lie beside it."""
    return settings.HOME


@contextmanager
def nobody_else() -> Iterator[None]:
    """Let only this process make the book or change its tables; others wait, and look again afterwards."""
    with alone(settings.HOME):
        yield


def make_ready() -> None:
    """Bring the tables up to date; call it inside `nobody_else`."""
    new_tables.make_in_empty_file()
    if is_ready():
        return
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def viewer_of_this_book() -> Viewer | None:
    """Return the one owner of a personal book, or None before there is a book."""
    people = Person.objects.filter(owner_id=OuterRef("pk"))
    ties = Tie.objects.filter(owner_id=OuterRef("pk"))
    awaits_look = ExpressionWrapper(
        Q(ties_as_of_epoch_s=None) & Exists(people) & ~Exists(ties), output_field=BooleanField()
    )
    owners = Owner.objects.only(*SEEN_BY).annotate(awaits_look=awaits_look)
    owner = owners.order_by("pk").first()
    return None if owner is None else replace(_viewer_of(owner), awaits_look=owner.awaits_look)


def forget_owners() -> None:
    """Remove the owner of a book that holds nothing, as another one's is about to be filled in."""
    Owner.objects.all().delete()


class KnownOwner(NamedTuple):
    """An owner by what they set: their name, how they read, where their telephone numbers are from."""

    name: str
    language: str
    time_zone: str
    region: str


def owner(owner_id: int) -> KnownOwner:
    """Return an owner with their settings."""
    return KnownOwner._make(Owner.objects.values_list(*KnownOwner._fields).get(pk=owner_id))


def viewer(owner_id: int) -> Viewer:
    """Return an owner as they are now."""
    return _viewer_of(Owner.objects.get(pk=owner_id))


def _viewer_of(owner: Owner) -> Viewer:
    """Return what every query needs to know of an owner."""
    return Viewer(owner_id=owner.pk, language=owner.language, time_zone=owner.time_zone, region=owner.region)


def state(owner_id: int) -> str | None:
    """Return a text that is another one after any change of the book or of what is kept of it.

    None while an import waits or runs, whose progress is written past all counts.
    """
    busy = Import.objects.filter(owner_id=OuterRef("pk"), state__in=("queued", "running", "stopping"))
    row = Owner.objects.filter(pk=owner_id).values_list(*_STATE, Exists(busy)).get()
    return None if row[-1] else repr(row)


def add_owner(*, language: str, time_zone: str, region: str, now: datetime) -> Viewer:
    """Make the owner of a new book."""
    return _viewer_of(
        Owner.objects.create(language=language, time_zone=time_zone, region=region, created_at=now)
    )


def change_owner(owner_id: int, **changed: str) -> None:
    """Record other settings of the owner; their ties are looked at anew, as days may start elsewhere."""
    with writing(owner_id):
        Owner.objects.filter(pk=owner_id).update(**changed, ties_as_of_epoch_s=None, looks=F("looks") + 1)


def forget_ties(owner_id: int) -> None:
    """Have all ties, and what is made of them, computed anew by the next query."""
    with writing(owner_id):
        Embedding.objects.filter(owner_id=owner_id).delete()
        Owner.objects.filter(pk=owner_id).update(
            ties_as_of_epoch_s=None,
            looks=F("looks") + 1,
            acquaintances_change=None,
            network="",
            matches_of="",
            likely_of="",
        )


def files_sent(upload: str) -> list[Path]:
    """Return what was uploaded, file by file: the folder that several lie in has a name nobody chose."""
    path = Path(upload)
    is_folder_of_ours = path.parent == settings.HOME / "uploads" and path.is_dir()
    return sorted(path.iterdir()) if is_folder_of_ours else [path]


def drop_caches(cursor: Cursor, owner_id: int) -> None:
    """Throw away what can be computed of people and their acts, but not those themselves."""
    for model in (
        ActBlock,
        Acquaintance,
        Embedding,
        KeptCard,
        LikelyPair,
        Match,
        OpenLetter,
        ReplyHabit,
        Tie,
        Trail,
    ):
        cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE owner_id = %s", [owner_id])


def discard_upload(upload: str) -> None:
    """Remove an uploaded file once it is in the inbox, or is not wanted; nothing outside our folder."""
    uploads = (settings.HOME / "uploads").resolve()
    path = Path(upload).resolve()
    if upload and uploads in path.parents:
        shutil.rmtree(uploads / path.relative_to(uploads).parts[0], ignore_errors=True)


def empty_the_journal() -> None:
    """Let nothing that was removed linger in SQLite's write-ahead file."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
