"""What is killed of acts that write files of a whole book: backup, export, restore, erasing."""

import shutil
import zipfile
from pathlib import Path

from django.conf import settings

from renmai.actions.book.backup_book import backup_book
from renmai.actions.book.export_book import export_book
from renmai.actions.capture.erase_from_files import finish_erasures
from renmai.actions.capture.erase_person import erase_person
from renmai.actions.capture.restore_book import restore_book
from renmai.actions.value.record_value import record_value
from renmai.store.book import copies, made_copies
from renmai.store.models import Person
from torture.books import NOW, owner
from torture.canaries import CANARY, card_of, found_in
from torture.killed_acts import filled, take_in

EXPORT = "out.zip"


def back_up() -> None:
    """Make a backup."""
    backup_book(now=NOW)


def backups_lost() -> str:
    """Return what is wrong with the files that a killed backup left and the next one found."""
    for path in made_copies.backups_in(copies.folder()):
        try:
            copies.look_through(path)
        except copies.NoCopy as wrong:
            return f"{path.name}: {wrong.fault}"
    left = [path.name for path in copies.folder().iterdir() if path.suffix == ".part"]
    return f"left over: {left}" if left else ""


def export() -> None:
    """Write the whole book out, where that was not done yet."""
    if not (settings.HOME / EXPORT).exists():
        export_book(owner(), settings.HOME / EXPORT, now=NOW)


def exports_lost() -> str:
    """Return what is wrong with the export."""
    with zipfile.ZipFile(settings.HOME / EXPORT) as archive:
        return f"damaged: {bad}" if (bad := archive.testzip()) else ""


def with_a_backup(home: Path) -> None:
    """Make a book with an older backup, and a note since."""
    filled(home)
    backup_book(now=NOW, to=home / "safe")
    record_value(owner(), None, "offer", "since then", now=NOW, on=NOW.date())


def restore() -> None:
    """Make the backup the book."""
    (backup,) = (settings.HOME / "safe").glob("*.sqlite3")
    restore_book(backup, now=NOW)


def with_a_canary(home: Path) -> None:
    """Make a book that knows a canary, with a backup, an upload and an export that do, too."""
    filled(home)
    (home / "files" / "canary.vcf").write_text(card_of(CANARY))
    take_in()
    shutil.rmtree(home / "files")
    backup_book(now=NOW)
    export_book(owner(), home / "out", now=NOW)
    (home / "uploads" / "old").mkdir(parents=True)
    (home / "uploads" / "old" / "canary.vcf").write_text(card_of(CANARY))


def erase() -> None:
    """Erase the canary, or whatever is left to be done of that."""
    person = Person.objects.filter(name=CANARY.name).first()
    if person is not None:
        erase_person(owner(), person.pk, now=NOW)
    else:
        finish_erasures(owner(), now=NOW)


def canaries_left() -> str:
    """Return where bytes of the canary are left in the book's folder."""
    left = found_in(settings.HOME, CANARY)
    return f"left in {left}" if left else ""
