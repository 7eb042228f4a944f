"""Books to be attacked: made in folders of their own, filled with invented traces, compared by content."""

import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from renmai.actions.book.open_book import open_book
from renmai.domain.book.owners import Viewer
from renmai.queries.book.viewers import viewer_of_this_book
from renmai.store.book import copies
from tests.faults.damage import calendar, card, event, mail, mbox
from tests.faults.killing import content_of

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ME = "me@example.org"
DATABASE = "renmai.sqlite3"
DECIDED = "SELECT kind, anchor, payload, undone_at IS NULL FROM renmai_decision"
PROGRAM = Path(sys.executable).with_name("renmai")


@contextmanager
def book_at(home: Path) -> Iterator[Path]:
    """Work on the book of another folder for a while; return its database's file."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    usual = settings.HOME
    settings.HOME = home
    try:
        with copies.opened(home / DATABASE):
            yield home / DATABASE
    finally:
        settings.HOME = usual


def new_book() -> Viewer:
    """Make a book with nothing in it in this folder; its tables are made once in a process."""
    (settings.HOME / DATABASE).write_bytes(_empty())
    return open_book(NOW, language="en")


@cache
def _empty() -> bytes:
    with TemporaryDirectory(dir=settings.HOME) as folder, book_at(Path(folder)) as database:
        open_book(NOW, language="en")
        copies.close()
        copies.close_journal(database)
        return database.read_bytes()


def owner() -> Viewer:
    """Return the owner of the book of this folder."""
    viewer = viewer_of_this_book()
    if viewer is None:
        raise LookupError("there is no book in this folder")
    return viewer


def traces(folder: Path, *, mails: int, cards: int = 40, events: int = 12) -> list[Path]:
    """Write a mailbox, an address book and a calendar that speak of the same people."""
    folder.mkdir(parents=True, exist_ok=True)
    letters = (
        mail(f"person{number % 60}").replace("Message-ID: <", f"Message-ID: <{number}.")
        for number in range(mails)
    )
    (folder / "inbox.mbox").write_bytes(mbox(*letters))
    (folder / "people.vcf").write_text("".join(_card(number) for number in range(cards)))
    rule = "RRULE:FREQ=WEEKLY;COUNT=12\r\n"
    (folder / "work.ics").write_bytes(calendar(*(event(f"event{number}", rule) for number in range(events))))
    return sorted(folder.iterdir())


def _card(number: int) -> str:
    name = f"Person {number}"
    return card(name).replace(f"{name.encode().hex()}@", f"person{number}@")


def held(database: Path) -> dict[str, object]:
    """Return what a book holds by content, decisions too, and whether its file is whole."""
    found = content_of(database)
    with sqlite3.connect(database) as book:
        found["decisions"] = sorted(map(repr, book.execute(DECIDED)))
    return found


def damage(found: dict[str, object]) -> str:
    """Return what is wrong with a book's file, nothing where it is whole."""
    if found["integrity"] != "ok":
        return f"damaged: {found['integrity']}"
    return f"rows that point at nothing: {found['orphans']}" if found["orphans"] else ""


def difference(found: dict[str, object], wanted: dict[str, object]) -> str:
    """Return in which tables two books differ, nothing where they are equal."""
    names = [name for name in wanted if found[name] != wanted[name]]
    return f"{', '.join(names)} differ" if names else ""


def fault_of(act: Callable[[], object]) -> str:
    """Do something; return the fault it ended in, nothing where it did not."""
    try:
        act()
    except Exception as wrong:  # noqa: BLE001 - any fault is a loss to be counted
        traceback.print_exc()
        return f"{type(wrong).__name__}: {wrong}"
    return ""
