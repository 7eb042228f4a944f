"""Position signs, read: signatures, cards, and the employers' domains that people write and meet from.

Of everybody only so many letters are opened for their signatures, spread evenly over the years, the first and
the last among them; so a page costs the same for somebody with a hundred letters and with ten thousand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from json import loads
from typing import NamedTuple

from django.db import connection

from renmai.domain.book.owners import Viewer
from renmai.domain.capture.interactions import Kind, Role
from renmai.domain.positions.positions import PositionSource
from renmai.domain.positions.signatures import signed_position
from renmai.domain.positions.signs import PositionSign
from renmai.store.book.bulk import among
from renmai.store.ties.channels import employer_hosts

MOST_LETTERS = 24
"""So many letters of each address are opened."""


TELLING = {Kind.MAIL: (Role.SENDER,), Kind.MEETING: (Role.ORGANISER, Role.ATTENDEE)}
"""In which kinds of acts what part tells where somebody works."""
_SAMPLE = """
WITH counted AS (
    SELECT p.mention_id, COUNT(*) AS number FROM renmai_participation p
    WHERE {condition} AND p.at_epoch_s < %s AND p.kind = %s AND p.role IN ({roles}) GROUP BY p.mention_id)
SELECT mention_id, at_epoch_s, interaction_id, number FROM (
    SELECT p.mention_id, p.at_epoch_s, p.interaction_id, counted.number,
           ROW_NUMBER() OVER (PARTITION BY p.mention_id ORDER BY p.at_epoch_s, p.interaction_id) AS place
    FROM renmai_participation p JOIN counted ON counted.mention_id = p.mention_id
    WHERE {condition} AND p.at_epoch_s < %s AND p.kind = %s AND p.role IN ({roles})) AS placed
WHERE place = number OR (place - 1) %% ((number + %s) / %s) = 0
"""


class _Trace(NamedTuple):
    """One act by one mention, with the record it is kept in; `of` is how many there are of its kind."""

    mention_id: int
    at_epoch_s: int
    record_id: int
    is_mail: bool
    of: int


def position_signs(
    viewer: Viewer, person_ids: Iterable[int], until_epoch_s: int, *, most_letters: int = MOST_LETTERS
) -> dict[int, list[PositionSign]]:
    """Return what traces before a moment say of where some people work, by person id."""
    whose = _mentions(viewer.owner_id, person_ids)
    hosts = employer_hosts(whose)
    traces = _traces(whose, until_epoch_s, most_letters)
    opened = _signatures(each.record_id for group in traces.values() for each in group if each.is_mail)
    found: dict[int, list[PositionSign]] = defaultdict(list)
    for mention_id, group in traces.items():
        person_id, name = whose[mention_id]
        host = hosts.get(mention_id, "")
        found[person_id] += _of_host(viewer, group, host)
        found[person_id] += _of_letters(viewer, group, opened, name=name, host=host)
    for person_id, sign in _cards(viewer, whose, hosts, until_epoch_s):
        found[person_id].append(sign)
    return dict(found)


def _mentions(owner_id: int, person_ids: Iterable[int]) -> dict[int, tuple[int, str]]:
    """Return by mention whose it is, and under which name."""
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT m.id, m.person_id, m.name FROM renmai_mention m WHERE m.owner_id = %s AND {condition}",
            [owner_id, listed],
        )
        return {pk: (person_id, name) for pk, person_id, name in cursor.fetchall()}


def _traces(mention_ids: Iterable[int], until_epoch_s: int, most: int) -> dict[int, list[_Trace]]:
    """Return of each mention some mails it wrote and meetings it was named at, oldest first.

    Evenly over their number, with the first and the last; the database counts the others, in the order of
    its index.
    """
    condition, listed = among("p.mention_id", mention_ids)
    found: list[tuple[int, int, int, bool, int]] = []
    with connection.cursor() as cursor:
        for kind, roles in TELLING.items():
            cursor.execute(
                _SAMPLE.format(condition=condition, roles=", ".join(["%s"] * len(roles))),
                [*(listed, until_epoch_s, kind, *roles) * 2, most - 2, most - 1],
            )
            found += [(*row[:3], kind == Kind.MAIL, row[3]) for row in cursor.fetchall()]
        condition, listed = among("i.id", (row[2] for row in found))
        cursor.execute(f"SELECT i.id, i.record_id FROM renmai_interaction i WHERE {condition}", [listed])
        records = dict(cursor.fetchall())
    rows = (_Trace(pk, at, records[act], is_mail, of) for pk, at, act, is_mail, of in sorted(found))
    return {pk: list(group) for pk, group in groupby(rows, key=lambda row: row.mention_id)}


def _signatures(record_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return the signatures of some letters, as the mail reader kept them."""
    condition, listed = among("r.id", record_ids)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT r.id, r.fields FROM renmai_inboxrecord r WHERE {condition}", [listed])
        read = ((pk, loads(fields).get("signature")) for pk, fields in cursor.fetchall())
        return {pk: lines for pk, lines in read if isinstance(lines, list)}


def _of_host(viewer: Viewer, traces: Sequence[_Trace], host: str) -> list[PositionSign]:
    """Return the first and the last act from an employer's domain, by mail and in meetings."""
    found = []
    for source, is_mail in ((PositionSource.MAIL, True), (PositionSource.CALENDAR, False)):
        acts = [each for each in traces if each.is_mail == is_mail] if host else []
        ends = [(acts[0], acts[0].of - 1), (acts[-1], 1)] if len(acts) > 1 else [(each, 1) for each in acts]
        found += [
            PositionSign(on=viewer.day_of(each.at_epoch_s), source=source, host=host, acts=count)
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
    viewer: Viewer,
    whose: Mapping[int, tuple[int, str]],
    hosts: Mapping[int, str],
    until_epoch_s: int,
) -> list[tuple[int, PositionSign]]:
    """Return what cards say of organisation and title, on the day each came in."""
    condition, listed = among("m.id", whose)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.id, f.kind, f.value, g.created_at FROM renmai_mention m "
            "JOIN renmai_fact f ON f.mention_id = m.id JOIN renmai_inboxrecord r ON r.id = m.record_id "
            f"JOIN renmai_import g ON g.id = r.of_import_id WHERE {condition} "
            "AND f.kind IN ('organisation', 'title') ORDER BY f.id",
            [listed],
        )
        told: dict[int, dict[str, str]] = defaultdict(dict)
        came: dict[int, int] = {}
        for pk, kind, value, at in cursor.fetchall():
            told[pk].setdefault(kind, " ".join(value.split()))
            came[pk] = int(at.timestamp())
    return [
        (
            whose[pk][0],
            PositionSign(
                on=viewer.day_of(min(came[pk], until_epoch_s - 1)),
                source=PositionSource.CARD,
                organisation=facts["organisation"],
                title=facts.get("title", ""),
                host=hosts.get(pk, ""),
                line=" · ".join(filter(None, (facts["organisation"], facts.get("title", "")))),
            ),
        )
        for pk, facts in told.items()
        if facts.get("organisation")
    ]
