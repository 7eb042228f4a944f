"""Record what the owner did with a suggestion: done, later or drop (P1)."""

import secrets
from datetime import date, datetime

from renmai.actions.book.noting import UntilIsPast
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NotThere
from renmai.domain.capture.interactions import Kind
from renmai.domain.today.plan import DoneBy, Outcome, back_on, split_key
from renmai.queries.capture.adapter import Adapter
from renmai.sources.by_hand.records import ME, HandAct, HandPart, act_record
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.capture import by_hand
from renmai.store.people import people
from renmai.store.people.anchors import people_at

ACT_OF = {DoneBy.PHONE: Kind.CALL, DoneBy.IN_PERSON: Kind.MEETING, DoneBy.WECHAT: Kind.MESSAGE}
"""What happened by each way."""


class NoSuchSuggestion(NotThere):
    """The key names no suggestion, or the outcome is none."""


def record_outcome(
    viewer: Viewer,
    key: str,
    outcome: str = Outcome.DONE,
    *,
    now: datetime,
    until: date | None = None,
    counts_at: datetime | None = None,
    by: str = "",
) -> int:
    """Note the outcome of the suggestion called `key`; return the decision's id.

    :param until: for `later`, the day on which it may come back, the next one where none is said
    :param by: for `done`, the way by which it was: that is kept as an act with them, too, under this decision
    :param counts_at: the moment from which it counts, where the owner acts as of another day than today
    :raises NoSuchSuggestion: if the key or the outcome is none
    :raises UntilIsPast: if `until` is not after the day on which it counts
    """
    try:
        _, anchor = split_key(key)
    except ValueError:
        anchor = ""
    if not anchor or outcome not in set(Outcome) or (by and by not in set(DoneBy)):
        raise NoSuchSuggestion("no_such_suggestion", key=key, outcome=outcome)
    today = viewer.day_of(int((counts_at or now).timestamp()))
    if outcome == Outcome.LATER:
        until = back_on(today, until)
    if until is not None and until <= today:
        raise UntilIsPast("until_is_past", until_on=until.isoformat(), today_on=today.isoformat())
    meant = people_at(viewer.owner_id, [anchor]).values()
    name = next(iter(people.names_of(viewer.owner_id, meant).values()), "")
    payload: dict[str, object] = {"key": key, "name": name, "on": today.isoformat()}
    if until is not None:
        payload["until"] = until.isoformat()
    if counts_at is not None:
        payload["counts_at"] = counts_at.isoformat()
    owner_id = viewer.owner_id
    with writing(owner_id) as cursor:
        if by and name and outcome == Outcome.DONE:
            begun_by = "" if by == DoneBy.IN_PERSON else ME
            part = HandPart(anchor, name)
            act = HandAct("", ACT_OF[DoneBy(by)], today, (part,), begun_by=begun_by)
            record = act_record(secrets.token_hex(by_hand.DIGITS_OF_AN_ID), act)
            by_hand.keep(cursor, owner_id, [record], Adapter(viewer), now=now)
            payload[by_hand.RECORDS] = [record.external_id]
        return decisions.add(owner_id, kind=outcome, anchor=anchor, payload=payload, now=now, counts_on=today)
