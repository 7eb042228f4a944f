"""Record that a need or an offer has changed, or is over: found, withdrawn, met (V2)."""

from collections.abc import Mapping
from datetime import date, datetime

from renmai.actions.value.record_value import checked
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.book.bulk import writing
from renmai.store.people import notes
from renmai.store.value.values import (
    ACHIEVEMENT,
    ACHIEVEMENT_ENDED,
    FIELDS,
    VALUE,
    VALUE_CHANGED,
    VALUE_ENDED,
    values_with,
)


class NoSuchValue(Refused):
    """There is no need, offer or achievement of that number that still stands."""


def record_value_change(
    viewer: Viewer,
    value_id: int,
    changed: Mapping[str, object],
    *,
    now: datetime,
    on: date,
) -> int | None:
    """Note what has changed; return the decision's id, None where nothing has.

    :param changed: `text`, `origin`, `importance` and `until` (a day, or None for open), each only if given
    :raises NoSuchValue: if no need or offer of that number stands
    :raises NoValue: if one of the words is none
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        standing = values_with(owner_id, [str(value_id)], until=on).get(str(value_id))
        of = notes.one(owner_id, value_id, VALUE)
        if of is None or standing is None:
            raise NoSuchValue("no_such_value", number=value_id)
        now_said = {name: getattr(standing, name) for name in FIELDS}
        said = checked(**{**now_said, **changed}, on=on)
        before = checked(**now_said, on=standing.noted_on)
        new = {name: value for name, value in said.items() if before[name] != value}
        if not new:
            return None
        return notes.change(owner_id, of, kind=VALUE_CHANGED, payload=new, on=on, now=now)


def record_value_end(viewer: Viewer, value_id: int, *, now: datetime, on: date) -> int:
    """Note that a need, an offer or an achievement is over; return the decision's id.

    :raises NoSuchValue: if none of that number stands
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        of = notes.one(owner_id, value_id, VALUE, ACHIEVEMENT)
        if of is None or notes.is_changed(owner_id, of, VALUE_ENDED, ACHIEVEMENT_ENDED):
            raise NoSuchValue("no_such_value", number=value_id)
        kind = VALUE_ENDED if of.kind == VALUE else ACHIEVEMENT_ENDED
        return notes.change(owner_id, of, kind=kind, payload={}, on=on, now=now)
