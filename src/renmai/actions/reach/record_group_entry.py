"""Record what the owner gave to a group, and what it brought (R2)."""

from datetime import date, datetime

from renmai.actions.book.noting import NoSuchNote, said
from renmai.actions.reach.record_group import NotAGroup, money_kept
from renmai.domain.book.owners import Viewer
from renmai.domain.reach.groups import EntryWay
from renmai.queries.reach.groups import group_of
from renmai.store.book.bulk import writing
from renmai.store.people.notes import change, is_changed, note, one
from renmai.store.reach.groups import ENTRY, ENTRY_REMOVED, OF_GROUP

MOST_HOURS = 10_000


def record_group_entry(
    viewer: Viewer,
    number: int,
    way: str,
    what: str,
    *,
    now: datetime,
    on: date,
    hours: float = 0.0,
    amount: str = "",
) -> int:
    """Note one thing given or brought; return the decision's id, which is its number.

    :param way: gave or brought
    :param amount: what it was worth, like `200 CNY`
    :raises NoSuchGroup: if the owner has no group of that number
    :raises NothingSaid: if it has no words
    :raises NotAGroup: if the hours or the amount are none
    """
    words = said(what, field="what")
    if not 0 <= hours <= MOST_HOURS:
        raise NotAGroup("no_such_hours", hours=hours)
    with writing(viewer.owner_id):
        group_of(viewer, number, today=date.max)
        payload: dict[str, object] = {
            OF_GROUP: number,
            "way": str(EntryWay(way)),
            "text": words,
            "hours": hours,
            "amount": money_kept(viewer, amount),
        }
        return note(viewer.owner_id, kind=ENTRY, person_id=None, payload=payload, on=on, now=now)


def record_group_entry_removal(viewer: Viewer, entry: int, *, now: datetime, on: date) -> int:
    """Take down one thing given or brought; return the decision's id.

    :raises NoSuchNote: if there is none of that number
    """
    with writing(viewer.owner_id):
        decision = one(viewer.owner_id, entry, ENTRY)
        if decision is None or is_changed(viewer.owner_id, decision, ENTRY_REMOVED):
            raise NoSuchNote("no_such_group_entry", number=entry)
        payload: dict[str, object] = {OF_GROUP: decision.payload[OF_GROUP], "text": decision.payload["text"]}
        return change(viewer.owner_id, decision, kind=ENTRY_REMOVED, payload=payload, on=on, now=now)
