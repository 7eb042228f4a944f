"""Restore the book from a backup or an export: made ready aside, then put in place in one go."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from renmai.actions.book.backup_book import NoBackup, backup_before
from renmai.actions.capture.adapt_inbox import adapt_inbox
from renmai.actions.capture.book_from_export import about_export, fill_book
from renmai.actions.capture.erase_from_book import erase_again
from renmai.domain.book.backups import BackupReason
from renmai.domain.book.refusals import Refused
from renmai.store.book import copies, decisions, encryption, refilling, this_book
from renmai.store.book.making import making
from renmai.store.people import erasures


class NotRestored(Refused):
    """Nothing was restored; the book is as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreReport:
    """What was restored, where the book lies that stood there before, whether as a damaged one."""

    records: int
    decisions: int
    interactions: int
    people: int
    before: str
    is_damaged: bool
    erased_again: int


def restore_book(source: Path, *, now: datetime, passphrase: str = "") -> RestoreReport:
    """Make a backup or an export the book; who was erased is erased from it, too.

    Everything that can fail is done on a copy beside the book. The book itself changes in one transaction,
    so that whoever has it open sees the old one or the new one.

    :raises NotRestored: if there is nothing whole to restore, or the passphrase does not open it
    :raises BookIsNewer: if a newer version of the program made it
    """
    path = source.expanduser()
    if copies.database_file() is None:
        raise NotRestored("restore_of_postgres")
    with this_book.nobody_else(), making() as place:
        copy = place / "book"
        if about_export(path) is None:
            _unpack(path, copy, passphrase)
        with copies.opened(copy):
            if about_export(path) is not None:
                this_book.make_ready()
                adapt_inbox(fill_book(path), now=now)
            elif not this_book.is_ready():
                this_book.make_ready()
        known = erasures.known_here()
        with copies.opened(copy):
            erased = erase_again(known, now=now)
        held = _looked_through(copy, path)
        before, is_damaged = put_in_place(copy, now=now)
    return RestoreReport(
        records=held["renmai_inboxrecord"],
        decisions=held["renmai_decision"],
        interactions=held["renmai_interaction"],
        people=held["renmai_person"],
        before=before,
        is_damaged=is_damaged,
        erased_again=erased,
    )


def is_new_here() -> bool:
    """Tell whether there is no book yet that would be replaced, or nothing in it."""
    if not this_book.is_begun() or not this_book.is_ready():
        return not this_book.is_begun()
    viewer = this_book.viewer_of_this_book()
    return viewer is None or refilling.is_empty(viewer.owner_id)


def take_export(path: Path, *, now: datetime) -> RestoreReport | None:
    """Make a whole export the book, where that is new; None where it is not, or where `path` is none.

    :raises NotAnExport: if a line of it cannot be read
    """
    if about_export(path) is None or not is_new_here():
        return None
    if copies.database_file() is not None:
        return restore_book(path, now=now)
    with this_book.nobody_else():
        this_book.make_ready()
        this_book.forget_owners()
        whole = fill_book(path)
        report = adapt_inbox(whole, now=now)
    return RestoreReport(
        records=report.records,
        decisions=decisions.count(whole.owner_id),
        interactions=report.interactions,
        people=report.people,
        before="",
        is_damaged=False,
        erased_again=0,
    )


def wants_passphrase(source: Path) -> bool:
    """Tell whether a backup opens with a passphrase only."""
    path = source.expanduser()
    return path.is_file() and encryption.is_encrypted(path)


def put_in_place(copy: Path, *, now: datetime, is_damaged: bool = False) -> tuple[str, bool]:
    """Keep the book that is there, then put another in its place; return where it lies, if damaged."""
    before = ""
    if this_book.is_begun():
        before = "" if is_damaged else _backup(now)
        is_damaged = not before
        if is_damaged:
            aside = copies.folder() / f"damaged-{now:%Y%m%dT%H%M%S%f}"
            copies.keep_damaged(aside)
            before = str(aside)
    copies.close()
    try:
        copies.put_in_place(copy)
    except copies.FAULTS:
        if not is_damaged:
            raise
        copies.put_in_place_of_a_damaged_one(copy)
    return before, is_damaged


def _backup(now: datetime) -> str:
    """Return where a backup of the book that is there lies, nothing where it is damaged."""
    try:
        report = backup_before(BackupReason.RESTORE, now=now)
    except Exception as wrong:
        is_broken_copy = isinstance(wrong, NoBackup) and wrong.because.code == "backup_not_whole"
        if not (is_broken_copy or this_book.is_damage(wrong)):
            raise
        return ""
    return report.path if report else ""


def _unpack(path: Path, copy: Path, passphrase: str) -> None:
    """Write what a backup holds beside the book.

    :raises NotRestored: if it is no backup, or the passphrase does not open it
    """
    if not path.is_file():
        raise NotRestored("backup_not_there", path=str(path))
    if not encryption.is_encrypted(path):
        shutil.copyfile(path, copy)
    elif not passphrase:
        raise NotRestored("backup_wants_passphrase", path=str(path))
    else:
        try:
            encryption.decrypt(path, copy, passphrase)
        except encryption.WrongPassphrase as wrong:
            raise NotRestored("wrong_passphrase", path=str(path)) from wrong
    _looked_through(copy, path)


def _looked_through(copy: Path, path: Path) -> dict[str, int]:
    try:
        return copies.look_through(copy)
    except copies.NoCopy as wrong:
        raise NotRestored("not_a_backup", path=str(path), fault=wrong.fault) from wrong
