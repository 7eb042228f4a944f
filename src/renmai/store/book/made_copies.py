"""Where exports and backups were written, by what the book remembers and by what lies in its folder."""

from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

from renmai.domain.book.backups import Backup, backup_named
from renmai.store.book import copies, private_files
from renmai.store.models import MadeCopy

EXPORT, BACKUP = "export", "backup"
UNCLEAN = "unclean"
"""What an erasure has still to clean or remove: kept until that is done, through kills and restarts."""


def mark() -> str:
    """Return what tells this book's backups from those of another."""
    return blake2b(settings.SECRET_KEY.encode(), digest_size=3).hexdigest()


def remember(owner_id: int, kind: str, path: Path, *, now: datetime) -> None:
    """Note that something was written to a path."""
    MadeCopy.objects.update_or_create(
        owner_id=owner_id, kind=kind, path=str(path.absolute()), defaults={"made_at": now}
    )


def forget(owner_id: int, path: Path) -> None:
    """Forget a path: nothing of ours lies there any more."""
    MadeCopy.objects.filter(owner_id=owner_id, path=str(path.absolute())).delete()


def remember_clean(owner_id: int, path: Path) -> None:
    """Note that a file no longer holds anybody who was erased."""
    MadeCopy.objects.filter(owner_id=owner_id, kind=UNCLEAN, path=str(path.absolute())).delete()


def unclean(owner_id: int) -> list[Path]:
    """Return the paths that an erasure has still to deal with, whether or not something lies there yet."""
    found = MadeCopy.objects.filter(owner_id=owner_id, kind=UNCLEAN).order_by("pk")
    return [Path(path) for path in found.values_list("path", flat=True)]


def remembered(owner_id: int, kind: str) -> list[Path]:
    """Return the paths of a kind at which something still lies, oldest first."""
    found = MadeCopy.objects.filter(owner_id=owner_id, kind=kind).order_by("made_at", "pk")
    return [path for path in map(Path, found.values_list("path", flat=True)) if path.exists()]


def backups_in(folder: Path) -> dict[Path, Backup]:
    """Return the backups of any book in a folder, newest first."""
    if not folder.is_dir():
        return {}
    named = {
        path: backup_named(path.name) for path in folder.iterdir() if path.is_file() and not path.is_symlink()
    }
    found = {path: backup for path, backup in named.items() if backup is not None}
    return dict(sorted(found.items(), key=lambda each: each[1].made_at, reverse=True))


def sweep_unfinished(folder: Path) -> None:
    """Remove what a killed backup of this book left half written in a folder."""

    def is_ours(name: str) -> bool:
        backup = backup_named(name)
        return backup is not None and backup.mark == mark()

    private_files.sweep_unfinished(folder, is_ours)


def backups(owner_id: int) -> dict[Path, Backup]:
    """Return every backup that is known here: in the book's own folder, and wherever else it wrote some."""
    folders = [copies.folder(), *(path.parent for path in remembered(owner_id, BACKUP))]
    found = {path: backup for folder in dict.fromkeys(folders) for path, backup in backups_in(folder).items()}
    mine = {
        path: backup for path, backup in found.items() if backup.mark == mark() or path.parent == folders[0]
    }
    return dict(sorted(mine.items(), key=lambda each: each[1].made_at, reverse=True))
