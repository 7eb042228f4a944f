"""Erasing: somebody stands in whatever a book keeps and makes; erased, no byte of theirs is left."""

import shutil
from pathlib import Path
from random import Random

from django.conf import settings

from renmai.actions.book.backup_book import backup_book
from renmai.actions.book.export_book import export_book
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.erase_person import erase_person
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.restore_book import restore_book
from renmai.actions.value.record_value import record_value
from renmai.store.book import copies, made_copies
from renmai.store.models import Person
from tests.faults.damage import mail, mbox
from torture.books import ME, NOW, book_at, damage, fault_of, held, owner
from torture.canaries import CANARY, card_of, found_in
from torture.killed_acts import filled, rebuild
from torture.outcome import Outcome, times

TURNS = 40


def attack(place: Path, chance: Random, share: float) -> Outcome:
    """Let a canary into a book by ways that chance draws, erase it, bring it back by others, and look."""
    outcome = Outcome()
    base = place / "base"
    with book_at(base):
        filled(base)
    for turn in range(times(TURNS, share, chance, least=1)):
        home = shutil.copytree(base, place / f"turn{turn}")
        with book_at(home) as database:
            before = [take_in, *chance.sample(MADE, chance.randint(1, len(MADE)))]
            after = chance.sample(AGAIN, chance.randint(1, len(AGAIN)))
            name = ", ".join(step.__name__ for step in (*before, erase, *after))
            wrong = next((wrong for step in (*before, erase) if (wrong := fault_of(step))), "") or left()
            for step in after:
                wrong = wrong or fault_of(step) or left()
            outcome.tried(name, wrong or damage(held(database)))
        shutil.rmtree(home)
    outcome.note = (
        "card, letter, notes, undone notes, backups, exports, a rebuild before; what came again after"
    )
    return outcome


def take_in() -> None:
    """Import a card and letters of the canary; the files lie outside the book."""
    folder = settings.HOME.parent / "sent"
    folder.mkdir(exist_ok=True)
    (folder / "canary.vcf").write_text(card_of(CANARY))
    letter = (
        mail("canary")
        .replace("canary@example.org", CANARY.mail)
        .replace("Subject: ", f"Subject: {CANARY.name} ")
    )
    (folder / "canary.mbox").write_bytes(mbox(letter))
    report = import_paths(owner(), sorted(folder.iterdir()), now=NOW, me=[ME])
    if report.state != "done":
        raise RuntimeError(f"the import is {report.state}")


def note() -> None:
    """Note something of the canary, and something that is undone again."""
    record_value(owner(), canary(), "need", CANARY.words, now=NOW, on=NOW.date())
    undone = record_value(owner(), canary(), "offer", f"more {CANARY.words}", now=NOW, on=NOW.date())
    undo_decision(owner(), undone, now=NOW)


def back_up() -> None:
    """Make a backup that knows the canary."""
    backup_book(now=NOW)


def export() -> None:
    """Make an export that knows the canary."""
    export_book(owner(), settings.HOME / "out", now=NOW)


def leave_upload() -> None:
    """Leave a file of the canary among the uploads."""
    folder = settings.HOME / "uploads" / "old"
    folder.mkdir(parents=True)
    (folder / "canary.vcf").write_text(card_of(CANARY))


def erase() -> None:
    """Erase the canary, of whom there must be something to be found."""
    if not left():
        raise RuntimeError("there was nothing to erase")
    erase_person(owner(), canary(), now=NOW)


def restore() -> None:
    """Make the newest backup the book, where there is one."""
    backup = next(iter(made_copies.backups_in(copies.folder())), None)
    if backup is not None:
        restore_book(backup, now=NOW)


def canary() -> int:
    """Return the canary's id."""
    return Person.objects.get(name=CANARY.name).pk


def left() -> str:
    """Return where bytes of the canary are left in the book's folder."""
    found = found_in(settings.HOME, CANARY)
    return f"left in {found}" if found else ""


MADE = (note, back_up, export, rebuild, leave_upload)
AGAIN = (take_in, restore, rebuild)
