"""Backups: taken at random moments under writes, each whole; each restored, and equal."""

import shutil
from pathlib import Path
from random import Random
from time import sleep

from renmai.actions.book.backup_book import backup_book
from renmai.actions.capture.restore_book import restore_book
from renmai.actions.value.record_value import record_value
from renmai.store.book import encryption
from torture.books import NOW, book_at, damage, difference, fault_of, held, owner
from torture.killed_acts import begun, filled, notes, take_in
from torture.killing import KILLED, end, start
from torture.outcome import Outcome, times

BACKUPS = 20
NOTES = 100_000
PASSPHRASE = "correct horse"
LONGEST_WAIT_S = 0.5


def attack(place: Path, chance: Random, share: float) -> Outcome:
    """Back up beside a process that writes; then restore every backup over another book and compare."""
    outcome, taken = Outcome(), []
    with book_at(place / "written"):
        begun(place / "written")
        writer = start(write)
        for turn in range(times(BACKUPS, share, chance, least=1)):
            sleep(chance.uniform(0.0, LONGEST_WAIT_S))
            word = PASSPHRASE if turn % 5 == 4 else ""
            taken.append((Path(backup_book(now=NOW, to=place / "safe", passphrase=word).path), word))
        status = end(writer)
        outcome.tried("the writer", f"ended with {status}" if status != KILLED else "", times=0)
    with book_at(place / "restored") as database:
        filled(place / "restored")
        for path, word in taken:
            plain = opened(path, word, place / "plain")
            wrong = fault_of(lambda path=path, word=word: restore_book(path, now=NOW, passphrase=word))
            outcome.tried(path.name, wrong or compared(database, plain))
        numbered = notes()
    outcome.note = (
        f"a writer beside them, each restored over another book; the last holds {len(numbered)} notes"
    )
    return outcome


def write() -> None:
    """Write numbered notes for ever, an import between them."""
    viewer = owner()
    for number in range(NOTES):
        record_value(viewer, None, "offer", f"thing {number}", now=NOW, on=NOW.date())
        if number == 3:
            take_in()


def opened(path: Path, passphrase: str, plain: Path) -> Path:
    """Return a backup as a plain file of its own."""
    if passphrase:
        encryption.decrypt(path, plain, passphrase)
    else:
        shutil.copyfile(path, plain)
    return plain


def compared(database: Path, backup: Path) -> str:
    """Return what is wrong with a restored book: its file, what differs, a note that is missing between."""
    found = held(database)
    numbered = notes()
    if numbered != [f"thing {number}" for number in range(len(numbered))]:
        return f"notes are missing: {numbered}"
    return damage(found) or difference(found, held(backup))
