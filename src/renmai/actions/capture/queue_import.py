"""Queue an import for the worker: rows of the book are the queue, so nothing waiting is lost."""

from collections.abc import Sequence
from datetime import datetime

from renmai.actions.people.record_me import handles_meant, record_me
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
    me: Sequence[str] = (),
) -> int:
    """Queue the reading of a file or folder; return the import's id.

    :param of_preview: an ended preview, whose row now becomes the import itself
    :param me: handles that the owner calls theirs, before anything is counted
    :raises NoSuchImport: if there is no such preview, or it is no preview (any more)
    :raises NotAHandle: if one of `me` is none; nothing has changed then
    """
    if of_preview is None:
        return imports.add(
            viewer.owner_id, name=name, now=now, state="queued", upload=upload, is_preview=is_preview
        )
    handles_meant(viewer, me)
    if not imports.keep_preview(viewer.owner_id, of_preview, now=now):
        raise NoSuchImport(of_preview)
    record_me(viewer, me, now=now)
    return of_preview
