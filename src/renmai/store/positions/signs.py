"""Position signs, read: signatures, cards, and the employers' domains that people write and meet from.

Of everybody only so many letters are opened for their signatures, spread evenly over the years, the first and
the last among them; so a page costs the same for somebody with a hundred letters and with ten thousand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from json import loads
from typing import NamedTuple

from django.db import connection

from renmai.domain.book.owners import Viewer
from renmai.domain.capture.interactions import Kind, Role
from renmai.domain.people.mentions import ORGANISATION
from renmai.domain.positions.employers import HostSort, may_be_own_employer
from renmai.domain.positions.legal import named_organisation
from renmai.domain.positions.positions import PositionSource
from renmai.domain.positions.signatures import signed_position
from renmai.domain.positions.signs import PositionSign
from renmai.store.book.bulk import among
from renmai.store.people.carried import CarriedFact, facts_of_each, mentions_of_people
from renmai.store.people.portraits import TOLD
from renmai.store.positions.employers import sorts_of
from renmai.store.positions.hosts import hosts_carried

MOST_LETTERS = 24
"""So many letters of each address are opened."""


TELLING = {Kind.MAIL: (Role.SENDER,), Kind.MEETING: (Role.ORGANISER, Role.ATTENDEE)}
"""In which kinds of acts what part tells where somebody works."""
_SAMPLE = """
WITH counted AS (
    SELECT p.mention_id, COUNT(*) AS number FROM renmai_participation p
    WHERE {condition} AND p.at_epoch_s < %s AND p.kind = %s AND p.role IN ({roles}) GROUP BY p.mention_id)
SELECT mention_id, placed.at_epoch_s, interaction_id, i.record_id, number FROM (
    SELECT p.mention_id, p.at_epoch_s, p.interaction_id, counted.number,
           ROW_NUMBER() OVER (PARTITION BY p.mention_id ORDER BY p.at_epoch_s, p.interaction_id) AS place
    FROM renmai_participation p JOIN counted ON counted.mention_id = p.mention_id
    WHERE {condition} AND p.at_epoch_s < %s AND p.kind = %s AND p.role IN ({roles})) AS placed
CROSS JOIN renmai_interaction i
WHERE i.id = placed.interaction_id AND (place = number OR (place - 1) %% ((number + %s) / %s) = 0)
"""


class _Trace(NamedTuple):
    """One act by one mention, with the record it is kept in; `of` is how many there are of its kind."""

    mention_id: int
    at_epoch_s: int
    record_id: int
    is_mail: bool
    of: int


def position_signs(
    viewer: Viewer,
    person_ids: Iterable[int],
    until_epoch_s: int,
    *,
    most_letters: int = MOST_LETTERS,
    with_unsure: bool = False,
) -> dict[int, list[PositionSign]]:
    """Return what traces before a moment say of where some people work, by person id.

    :param with_unsure: count the domains, too, of which it is not told whether people work there
    """
    people = list(person_ids)
    mentions = mentions_of_people(viewer.owner_id, people)
    whose = {each.mention_id: (pk, each.name) for pk, carried in mentions.items() for each in carried}
    hosts = hosts_carried(each for carried in mentions.values() for each in carried)
    traces = _traces(whose, until_epoch_s, most_letters)
    headers = _headers(viewer.owner_id, people)
    opened = _signatures(each.record_id for group in traces.values() for each in group if each.is_mail)
    found: dict[int, list[PositionSign]] = defaultdict(list)
    for mention_id, group in traces.items():
        person_id, name = whose[mention_id]
        host = hosts.get(mention_id, "")
        found[person_id] += _of_host(viewer, group, host, headers.get(mention_id, ""))
        found[person_id] += _of_letters(viewer, group, opened, name=name, host=host)
    for person_id, sign in _cards(viewer, people, hosts, until_epoch_s):
        found[person_id].append(sign)
    return _at_employers(viewer.owner_id, found, with_unsure=with_unsure)


def _at_employers(
    owner_id: int, found: Mapping[int, Sequence[PositionSign]], *, with_unsure: bool
) -> dict[int, list[PositionSign]]:
    """Return signs without the domains that are no employer's; a sign that says no more is none."""
    signed = {pk: {sign.organisation for sign in signs if sign.organisation} for pk, signs in found.items()}
    hosts = {sign.host for signs in found.values() for sign in signs if sign.host}
    sorts = sorts_of(owner_id, hosts, signed)
    employers = {
        host
        for host in hosts
        if sorts[host] == HostSort.EMPLOYER or (with_unsure and may_be_own_employer(host, sorts[host]))
    }
    return {
        person_id: [
            sign if sign.host in employers else replace(sign, host="")
            for sign in signs
            if sign.host in employers or sign.organisation
        ]
        for person_id, signs in found.items()
    }


def _traces(mention_ids: Iterable[int], until_epoch_s: int, most: int) -> dict[int, list[_Trace]]:
    """Return of each mention some mails it wrote and meetings it was named at, oldest first.

    Evenly over their number, with the first and the last; the database counts the others, in the order of
    its index.
    """
    condition, listed = among("p.mention_id", mention_ids)
    found: list[tuple[int, int, int, int, bool, int]] = []
    with connection.cursor() as cursor:
        for kind, roles in TELLING.items():
            cursor.execute(
                _SAMPLE.format(condition=condition, roles=", ".join(["%s"] * len(roles))),
                [*(listed, until_epoch_s, kind, *roles) * 2, most - 2, most - 1],
            )
            found += [(*row[:4], kind == Kind.MAIL, row[4]) for row in cursor.fetchall()]
    rows = (_Trace(pk, at, record, is_mail, of) for pk, at, _act, record, is_mail, of in sorted(found))
    return {pk: list(group) for pk, group in groupby(rows, key=lambda row: row.mention_id)}


def _signatures(record_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return the signatures of some letters, as the mail reader kept them."""
    opened = set(record_ids)
    if not opened:
        return {}
    condition, listed = among("r.id", opened)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT r.id, r.fields FROM renmai_inboxrecord r WHERE {condition}", [listed])
        read = ((pk, loads(fields).get("signature")) for pk, fields in cursor.fetchall())
        return {pk: lines for pk, lines in read if isinstance(lines, list)}


def _headers(owner_id: int, person_ids: Sequence[int]) -> dict[int, str]:
    """Return by mention the organisation that the headers of its mails name."""
    facts = (each for carried in facts_of_each(owner_id, person_ids).values() for each in carried)
    named = (each for each in facts if each.kind == ORGANISATION and each.came_at is None)
    return {
        each.mention_id: organisation for each in named if (organisation := named_organisation(each.value))
    }


def _of_host(viewer: Viewer, traces: Sequence[_Trace], host: str, named: str) -> list[PositionSign]:
    """Return the first and the last act from an employer's domain, by mail and in meetings.

    :param named: the organisation that the headers of these mails name
    """
    found = []
    for source, is_mail in ((PositionSource.MAIL, True), (PositionSource.CALENDAR, False)):
        acts = [each for each in traces if each.is_mail == is_mail] if host or named else []
        ends = [(acts[0], acts[0].of - 1), (acts[-1], 1)] if len(acts) > 1 else [(each, 1) for each in acts]
        found += [
            PositionSign(
                on=viewer.day_of(each.at_epoch_s), source=source, organisation=named, host=host, acts=count
            )
            for each, count in ends
        ]
    return found


def _of_letters(
    viewer: Viewer, traces: Sequence[_Trace], opened: Mapping[int, list[str]], *, name: str, host: str
) -> list[PositionSign]:
    found = []
    for each in traces:
        signed = each.is_mail and signed_position(opened.get(each.record_id, ()), name=name, host=host)
        if signed and (signed.organisation or host):
            found.append(
                PositionSign(
                    on=viewer.day_of(each.at_epoch_s),
                    source=PositionSource.SIGNATURE,
                    organisation=signed.organisation,
                    title=signed.title,
                    host=host,
                    line=signed.line,
                )
            )
    return found


def _cards(
    viewer: Viewer, person_ids: Sequence[int], hosts: Mapping[int, str], until_epoch_s: int
) -> Iterator[tuple[int, PositionSign]]:
    """Yield what cards say of organisation and title, on the day each came in."""
    for person_id, facts in facts_of_each(viewer.owner_id, person_ids).items():
        cards: dict[int, dict[str, CarriedFact]] = defaultdict(dict)
        for each in facts:
            if each.kind in TOLD and each.came_at is not None:
                cards[each.mention_id].setdefault(each.kind, each)
        for mention_id, told in cards.items():
            said = {kind: " ".join(each.value.split()) for kind, each in told.items()}
            if not said.get("organisation"):
                continue
            came_at = told["organisation"].came_at
            assert came_at is not None
            yield (
                person_id,
                PositionSign(
                    on=viewer.day_of(min(int(came_at.timestamp()), until_epoch_s - 1)),
                    source=PositionSource.CARD,
                    organisation=said["organisation"],
                    title=said.get("title", ""),
                    host=hosts.get(mention_id, ""),
                    line=" · ".join(filter(None, (said["organisation"], said.get("title", "")))),
                ),
            )
