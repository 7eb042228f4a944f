"""Make a backup: a copy of the whole book at one moment, opened and looked through before it counts."""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from renmai.domain.book.backups import KEPT_BY_ITSELF, Backup, BackupReason, needless
from renmai.domain.book.refusals import Refused
from renmai.store.book import copies, encryption, made_copies, this_book
from renmai.store.book.making import making
from renmai.store.book.private_files import whole_or_not_at_all


class NoBackup(Refused):
    """No backup could be made; the book is as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """A backup that was made: where, how large, what it holds, and which older ones were removed for it."""

    path: str
    size_bytes: int
    is_encrypted: bool
    records: int
    decisions: int
    removed: tuple[str, ...]


def backup_book(
    *,
    now: datetime,
    to: Path | None = None,
    keep: int | None = None,
    passphrase: str = "",
    why: BackupReason = BackupReason.ASKED,
) -> BackupReport:
    """Write a backup into a folder; of the older ones of this book there, only the newest `keep` stay.
    What a killed one left half written there is removed.

    :param to: the folder; the book's own `backups` where none is named
    :param passphrase: what opens it again; empty for a copy that anybody can open who has the file
    :raises NoBackup: if the database is a server's, has no room there, or its copy is not whole
    """
    if copies.database_file() is None:
        raise NoBackup("backup_of_postgres")
    folder = (to or copies.folder()).expanduser()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    made_copies.sweep_unfinished(folder)
    if not copies.has_room(folder):
        raise NoBackup("backup_without_room", folder=str(folder))
    backup = _unnamed_yet(folder, Backup(made_copies.mark(), now, why, bool(passphrase)))
    path = folder / backup.name
    with whole_or_not_at_all(path) as target:
        held = _write(target, passphrase)
    if (viewer := this_book.viewer_of_this_book()) is not None and this_book.is_ready():
        made_copies.remember(viewer.owner_id, made_copies.BACKUP, path, now=now)
    return BackupReport(
        path=str(path),
        size_bytes=path.stat().st_size,
        is_encrypted=backup.is_encrypted,
        records=held["renmai_inboxrecord"],
        decisions=held["renmai_decision"],
        removed=() if keep is None else _thin_out(folder, backup, keep),
    )


def backup_before(why: BackupReason, *, now: datetime) -> BackupReport | None:
    """Make a backup before something that changes much; None on a database that a server keeps."""
    if copies.database_file() is None:
        return None
    return backup_book(now=now, why=why, keep=KEPT_BY_ITSELF)


def _write(target: Path, passphrase: str) -> dict[str, int]:
    """Write the copy and open it again, as it will be opened when it is needed."""
    try:
        if not passphrase:
            copies.copy_into(target)
            return copies.look_through(target)
        with making() as place:
            plain, again = place / "plain", place / "again"
            copies.copy_into(plain)
            encryption.encrypt(plain, target, passphrase)
            plain.unlink()
            encryption.decrypt(target, again, passphrase)
            return copies.look_through(again)
    except copies.NoCopy as wrong:
        raise NoBackup("backup_not_whole", fault=wrong.fault) from wrong


def _unnamed_yet(folder: Path, backup: Backup) -> Backup:
    """Return a backup under a name that no file of the folder has: two may be made at one moment."""
    while os.path.lexists(folder / backup.name):
        backup = backup._replace(made_at=backup.made_at + timedelta(microseconds=1))
    return backup


def _thin_out(folder: Path, newest: Backup, keep: int) -> tuple[str, ...]:
    """Remove older backups of this book and reason; nothing else in the folder is touched."""
    found = made_copies.backups_in(folder)
    gone = needless(found.values(), newest, keep=keep)
    for backup in gone:
        (folder / backup.name).unlink(missing_ok=True)
    return tuple(str(folder / backup.name) for backup in gone)
