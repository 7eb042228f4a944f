"""Groups (R2): all of them, one whole, and those whose renewal is near."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NotThere
from renmai.domain.reach.funnels import ChannelYield
from renmai.domain.reach.groups import (
    REMIND_DAYS,
    EntryWay,
    Group,
    GroupEntry,
    each_for,
    fees_paid,
    next_renewal,
    renewal_advice,
)
from renmai.domain.ties.ties import Tie
from renmai.domain.value.matches import MatchKind
from renmai.domain.value.values import Effective
from renmai.queries.reach.channel_cards import GroupCard, GroupEntryCard, GroupRow, MemberOfGroup, RenewalCard
from renmai.queries.reach.met import WayMet, ways_met
from renmai.queries.reach.yields import costs_of, group_yields, people_met, yield_card
from renmai.queries.ties.cards import mark_of
from renmai.queries.value.as_cards import match_card
from renmai.queries.value.cards import MatchCard
from renmai.queries.value.matches import matches_around
from renmai.queries.value.of_person import effective_card
from renmai.store.people.people import names_of
from renmai.store.people.portraits import portraits
from renmai.store.reach.groups import entries, groups, memberships, names_only
from renmai.store.reach.listed import chats_of_several
from renmai.store.ties.rows import values_of
from renmai.store.value.values import values
from renmai.upkeep.ties.ties import fresh_ties
from renmai.upkeep.value.matches import fresh_matches

MOST_HELPED = 12
MOST_CHATS = 50


class NoSuchGroup(NotThere):
    """The owner has no group of that number or name."""


def group_of(viewer: Viewer, number: int, *, today: date) -> Group:
    """Return one group.

    :raises NoSuchGroup: if the owner has none of that number
    """
    found = groups(viewer.owner_id, until=today).get(number)
    if found is None:
        raise NoSuchGroup("no_such_group", group=str(number))
    return found


def group_named(viewer: Viewer, text: str, *, today: date) -> int:
    """Return the number of the group that a number or a name means, the one left last of several.

    :raises NoSuchGroup: if none goes by it, or several do
    """
    there = groups(viewer.owner_id, until=today)
    digits = text.strip().removeprefix("#")
    if digits.isdecimal() and int(digits) in there:
        return int(digits)
    wanted = " ".join(text.split()).casefold()
    whole = [each for each in there.values() if each.name.casefold() == wanted]
    found = whole or [each for each in there.values() if wanted and wanted in each.name.casefold()]
    if len(found) > 1:
        named = ", ".join(f"{each.number} {each.name}" for each in found[:8])
        raise NoSuchGroup("several_groups", group=text, groups=named)
    if not found:
        raise NoSuchGroup("no_such_group", group=text)
    return found[0].number


def group_rows(viewer: Viewer, *, today: date) -> tuple[GroupRow, ...]:
    """Return every group of a day, what renews soonest first, those left last."""
    owner_id = viewer.owner_id
    members, names = memberships(owner_id, until=today), names_only(owner_id, until=today)
    rows = (
        _row(group, [each.person_id for each in members if each.group == number], names, today)
        for number, group in groups(owner_id, until=today).items()
    )
    return tuple(sorted(rows, key=lambda row: (row.is_left, row.renews_on or date.max, row.number)))


def _row(group: Group, members: Sequence[int], names: Mapping[int, Sequence[str]], today: date) -> GroupRow:
    renews_on = next_renewal(group, today)
    return GroupRow(
        number=group.number,
        name=group.name,
        channel=str(group.channel),
        fee=str(group.fee) if group.fee else "",
        period=str(group.period),
        renews_on=renews_on,
        renews_in_days=None if renews_on is None else (renews_on - today).days,
        members=len(members),
        names_only=len(names.get(group.number, ())),
        is_left=group.left_on is not None,
    )


class _Yields(NamedTuple):
    """What is known of all groups together, without which no one of them can be judged."""

    there: Mapping[int, Group]
    ways: Mapping[int, WayMet]
    told: Mapping[int, ChannelYield]
    spent: Mapping[int, Sequence[GroupEntry]]


def _yields(viewer: Viewer, today: date) -> _Yields:
    owner_id = viewer.owner_id
    there = groups(owner_id, until=today)
    ways = ways_met(owner_id, today=today, groups_there=there)
    met = people_met(viewer, ways, today=today)
    told = group_yields(there, ways, met, today=today)
    return _Yields(there, ways, told, entries(owner_id, until=today))


def group_card(viewer: Viewer, number: int, *, today: date) -> GroupCard:
    """Return one group whole, as of a day.

    :raises NoSuchGroup: if the owner has none of that number
    """
    fresh_ties(viewer, viewer.end_of(today))
    fresh_matches(viewer, today=today)
    owner_id, group = viewer.owner_id, group_of(viewer, number, today=today)
    known = _yields(viewer, today)
    mine = list(known.spent.get(number, ()))
    ids = [each.person_id for each in memberships(owner_id, until=today) if each.group == number]
    ids = list(dict.fromkeys([*ids, *(pk for pk, way in known.ways.items() if way.said.group == number)]))
    names = names_only(owner_id, until=today)
    contacts, help_ = _value_of(viewer, ids, today)
    hours, _paid = costs_of([group], known.spent, today=today)
    paid = fees_paid(group, today)
    a_contact = each_for(paid, contacts)
    return GroupCard(
        row=_row(group, ids, names, today),
        about=group.about,
        joined_on=group.joined_on,
        left_on=group.left_on,
        members=_members(owner_id, ids, known.ways, number),
        names=tuple(names.get(number, ())),
        gave=_entries(mine, EntryWay.GAVE),
        brought=_entries(mine, EntryWay.BROUGHT),
        help=help_,
        contacts=contacts,
        money_a_contact=str(a_contact) if a_contact else "",
        yields=yield_card(known.told[number], hours, paid),
        advice=renewal_advice(known.told[number], members=len(ids)),
    )


def _members(
    owner_id: int, ids: Sequence[int], ways: Mapping[int, WayMet], number: int
) -> tuple[MemberOfGroup, ...]:
    """Return the members in the book, the strongest tie first; who is gone is no one to turn to."""
    known, ties = portraits(owner_id, ids), values_of(owner_id, ids)
    ordered = sorted(
        (pk for pk in ids if pk in known and not known[pk].gone), key=lambda pk: _by_tie(ties, pk)
    )
    return tuple(
        MemberOfGroup(
            person_id=pk,
            name=known[pk].name,
            subtitle=known[pk].subtitle,
            mark=mark_of(ties[pk].tie_class, ties[pk].state) if pk in ties else "",
            is_met_here=pk in ways and ways[pk].said.group == number,
        )
        for pk in ordered
    )


def _by_tie(ties: Mapping[int, Tie], person_id: int) -> tuple[float, int]:
    return (-ties[person_id].strength if person_id in ties else 0.0), person_id


def _value_of(viewer: Viewer, ids: Sequence[int], today: date) -> tuple[int, tuple[MatchCard, ...]]:
    """Return with how many members value goes both ways, and which of their needs the owner can meet."""
    theirs = values(viewer.owner_id, until=today, person_ids=list(ids)) if ids else []
    found = matches_around(viewer, theirs, today=today)
    mine = [each for each in found if each.kind == MatchKind.GIVE]
    names = names_of(viewer.owner_id, {who for each in mine for who in each.people})
    both = sum(
        effective_card(pk, "", own, found).ways == Effective.BOTH
        for pk in ids
        if (own := [each for each in theirs if each.person_id == pk])
    )
    return both, tuple(match_card(each, names, today=today) for each in mine[:MOST_HELPED])


def _entries(found: Iterable[GroupEntry], way: EntryWay) -> tuple[GroupEntryCard, ...]:
    return tuple(
        GroupEntryCard(
            number=int(each.key),
            way=str(each.way),
            what=each.what,
            on=each.on,
            hours=each.hours,
            amount=str(each.amount) if each.amount else "",
        )
        for each in found
        if each.way == way
    )[::-1]


def renewals(viewer: Viewer, *, today: date) -> tuple[RenewalCard, ...]:
    """Return the groups that renew within two weeks, the nearest first, each with its advice."""
    there = groups(viewer.owner_id, until=today)
    due = {number: next_renewal(group, today) for number, group in there.items()}
    near = {number: on for number, on in due.items() if on and (on - today).days <= REMIND_DAYS}
    if not near:
        return ()
    known = _yields(viewer, today)
    members = memberships(viewer.owner_id, until=today)
    return tuple(
        RenewalCard(
            number=number,
            name=there[number].name,
            on=on,
            in_days=(on - today).days,
            fee=str(there[number].fee) if there[number].fee else "",
            because=_due(there[number], on, today),
            advice=renewal_advice(known.told[number], members=sum(each.group == number for each in members)),
        )
        for number, on in sorted(near.items(), key=lambda pair: (pair[1], pair[0]))
    )


def _due(group: Group, on: date, today: date) -> Because:
    """Return that a group renews, and for how much."""
    numbers = {"name": group.name, "in_days": (on - today).days, "due_on": on.isoformat()}
    if group.fee is None:
        return Because("renewal_due", numbers)
    return Because("renewal_due_for", {**numbers, "fee": str(group.fee)})


def chats(viewer: Viewer) -> tuple[tuple[str, int], ...]:
    """Return the chats of several that the book holds, by name, with how many messages each has."""
    return tuple(chats_of_several(viewer.owner_id, MOST_CHATS))
