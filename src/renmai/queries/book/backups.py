"""The backups there are: in the book's own folder, and wherever else it was told to put some."""

from dataclasses import dataclass
from datetime import datetime

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.store.book import copies, made_copies


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupCard:
    """One backup's file: where it lies, when and for what it was made, how large it is."""

    path: str
    made_at: datetime
    why: str
    because: Because
    size_bytes: int
    is_encrypted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupsCard:
    """All that are known, newest first, and the folder where they go by themselves."""

    folder: str
    is_possible: bool
    backups: tuple[BackupCard, ...]


def backups_card(viewer: Viewer) -> BackupsCard:
    """Return the backups of this book that still lie where they were written."""
    return BackupsCard(
        folder=str(copies.folder()),
        is_possible=copies.database_file() is not None,
        backups=tuple(
            BackupCard(
                path=str(path),
                made_at=backup.made_at,
                why=backup.why,
                because=Because(f"backup_{backup.why}"),
                size_bytes=path.stat().st_size,
                is_encrypted=backup.is_encrypted,
            )
            for path, backup in made_copies.backups(viewer.owner_id).items()
        ),
    )
