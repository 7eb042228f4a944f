"""The first act of people that the traces hold, with who else was in it (R1)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import Role
from renmai.domain.ties.ties import REAL_CLASSES
from renmai.store.book.bulk import among

CALLING = (Role.SENDER, Role.ORGANISER)


class ActPart(NamedTuple):
    """One who took part in an act: person, mention, whether they wrote it or called it, whether the owner."""

    person_id: int
    mention_id: int
    is_caller: bool
    is_me: bool


class KeptFirstAct(NamedTuple):
    """Somebody's first act with everybody in it."""

    person_id: int
    kind: str
    at_epoch_s: int
    subject: str
    present: Sequence[ActPart]


def met_last(owner_id: int, *, without: Collection[int], at_most: int) -> list[int]:
    """Return with whom the owner's real ties began last, those left out whose way in is known."""
    marks = ", ".join(["%s"] * len(REAL_CLASSES))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.person_id FROM renmai_tie t JOIN renmai_person p ON p.id = t.person_id "
            f"WHERE t.owner_id = %s AND t.tie_class IN ({marks}) AND t.first_at_epoch_s IS NOT NULL "
            "AND p.gone = '' AND p.is_person AND NOT p.is_me ORDER BY t.first_at_epoch_s DESC, t.person_id",
            [owner_id, *map(str, REAL_CLASSES)],
        )
        found = (row[0] for row in cursor)
        return [
            pk for pk, _place in zip((pk for pk in found if pk not in without), range(at_most), strict=False)
        ]


def first_acts(person_ids: Collection[int]) -> list[KeptFirstAct]:
    """Return the first direct act of each of some people, the earliest kept one where several are at once."""
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH first AS (
                SELECT m.person_id, MIN(pa.at_epoch_s) AS at_epoch_s FROM renmai_mention m
                JOIN renmai_participation pa ON pa.mention_id = m.id WHERE {condition} GROUP BY m.person_id
            )
            SELECT f.person_id, i.id, i.kind, i.at_epoch_s, i.subject FROM first f
            JOIN renmai_mention m ON m.person_id = f.person_id
            JOIN renmai_participation pa ON pa.mention_id = m.id AND pa.at_epoch_s = f.at_epoch_s
            JOIN renmai_interaction i ON i.id = pa.interaction_id
            WHERE i.nature = 'direct' ORDER BY i.id DESC
            """,
            [listed],
        )
        acts = {row[0]: row[1:] for row in cursor.fetchall()}
    present = _present({act[0] for act in acts.values()})
    return [
        KeptFirstAct(person_id, kind, at_epoch_s, subject, present[act_id])
        for person_id, (act_id, kind, at_epoch_s, subject) in sorted(acts.items())
    ]


def _present(act_ids: Collection[int]) -> defaultdict[int, list[ActPart]]:
    """Return by act everybody who took part, each once."""
    condition, listed = among("pa.interaction_id", act_ids)
    found: defaultdict[int, dict[int, ActPart]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pa.interaction_id, m.person_id, m.id, pa.role, p.is_me FROM renmai_participation pa "
            "JOIN renmai_mention m ON m.id = pa.mention_id JOIN renmai_person p ON p.id = m.person_id "
            f"WHERE {condition} AND p.is_person ORDER BY pa.id",
            [listed],
        )
        for act_id, person_id, mention_id, role, is_me in cursor.fetchall():
            is_caller = role in CALLING
            if person_id not in found[act_id] or is_caller:
                found[act_id][person_id] = ActPart(person_id, mention_id, is_caller, bool(is_me))
    kept: defaultdict[int, list[ActPart]] = defaultdict(list)
    kept.update({act_id: list(people.values()) for act_id, people in found.items()})
    return kept
