"""Record that addresses under the owner's own name are somebody else's, so that nobody asks again."""

from collections.abc import Sequence
from datetime import datetime

from renmai.actions.people.record_me import handles_meant
from renmai.domain.book.owners import Viewer
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people.mine import NOT_MINE


def record_not_mine(viewer: Viewer, handles: Sequence[str], *, now: datetime) -> list[int]:
    """Note handles as a namesake's; return the new decisions' ids.

    :raises NotAHandle: if one of them is neither an address nor a number; nothing has changed then
    """
    meant = handles_meant(viewer, handles)
    with writing(viewer.owner_id):
        known = {each.anchor for each in decisions.standing(viewer.owner_id, NOT_MINE)}
        return [
            decisions.add(
                viewer.owner_id, kind=NOT_MINE, anchor=str(handle), payload={"name": handle.value}, now=now
            )
            for handle in meant
            if str(handle) not in known
        ]
