"""Groups as they are kept (R2): each is a note of the owner's, members and entries are notes that name it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from renmai.domain.asks.amounts import Amount, amount_of
from renmai.domain.people.erasing import BLANK
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.groups import EntryWay, Group, GroupEntry, Period
from renmai.store.people.notes import Note, notes

GROUP, GROUP_CHANGED, GROUP_LEFT = "group", "group_changed", "group_left"
MEMBER, MEMBER_REMOVED = "group_member", "group_member_removed"
NAMES, ENTRY, ENTRY_REMOVED = "group_names", "group_entry", "group_entry_removed"
NAME, OF_GROUP, LISTED = "text", "group", "names"
FIELDS = (NAME, "channel", "fee", "period", "renews_on", "about")
"""What a later decision may say otherwise."""


class GroupMember(NamedTuple):
    """That somebody of the book is in a group; `number` is the decision that says so."""

    number: int
    group: int
    person_id: int
    on: date


def groups(owner_id: int, *, until: date) -> dict[int, Group]:
    """Return every group as it stands on a day by its number, in the order in which they were noted."""
    found = notes(owner_id, [GROUP], [GROUP_CHANGED, GROUP_LEFT], until=until, person_ids=[None])
    return {each.id: _group(each) for each in found}


def _group(note: Note) -> Group:
    said: dict[str, Any] = {name: note.payload.get(name, "") for name in FIELDS}
    left_on = None
    for kind, payload, on in note.changes:
        said |= {name: payload[name] for name in FIELDS if name in payload}
        left_on = on if kind == GROUP_LEFT else left_on
    return Group(
        key=note.key,
        name=said[NAME],
        channel=Channel(said["channel"]),
        joined_on=note.on,
        fee=kept_amount(said["fee"]),
        period=Period(said["period"] or Period.YEAR),
        renews_on=date.fromisoformat(said["renews_on"]) if said["renews_on"] else None,
        about=said["about"],
        left_on=left_on,
    )


def kept_amount(text: str) -> Amount | None:
    """Return an amount as it is kept, `200 CNY`; None for none."""
    return amount_of(text, region="") if text else None


def as_payload(group: Group) -> dict[str, object]:
    """Return a group as its note keeps it."""
    return {
        NAME: group.name,
        "channel": str(group.channel),
        "fee": str(group.fee) if group.fee else "",
        "period": str(group.period),
        "renews_on": group.renews_on.isoformat() if group.renews_on else "",
        "about": group.about,
    }


def memberships(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> list[GroupMember]:
    """Return who of the book is in which group on a day, each once, in the order in which they were noted."""
    found = notes(owner_id, [MEMBER], [MEMBER_REMOVED], until=until, person_ids=person_ids)
    seen: dict[tuple[int, int], GroupMember] = {}
    for each in found:
        if each.person_id is not None and not each.changes:
            group = each.payload[OF_GROUP]
            seen.setdefault((group, each.person_id), GroupMember(each.id, group, each.person_id, each.on))
    return list(seen.values())


def names_only(owner_id: int, *, until: date) -> Mapping[int, tuple[str, ...]]:
    """Return by group the names of members whom the book does not know, as they were listed last."""
    found = notes(owner_id, [NAMES], [], until=until, person_ids=[None])
    return {
        each.payload[OF_GROUP]: tuple(name for name in each.payload[LISTED] if BLANK not in name)
        for each in found
    }


def entries(owner_id: int, *, until: date) -> Mapping[int, list[GroupEntry]]:
    """Return by group what was given to it and what it brought, oldest first."""
    found: defaultdict[int, list[GroupEntry]] = defaultdict(list)
    for each in notes(owner_id, [ENTRY], [ENTRY_REMOVED], until=until, person_ids=[None]):
        if not each.changes:
            said = each.payload
            found[said[OF_GROUP]].append(
                GroupEntry(
                    key=each.key,
                    group=said[OF_GROUP],
                    way=EntryWay(said["way"]),
                    what=said["text"],
                    on=each.on,
                    hours=said["hours"],
                    amount=kept_amount(said["amount"]),
                )
            )
    return found
