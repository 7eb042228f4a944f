"""Open the book, making it on first use."""

from datetime import datetime

from renmai.actions.book.backup_book import backup_before
from renmai.domain.book.backups import BackupReason
from renmai.domain.book.owners import Viewer
from renmai.store.book import health, this_book


def open_book(now: datetime, language: str = "zh-hans", time_zone: str = "UTC", region: str = "CN") -> Viewer:
    """Return whose book it is; make folder, tables and owner where missing. Twice changes nothing."""
    if known := _known():
        return known
    with this_book.nobody_else():
        if known := _known():
            return known
        if not this_book.is_ready():
            if this_book.migrations_done():
                backup_before(BackupReason.MIGRATION, now=now)
            this_book.make_ready()
        return this_book.viewer_of_this_book() or this_book.add_owner(
            language=language, time_zone=time_zone, region=region, now=now
        )


def open_what_can_be_read(now: datetime, language: str, time_zone: str, region: str) -> Viewer:
    """Return whose book it is, also where the file is too damaged to say: then the one owner a book has."""
    try:
        return open_book(now, language, time_zone, region)
    except Exception as wrong:
        if not this_book.is_damage(wrong):
            raise
        owner_id = health.owner_in_what_can_be_read()
        return Viewer(owner_id=owner_id, language=language, time_zone=time_zone, region=region)


def _known() -> Viewer | None:
    return this_book.viewer_of_this_book() if this_book.is_ready() else None
