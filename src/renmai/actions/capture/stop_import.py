"""Stop an import that waits or runs; what is in stays in."""

from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchImport
from renmai.store.capture import imports


def stop_import(viewer: Viewer, import_id: int, *, now: datetime) -> None:
    """Stop before the next batch; what has ended already stays as it is.

    :raises NoSuchImport: if this owner has none of that id
    """
    if imports.one(viewer.owner_id, import_id) is None:
        raise NoSuchImport(import_id)
    imports.ask_to_stop(viewer.owner_id, import_id, now=now)
