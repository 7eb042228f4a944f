"""Queue an import for the worker: rows of the book are the queue, so nothing waiting is lost."""

from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchImport
from renmai.store.capture import imports


def queue_import(
    viewer: Viewer,
    *,
    now: datetime,
    name: str = "",
    upload: str = "",
    is_preview: bool = False,
    of_preview: int | None = None,
) -> int:
    """Queue the reading of a file or folder; return the import's id.

    :param of_preview: an ended preview, whose row now becomes the import itself
    :raises NoSuchImport: if there is no such preview, or it is no preview (any more)
    """
    if of_preview is None:
        return imports.add(
            viewer.owner_id, name=name, now=now, state="queued", upload=upload, is_preview=is_preview
        )
    if not imports.keep_preview(viewer.owner_id, of_preview, now=now):
        raise NoSuchImport(of_preview)
    return of_preview
