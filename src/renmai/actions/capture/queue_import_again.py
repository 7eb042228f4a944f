"""Queue an upload again that failed, was given up or was stopped."""

from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchImport
from renmai.store.capture import imports


def queue_import_again(viewer: Viewer, import_id: int, *, now: datetime) -> None:
    """Let it wait for the worker; what it brought already adds nothing.

    :raises NoSuchImport: if this owner has no upload of that id that ended before its end
    """
    if not imports.begin_again(viewer.owner_id, import_id, now=now):
        raise NoSuchImport(import_id)
