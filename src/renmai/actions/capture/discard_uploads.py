"""Discard uploaded files that nobody will read: no body of a mail lies in the book for good (C1)."""

from datetime import datetime, timedelta

from renmai.actions.capture.undo_import import undo_import
from renmai.domain.book.owners import Viewer
from renmai.store.capture import uploads

PREVIEW_STAYS = timedelta(days=1)


def discard_unnamed_uploads() -> int:
    """Remove what an ended process left of uploads that never became an import; return how many."""
    return uploads.discard_unnamed()


def discard_old_previews(viewer: Viewer, *, now: datetime) -> int:
    """Throw away previews of yesterday that were not kept, with their files; return how many."""
    old = uploads.previews_before(viewer.owner_id, now - PREVIEW_STAYS)
    for import_id in old:
        undo_import(viewer, import_id, now=now)
    return len(old)
