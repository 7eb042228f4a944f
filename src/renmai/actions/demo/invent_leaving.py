"""Invent the owner's positions and one known change, as somebody would have noted them."""

from datetime import date, datetime, timedelta

from renmai.actions.positions.record_position import record_position
from renmai.domain.book.owners import Viewer
from renmai.domain.people.handles import HandleKind
from renmai.store.people.anchors import people_at

STUDIO, FIRM = "半亩设计", "澜合设计"
STUDIO_HOST, FIRM_HOST = "banmu.example", "lanhe-design.example"
LEAVES_IN_DAYS = 18
AT_THE_FIRM, STUDIO_SINCE = (-2100, -644), -1400
"""Days counted from today, as the letters have them: the studio began beside the firm."""


def invent_leaving(viewer: Viewer, *, now: datetime, today: date) -> list[int]:
    """Note where the invented owner works and worked, and that 何晓岚 leaves her hotel soon.

    :returns: the ids of what was noted; nothing is noted twice
    """
    first, last = (today + timedelta(days=days) for days in AT_THE_FIRM)
    mine = [
        record_position(
            viewer,
            None,
            organisation=FIRM,
            title="结构设计师",
            host=FIRM_HOST,
            since=first,
            until=last,
            on=today,
            now=now,
        ),
        record_position(
            viewer,
            None,
            organisation=STUDIO,
            title="创始人",
            host=STUDIO_HOST,
            since=today + timedelta(days=STUDIO_SINCE),
            on=today,
            now=now,
        ),
    ]
    hotel = f"{HandleKind.MAIL}:xiaolan.he@yunqi-hotel.example"
    theirs = [
        record_position(
            viewer,
            person_id,
            organisation="云栖酒店",
            title="运营总监",
            host="yunqi-hotel.example",
            until=today + timedelta(days=LEAVES_IN_DAYS),
            on=today,
            now=now,
        )
        for person_id in people_at(viewer.owner_id, [hotel]).values()
    ]
    return [decision_id for decision_id in (*mine, *theirs) if decision_id is not None]
