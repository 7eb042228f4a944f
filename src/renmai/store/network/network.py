"""What the network is made of: real ties, where people work, by which channels; and its last figures."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from json import dumps, loads
from typing import Any, NamedTuple

from django.db import connection

from renmai.domain.people.handles import HandleKind, HandleNature
from renmai.domain.people.mail_hosts import organisation_of_host
from renmai.domain.ties.ties import REAL_CLASSES
from renmai.store.book.bulk import among
from renmai.store.models import Owner, Tie
from renmai.store.ties.letters import MY_MENTIONS

LONGEST_NAME = 40
"""Some mail programs write a whole address for an organisation; then the domain tells it better."""


class RealTie(NamedTuple):
    """A tie with two-way contact: whose, under what name, its strength (0 to 1), class and state."""

    person_id: int
    name: str
    strength: float
    tie_class: str
    state: str


def real_ties(owner_id: int, most: int) -> list[RealTie]:
    """Return the strongest of the kept weak and strong ties."""
    rows = Tie.objects.filter(owner_id=owner_id, tie_class__in=REAL_CLASSES, person__gone="")
    columns = ("person_id", "person__name", "strength", "tie_class", "state")
    return [RealTie(*row) for row in rows.order_by("-strength", "person_id").values_list(*columns)[:most]]


def count_real(owner_id: int) -> int:
    """Return how many weak and strong ties there are."""
    return Tie.objects.filter(owner_id=owner_id, tie_class__in=REAL_CLASSES, person__gone="").count()


def organisations_of(person_ids: Sequence[int]) -> dict[int, str]:
    """Return where people work: as their latest trace says, else by the domain of an address of theirs."""
    found = {**_by_address(person_ids), **_by_fact(person_ids)}
    return {person_id: name for person_id, name in found.items() if name}


def _by_fact(person_ids: Sequence[int]) -> dict[int, str]:
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.person_id, f.value FROM renmai_mention m JOIN renmai_fact f ON f.mention_id = m.id "
            f"WHERE f.kind = 'organisation' AND {condition} ORDER BY f.id",
            [listed],
        )
        rows = [(person_id, value.strip()) for person_id, value in cursor.fetchall()]
        return {person_id: name for person_id, name in rows if 0 < len(name) <= LONGEST_NAME}


def _by_address(person_ids: Sequence[int]) -> dict[int, str]:
    """Return the domain by which each was met most often, private hosts apart."""
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.person_id, h.value, COUNT(*) FROM renmai_mention m "
            "JOIN renmai_mentionhandle c ON c.mention_id = m.id JOIN renmai_handle h ON h.id = c.handle_id "
            "LEFT JOIN renmai_participation p ON p.mention_id = m.id "
            f"WHERE h.kind = %s AND h.nature = %s AND {condition} GROUP BY m.person_id, h.value",
            [str(HandleKind.MAIL), str(HandleNature.PERSONAL), listed],
        )
        met: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for person_id, address, times in cursor.fetchall():
            if domain := organisation_of_host(address.rpartition("@")[2]):
                met[person_id][domain] += times
    return {who: min(found, key=lambda name: (-found[name], name)) for who, found in met.items()}


def channels_of(owner_id: int, person_ids: Sequence[int], until_epoch_s: int) -> dict[str, int]:
    """Return by channel with how many of some people the owner had direct contact there before a moment."""
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.channel, COUNT(DISTINCT m.person_id) FROM renmai_mention m "
            "JOIN renmai_participation p ON p.mention_id = m.id "
            "JOIN renmai_interaction i ON i.id = p.interaction_id "
            "JOIN renmai_participation mine ON mine.interaction_id = i.id "
            f"WHERE {condition} AND i.nature = 'direct' AND i.at_epoch_s < %s "
            f"AND mine.mention_id IN ({MY_MENTIONS}) GROUP BY i.channel",
            [listed, until_epoch_s, owner_id],
        )
        return {channel: count for channel, count in cursor.fetchall() if channel}


class KeptNetwork(NamedTuple):
    """The figures of a network as they are kept; `is_current` unless the book has changed since."""

    figures: Mapping[str, Any]
    is_current: bool


def kept(owner_id: int, as_of_epoch_s: int) -> KeptNetwork | None:
    """Return the network as it is kept, of that moment or an earlier one."""
    text, change = Owner.objects.values_list("network", "changes").get(pk=owner_id)
    if not text:
        return None
    found = loads(text)
    return KeptNetwork(found["figures"], (found["as_of"], found["change"]) == (as_of_epoch_s, change))


def keep(owner_id: int, figures: Mapping[str, Any], *, as_of_epoch_s: int, change: int) -> None:
    """Keep the network computed for a moment and for the book as it was at a count of its changes."""
    text = dumps({"as_of": as_of_epoch_s, "change": change, "figures": figures}, ensure_ascii=False)
    Owner.objects.filter(pk=owner_id).update(network=text)
