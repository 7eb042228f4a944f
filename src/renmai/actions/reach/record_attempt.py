"""Record an attempt to reach somebody, or what they let be heard (R6)."""

from datetime import date, datetime

from renmai.actions.book.noting import day_happened, said, worded
from renmai.actions.reach.record_outreach import open_one
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.reach.outreach import ReachWay, brought_before
from renmai.store.book.bulk import writing
from renmai.store.people.notes import change, one
from renmai.store.reach.outreaches import ATTEMPT, OUTREACH, SIGN


class NoSuchWay(Refused):
    """There is no such way to reach somebody."""


class NothingNew(Refused):
    """An attempt that brings what an earlier one brought; one waits until there is something new."""


class BeforeItBegan(Refused):
    """What is noted of an outreach cannot have happened before it began."""


def record_attempt(
    viewer: Viewer, outreach_id: int, news: str, *, way: str, now: datetime, on: date, happened_on: date
) -> int | None:
    """Note that the owner tried by some way, and what was new for the other side; return the decision's id.

    :param happened_on: the day of it, at most the day `on` which one looks
    :raises NothingSaid: if nothing new is named
    :raises NoSuchWay: if there is no such way
    :raises NothingNew: if an earlier attempt brought the same
    :raises NotYet: if it is still to come
    :raises BeforeItBegan: if it was before the outreach began
    :raises NoSuchNote: if the owner began no outreach of that number
    :raises OutreachIsOver: if it ended
    """
    owner_id, words = viewer.owner_id, said(news, field="news")
    if way not in tuple(ReachWay):
        raise NoSuchWay("no_such_way", way=way, ways=", ".join(ReachWay))
    with writing(owner_id):
        known = open_one(owner_id, outreach_id)
        day = _since(known.began_on, day_happened(happened_on, today=on))
        if before := brought_before(words, known.attempts):
            raise NothingNew("outreach_nothing_new", news=before.news, on=before.on.isoformat())
        begun = one(owner_id, outreach_id, OUTREACH)
        if begun is None:
            return None
        payload: dict[str, object] = {
            "way": str(way), "news": words, "at_epoch_s": int(viewer.moment_on(day, now).timestamp()),
        }  # fmt: skip
        return change(owner_id, begun, kind=ATTEMPT, payload=payload, on=day, now=now)


def record_sign(
    viewer: Viewer, outreach_id: int, words: str, *, now: datetime, on: date, happened_on: date
) -> int | None:
    """Note that they let something be heard, short of what is hoped for; return the decision's id.

    :raises NotYet: if it is still to come
    :raises BeforeItBegan: if it was before the outreach began
    :raises NoSuchNote: if the owner began no outreach of that number
    :raises OutreachIsOver: if it ended
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        known = open_one(owner_id, outreach_id)
        day = _since(known.began_on, day_happened(happened_on, today=on))
        begun = one(owner_id, outreach_id, OUTREACH)
        if begun is None:
            return None
        payload: dict[str, object] = {
            "words": worded(words), "at_epoch_s": int(viewer.moment_on(day, now).timestamp()),
        }  # fmt: skip
        return change(owner_id, begun, kind=SIGN, payload=payload, on=day, now=now)


def _since(began_on: date, day: date) -> date:
    if day < began_on:
        raise BeforeItBegan("before_it_began", day_on=day.isoformat(), began_on=began_on.isoformat())
    return day
