"""Record that an outreach rests for a while, or how it ended (R6)."""

from datetime import date, datetime, timedelta

from renmai.actions.book.noting import NoSuchNote, UntilIsPast, day_meant
from renmai.actions.reach.record_outreach import open_one
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.reach.outreach import REST_DAYS, OutreachEnd
from renmai.store.book.bulk import writing
from renmai.store.people.notes import change, one
from renmai.store.reach import outreaches
from renmai.store.reach.outreaches import ENDED, OUTREACH, RESTED


class NoSuchEnd(Refused):
    """An outreach does not end like that."""


def record_rest(
    viewer: Viewer, outreach_id: int, *, now: datetime, on: date, until_on: date | None = None
) -> int | None:
    """Note until when an outreach rests, a season where no day is named; return the decision's id.

    None where it rests until that day already.

    :raises UntilIsPast: if that day is not ahead
    :raises NoSuchDay: if it lies centuries off
    :raises NoSuchNote: if the owner began no outreach of that number
    :raises OutreachIsOver: if it ended
    """
    owner_id, until = viewer.owner_id, day_meant(until_on) or on + timedelta(days=REST_DAYS)
    if until <= on:
        raise UntilIsPast("rest_is_past", until_on=until.isoformat())
    with writing(owner_id):
        known, begun = open_one(owner_id, outreach_id), one(owner_id, outreach_id, OUTREACH)
        if known.rests_until_on == until or begun is None:
            return None
        return change(owner_id, begun, kind=RESTED, payload={"until_on": until.isoformat()}, on=on, now=now)


def record_outreach_end(viewer: Viewer, outreach_id: int, end: str, *, now: datetime, on: date) -> int | None:
    """Note how an outreach ended; return the decision's id, None where it ended so already.

    :raises NoSuchEnd: if none ends like that
    :raises NoSuchNote: if the owner began no outreach of that number
    :raises OutreachIsOver: if it ended otherwise
    """
    owner_id = viewer.owner_id
    if end not in tuple(OutreachEnd):
        raise NoSuchEnd("no_such_end", end=end, ends=", ".join(OutreachEnd))
    with writing(owner_id):
        noted, begun = outreaches.one(owner_id, outreach_id), one(owner_id, outreach_id, OUTREACH)
        if noted is None or begun is None:
            raise NoSuchNote("no_such_outreach", number=outreach_id)
        if noted.end == end:
            return None
        open_one(owner_id, outreach_id)
        return change(owner_id, begun, kind=ENDED, payload={"end": str(end)}, on=on, now=now)
