"""Record how the owner reads: name, language, time zone, phone region."""

from datetime import datetime

from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.sources.numbering import is_region
from renmai.store.book import this_book


class NoSuchRegion(Refused):
    """No telephone number belongs to the region."""


def record_settings(
    viewer: Viewer,
    *,
    now: datetime,
    name: str | None = None,
    language: str | None = None,
    time_zone: str | None = None,
    region: str | None = None,
) -> Viewer:
    """Change what is given, leave the rest; return the viewer as they are now.

    Another region or zone reads numbers and unzoned times differently, so the book is understood anew then.

    :raises NoSuchRegion: if numbers cannot be read as that region dials them
    """
    if region is not None and not is_region(region):
        raise NoSuchRegion("no_such_region", region=region)
    given = {"name": name, "language": language, "time_zone": time_zone, "region": region}
    wanted = {key: value for key, value in given.items() if value is not None}
    this_book.change_owner(viewer.owner_id, **wanted)
    changed = this_book.viewer(viewer.owner_id)
    if (changed.time_zone, changed.region) != (viewer.time_zone, viewer.region):
        rebuild_book(changed, now=now)
    return changed
