"""Record a group the owner belongs to, what changes about it, and that they left it (R2)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from renmai.actions.book.noting import TextTooLong, day_meant, said, worded
from renmai.domain.asks.amounts import FROM, amount_of
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.groups import LONGEST_GROUP_NAME, Period
from renmai.queries.reach.groups import NoSuchGroup, group_of
from renmai.store.book.bulk import writing
from renmai.store.book.decisions import StandingDecision
from renmai.store.people.notes import change, note, one
from renmai.store.reach.groups import GROUP, GROUP_CHANGED, GROUP_LEFT, NAME, as_payload, groups

DEFAULT_CHANNEL = Channel.SOCIAL


class NotAGroup(Refused):
    """A fee, a period or a channel of a group is none, or another group has its name."""


def record_group(viewer: Viewer, name: str, terms: Mapping[str, Any], *, now: datetime, on: date) -> int:
    """Note a group; return the decision's id, which is its number.

    :param terms: channel, fee as `1200 CNY`, period, renews_on and about, as far as they are said
    :raises NothingSaid: if it has no name
    :raises TextTooLong: if the name is longer than one may be
    :raises NotAGroup: if a term is none, or a group of that name is there
    :raises NoSuchDay: if the renewal lies centuries off
    """
    kept = {"channel": str(DEFAULT_CHANNEL), "fee": "", "period": "", "renews_on": "", "about": ""}
    payload: dict[str, object] = {**kept, NAME: _name(name), **_terms(viewer, terms)}
    with writing(viewer.owner_id):
        _check_is_new(viewer, str(payload[NAME]))
        return note(viewer.owner_id, kind=GROUP, person_id=None, payload=payload, on=on, now=now)


def record_group_change(
    viewer: Viewer, number: int, terms: Mapping[str, Any], *, now: datetime, on: date
) -> int | None:
    """Note what is otherwise about a group; return the decision's id, None where just that stands.

    :param terms: what is said; its name too; what is left out stays
    :raises NoSuchGroup: if the owner has none of that number
    """
    owner_id = viewer.owner_id
    said_now: dict[str, object] = _terms(viewer, terms)
    if NAME in terms:
        said_now[NAME] = _name(terms[NAME])
    with writing(owner_id):
        group = group_of(viewer, number, today=date.max)
        before = as_payload(group)
        changed = {key: value for key, value in said_now.items() if before[key] != value}
        if not changed:
            return None
        if NAME in changed:
            _check_is_new(viewer, str(changed[NAME]), number)
        of = _decision(owner_id, number)
        return change(owner_id, of, kind=GROUP_CHANGED, payload=changed, on=on, now=now)


def record_group_left(viewer: Viewer, number: int, *, now: datetime, on: date) -> int | None:
    """Note that the owner left a group; return the decision's id, None where they had left it.

    :raises NoSuchGroup: if the owner has none of that number
    """
    with writing(viewer.owner_id):
        group = group_of(viewer, number, today=date.max)
        if group.left_on is not None:
            return None
        of, payload = _decision(viewer.owner_id, number), {NAME: group.name}
        return change(viewer.owner_id, of, kind=GROUP_LEFT, payload=payload, on=on, now=now)


def _decision(owner_id: int, number: int) -> StandingDecision:
    """Return the decision that a group is.

    :raises NoSuchGroup: if the owner has none of that number
    """
    decision = one(owner_id, number, GROUP)
    if decision is None:
        raise NoSuchGroup("no_such_group", group=str(number))
    return decision


def _name(typed: str) -> str:
    name = said(typed, field="name")
    if len(name) > LONGEST_GROUP_NAME:
        raise TextTooLong("text_too_long", length=len(name), most=LONGEST_GROUP_NAME)
    return name


def _check_is_new(viewer: Viewer, name: str, number: int | None = None) -> None:
    for group in groups(viewer.owner_id, until=date.max).values():
        if group.name.casefold() == name.casefold() and group.number != number:
            raise NotAGroup("group_is_there", group=group.name, number=group.number)


def _terms(viewer: Viewer, terms: Mapping[str, Any]) -> dict[str, object]:
    """Return what is said of a group as its note keeps it.

    :raises NotAGroup: if a fee, a period or a channel is none
    """
    found: dict[str, object] = {}
    if channel := terms.get("channel"):
        if channel not in list(Channel):
            raise NotAGroup("no_such_channel", channel=channel, channels=", ".join(Channel))
        found["channel"] = str(channel)
    if period := terms.get("period"):
        if period not in list(Period):
            raise NotAGroup("no_such_period", period=period, periods=", ".join(Period))
        found["period"] = str(period)
    if "fee" in terms:
        found["fee"] = money_kept(viewer, terms["fee"])
    if "renews_on" in terms:
        renews_on = day_meant(terms["renews_on"])
        found["renews_on"] = renews_on.isoformat() if renews_on else ""
    if "about" in terms:
        found["about"] = worded(terms["about"])
    return found


def money_kept(viewer: Viewer, typed: str) -> str:
    """Return an amount as it is kept, nothing where nothing was typed.

    :raises NotAGroup: if it is none
    """
    text = (typed or "").strip()
    amount = amount_of(text, region=viewer.region) if text else None
    if text and amount is None:
        raise NotAGroup("no_such_amount", amount=text, currencies=", ".join(FROM))
    return str(amount) if amount else ""
