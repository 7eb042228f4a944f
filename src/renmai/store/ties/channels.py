"""Places: by which of somebody's addresses an act went, an employer's or a private one (T6)."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from renmai.domain.capture.interactions import Kind, Role
from renmai.domain.people.handles import Handle, HandleKind
from renmai.domain.people.mail_hosts import firm_host, is_private
from renmai.domain.ties.basis import employers_left
from renmai.store.book.bulk import among
from renmai.store.ties.acts import PersonColumns

WORK_MAIL, PRIVATE_MAIL, TALK = 1, 2, 3
CHANNELS = ("work mail", "personal mail", "phone")
"""Channels as the engine's contract names them, by number from 1; 0 is a channel that tells nothing."""
TALKING = (Kind.CALL, Kind.MESSAGE)
"""Kinds that go by a number of somebody's own."""


class Places(NamedTuple):
    """By a mention's id: the employer behind its address as a number, 0 for none, and its channel."""

    employer: NDArray[np.int32]
    channel: NDArray[np.int8]


def places_of(owner_id: int, who: PersonColumns, until_epoch_s: int) -> Places:
    """Return the places of every mention with a mail address, as of a moment.

    Any host that is not a known provider of private addresses counts as an employer's, also somebody's own
    domain: whether others are there too would change with every import. Of others only an employer counts
    that they left, by all they wrote to anybody: what fell silent between the two of us alone is no change.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.mention_id, h.value FROM renmai_handle h "
            "JOIN renmai_mentionhandle c ON c.handle_id = h.id "
            "WHERE h.owner_id = %s AND h.kind = %s ORDER BY c.place DESC, h.value",
            [owner_id, str(HandleKind.MAIL)],
        )
        rows = cursor.fetchall()
    size = len(who.me)
    places = Places(np.zeros(size, np.int32), np.zeros(size, np.int8))
    firms: dict[str, int] = {}
    for mention_id, address in rows:
        host = Handle(HandleKind.MAIL, address).host
        private = is_private(host)
        places.channel[mention_id] = PRIVATE_MAIL if private else WORK_MAIL
        places.employer[mention_id] = 0 if private else firms.setdefault(firm_host(host), len(firms) + 1)
    _keep_those_left(places, who, until_epoch_s)
    return places


def _keep_those_left(places: Places, who: PersonColumns, until_epoch_s: int) -> None:
    """Let others' mentions have an employer only where a later one of theirs took its place."""
    working = np.flatnonzero((places.employer > 0) & (who.others > 0))
    person, firm = who.others[working], places.employer[working].astype(np.int64)
    places.employer[working] = 0
    pairs = np.unique(np.stack((person, firm)), axis=1)
    numbers, counts = np.unique(pairs[0], return_counts=True)
    is_of_several = np.isin(person, numbers[counts > 1])
    told = {
        int(pk): (int(whose), int(at))
        for pk, whose, at in zip(
            working[is_of_several], person[is_of_several], firm[is_of_several], strict=True
        )
    }
    spans: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for pk, first, last in _written_between(list(told), until_epoch_s):
        whose, at = told[pk]
        known = spans[whose].get(at, (first, last))
        spans[whose][at] = (min(known[0], first), max(known[1], last))
    left = {(whose, at) for whose, theirs in spans.items() for at in employers_left(theirs)}
    for pk, pair in told.items():
        if pair in left:
            places.employer[pk] = pair[1]


def _written_between(mention_ids: list[int], until_epoch_s: int) -> list[tuple[int, int, int]]:
    """Return the first and the last moment at which some mentions wrote or called a meeting."""
    condition, listed = among("p.mention_id", mention_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.mention_id, MIN(p.at_epoch_s), MAX(p.at_epoch_s) FROM renmai_participation p "
            f"WHERE {condition} AND p.at_epoch_s < %s AND p.role IN (%s, %s) GROUP BY p.mention_id",
            [listed, until_epoch_s, Role.SENDER, Role.ORGANISER],
        )
        return [(pk, first, last) for pk, first, last in cursor.fetchall()]
