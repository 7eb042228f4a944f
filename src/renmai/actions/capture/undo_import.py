"""Undo a whole import: its records go, and everything only they carried (C1)."""

from datetime import datetime

from renmai.actions.book.reports import UndoReport
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchImport, Refused
from renmai.queries.capture.adapter import Adapter
from renmai.store.book import this_book
from renmai.store.book.bulk import writing
from renmai.store.capture import erasing, imports, undoing
from renmai.store.people import search


class ImportRunning(Refused):
    """An import cannot be undone while it runs; it can be stopped first."""


def undo_import(viewer: Viewer, import_id: int, *, now: datetime) -> UndoReport:
    """Take an import out again; what another import held too stays. Twice changes nothing.

    :raises NoSuchImport: if this owner has none of that id
    :raises ImportRunning: if it waits or runs
    """
    row = imports.one(viewer.owner_id, import_id)
    if row is None:
        raise NoSuchImport(import_id)
    if row.state in imports.BUSY:
        raise ImportRunning("import_running", name=row.name)
    if row.state != "undone":
        with writing(viewer.owner_id) as cursor:
            undoing.undo_import(cursor, viewer.owner_id, import_id, Adapter(viewer), now=now)
            search.tidy()
        this_book.discard_upload(row.upload)
        erasing.empty_pages_of_a_small_book()
        this_book.empty_the_journal()
    return UndoReport(kind="import", id=import_id, name=row.name, is_preview=row.is_preview)
