"""Record that the owner wants to reach somebody, and what changes of that (R6)."""

from datetime import date, datetime

from renmai.actions.book.noting import NoSuchNote, day_meant, said, somebody
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.reach.outreach import LEAST_PERCENT, Outreach
from renmai.store.book.bulk import writing
from renmai.store.people.notes import change, note, one
from renmai.store.reach import outreaches
from renmai.store.reach.outreaches import CHANGED, OUTREACH


class NoSuchChance(Refused):
    """The chance below which one lets go is no percentage from 0 to 100."""


class OutreachIsOver(Refused):
    """An outreach that ended is tried no more."""


def record_outreach(
    viewer: Viewer,
    person_id: int,
    goal: str,
    *,
    now: datetime,
    on: date,
    deadline_on: date | None = None,
    least_percent: float | None = None,
) -> int:
    """Note whom the owner wants to reach, and what for; return the decision's id, which is its number.

    :param least_percent: below which chance to let go; by default one in ten
    :raises NothingSaid: if no goal is named
    :raises NoSuchDay: if the deadline lies centuries off
    :raises NoSuchChance: if the chance is none
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    by = day_meant(deadline_on)
    payload: dict[str, object] = {
        "goal": said(goal, field="goal"),
        "deadline_on": by and by.isoformat(),
        "least_percent": LEAST_PERCENT if least_percent is None else percent_meant(least_percent),
    }
    with writing(viewer.owner_id):
        somebody(viewer.owner_id, person_id)
        return note(viewer.owner_id, kind=OUTREACH, person_id=person_id, payload=payload, on=on, now=now)


def record_outreach_change(
    viewer: Viewer,
    outreach_id: int,
    *,
    now: datetime,
    on: date,
    goal: str | None = None,
    deadline: tuple[date | None] | None = None,
    least_percent: float | None = None,
) -> int | None:
    """Note another goal, deadline or least chance; return the decision's id, None where nothing is new.

    :param deadline: the day in a tuple, None in it where none is named any more
    :raises NoSuchNote: if the owner began no outreach of that number
    :raises OutreachIsOver: if it ended
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        known = open_one(owner_id, outreach_id)
        payload: dict[str, object] = {}
        if goal is not None and (words := said(goal, field="goal")) != known.goal:
            payload["goal"] = words
        if deadline is not None and (by := day_meant(deadline[0])) != known.deadline_on:
            payload["deadline_on"] = by and by.isoformat()
        if least_percent is not None and percent_meant(least_percent) != known.least_percent:
            payload["least_percent"] = least_percent
        begun = one(owner_id, outreach_id, OUTREACH)
        if not payload or begun is None:
            return None
        return change(owner_id, begun, kind=CHANGED, payload=payload, on=on, now=now)


def open_one(owner_id: int, outreach_id: int) -> Outreach:
    """Return an outreach that goes on.

    :raises NoSuchNote: if the owner began none of that number
    :raises OutreachIsOver: if it ended
    """
    known = outreaches.one(owner_id, outreach_id)
    if known is None:
        raise NoSuchNote("no_such_outreach", number=outreach_id)
    if known.end:
        ended_on = known.ended_on.isoformat() if known.ended_on else ""
        raise OutreachIsOver("outreach_is_over", goal=known.goal, ended_on=ended_on)
    return known


def percent_meant(percent: float) -> float:
    """Return a chance in percent.

    :raises NoSuchChance: if it is none
    """
    if not 0 <= percent <= 100:
        raise NoSuchChance("no_such_chance", text=f"{percent:g}")
    return percent
