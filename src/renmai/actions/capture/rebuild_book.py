"""Rebuild the book: compute everything anew from what came in and was decided, damaged or not."""

from datetime import datetime

from renmai.actions.book.backup_book import NoBackup, backup_before
from renmai.actions.book.export_book import export_book
from renmai.actions.book.reports import OnProgress, RebuildReport
from renmai.actions.capture.adapt_inbox import adapt_inbox
from renmai.actions.capture.book_from_export import fill_book
from renmai.actions.capture.restore_book import put_in_place
from renmai.domain.book.backups import BackupReason
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.book import copies, health, this_book
from renmai.store.book.making import making


class NothingReadable(Refused):
    """The book's file is so damaged that nothing of it can be read; it stays as it is."""


def rebuild_book(viewer: Viewer, *, now: datetime, on_progress: OnProgress | None = None) -> RebuildReport:
    """Compute everything anew, after a copy; a book that is damaged is made of what can be read of it.

    :raises NoBackup: if there is no room for the copy
    """
    try:
        backup_before(BackupReason.REBUILD, now=now)
        report = adapt_inbox(viewer, now=now, on_progress=on_progress)
        if not health.is_damaged():  # also where nothing that was computed anew stood
            return report
    except Exception as wrong:
        is_broken_copy = isinstance(wrong, NoBackup) and wrong.because.code == "backup_not_whole"
        if not (is_broken_copy or this_book.is_damage(wrong)):
            raise
    return _from_what_can_be_read(viewer, now=now)


def _from_what_can_be_read(viewer: Viewer, *, now: datetime) -> RebuildReport:
    """Read a damaged book past its bad pages, make a new one of that, keep the old file, change places."""
    with this_book.nobody_else(), making() as place:
        readable, copy = place / "readable", place / "book"
        exported = export_book(viewer, readable, now=now, is_remembered=False)
        with copies.opened(copy):
            this_book.make_ready()
            whole = fill_book(readable)
            report = adapt_inbox(whole, now=now)
        held = copies.look_through(copy)
        if not held["renmai_inboxrecord"] + held["renmai_decision"]:
            raise NothingReadable("nothing_readable", home=str(this_book.folder()))
        before, _is_damaged = put_in_place(copy, now=now, is_damaged=True)
    return RebuildReport(
        records=report.records,
        interactions=report.interactions,
        people=report.people,
        missing=dict(exported.missing),
        before=before,
    )
