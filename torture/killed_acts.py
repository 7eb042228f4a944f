"""What is killed of acts on the book itself: how a book is made ready for each, and the act."""

import os
import sqlite3
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from renmai.actions.book.open_book import open_book
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.queue_import import queue_import
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.run_import_apart import run_import_apart
from renmai.actions.capture.run_queued_imports import run_queued_imports
from renmai.actions.capture.undo_import import undo_import
from renmai.actions.people.merge_people import merge_people
from renmai.actions.value.record_value import record_value
from renmai.store.models import Decision, Import, Person
from torture.books import DATABASE, ME, NOW, PROGRAM, new_book, owner, traces

MAILS = 300
NOTES = 60
EARLIER = "0009"
"""A version of the tables that an upgrade begins at."""
ACKNOWLEDGED = "acknowledged"
UPLOAD = "abc"


def sent() -> list[Path]:
    """Return the invented files of this book's folder."""
    return sorted((settings.HOME / "files").iterdir())


def begun(home: Path) -> None:
    """Make an empty book with files to read beside it."""
    new_book()
    traces(home / "files", mails=MAILS)


def filled(home: Path) -> None:
    """Make a book that has read its files."""
    begun(home)
    take_in()


def take_in() -> None:
    """Import the files."""
    report = import_paths(owner(), sent(), now=NOW, me=[ME])
    if report.state != "done":
        raise RuntimeError(f"the import is {report.state}")


def notes() -> list[str]:
    """Return the texts of the notes that stand."""
    with sqlite3.connect(settings.HOME / DATABASE) as book:
        query = "SELECT json_extract(payload, '$.text') FROM renmai_decision WHERE kind = 'value' ORDER BY id"
        return [text for (text,) in book.execute(query)]


def write_notes() -> None:
    """Write numbered notes, each acknowledged once it was answered; go on where one was killed."""
    viewer = owner()
    acknowledged = os.open(settings.HOME / ACKNOWLEDGED, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    for number in range(len(notes()), NOTES):
        record_value(viewer, None, "offer", f"thing {number}", now=NOW, on=NOW.date())
        os.write(acknowledged, b".")
    os.close(acknowledged)


def notes_lost() -> str:
    """Return what is wrong with the notes after a kill."""
    path, found = settings.HOME / ACKNOWLEDGED, notes()
    answered = path.stat().st_size if path.exists() else 0
    if found != [f"thing {number}" for number in range(len(found))]:
        return f"notes are {found}"
    return f"{answered} were answered, {len(found)} stand" if len(found) < answered else ""


def merge() -> None:
    """Say that two people are one, where that was not said yet."""
    one, other = (Person.objects.filter(name=f"Person {number}").first() for number in (3, 4))
    if one is not None and other is not None and not Decision.objects.filter(undone_at=None, kind="merge"):
        merge_people(owner(), one.pk, other.pk, now=NOW)


def take_back() -> None:
    """Undo the import."""
    undo_import(owner(), Import.objects.get().pk, now=NOW)


def rebuild() -> None:
    """Compute everything anew."""
    rebuild_book(owner(), now=NOW)


def of_an_earlier_version(home: Path) -> None:
    """Make a filled book whose tables are those of an earlier version."""
    filled(home)
    call_command("migrate", "renmai", EARLIER, verbosity=0, interactive=False)


def upgrade() -> None:
    """Open the book, which brings its tables up to date."""
    open_book(NOW, language="en")


def with_an_upload(home: Path) -> None:
    """Make a book to which a mailbox was sent that waits to be read."""
    begun(home)
    folder = home / "uploads" / UPLOAD
    folder.mkdir(parents=True)
    (home / "files" / "inbox.mbox").rename(folder / "inbox.mbox")
    queue_import(owner(), name="inbox.mbox", upload="inbox.mbox", now=NOW)


def work_off() -> None:
    """Do what the server's worker does, until nothing waits: it reads uploads in a process of its own."""
    upload = settings.HOME / "uploads" / UPLOAD / "inbox.mbox"
    Import.objects.filter(state__in=("queued", "running")).update(upload=str(upload), starts=0)
    os.environ["RENMAI_HOME"] = str(settings.HOME)

    def apart(viewer: object, import_id: int, *, now: object) -> None:
        run_import_apart(viewer, import_id, now=now, program=settings.IMPORTER)

    while Import.objects.filter(state__in=("queued", "running", "stopping")).exists():
        run_queued_imports(owner(), now=NOW, run=apart)
    if Import.objects.exclude(state="done").exists():
        raise RuntimeError("the upload was not read")


def run_command() -> None:
    """Become the program that imports the files."""
    variables = {**os.environ, "RENMAI_HOME": str(settings.HOME)}
    os.execve(PROGRAM, [str(PROGRAM), "import", *map(str, sent()), "--me", ME], variables)
