"""Record what the owner did with a suggestion: done, later or drop (P1)."""

from datetime import date, datetime

from renmai.actions.book.noting import UntilIsPast
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NotThere
from renmai.domain.today.plan import Outcome, back_on, split_key
from renmai.store.book import decisions
from renmai.store.people import people
from renmai.store.people.anchors import people_at


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
) -> int:
    """Note the outcome of the suggestion called `key`; return the decision's id.

    :param until: for `later`, the day on which it may come back, the next one where none is said
    :param counts_at: the moment from which it counts, where the owner acts as of another day than today
    :raises NoSuchSuggestion: if the key or the outcome is none
    :raises UntilIsPast: if `until` is not after the day on which it counts
    """
    try:
        _, anchor = split_key(key)
    except ValueError:
        anchor = ""
    if not anchor or outcome not in set(Outcome):
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
    return decisions.add(
        viewer.owner_id, kind=outcome, anchor=anchor, payload=payload, now=now, counts_on=today
    )
