"""One person's interactions: a page of them newest first, all their moments, the last of some people."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import WRITTEN, Role
from renmai.store.book.bulk import among
from renmai.store.ties.letters import MY_MENTIONS

THEIR_MENTIONS = "SELECT m.id FROM renmai_mention m WHERE m.owner_id = %s AND m.person_id = %s"


class Act(NamedTuple):
    """One interaction as read for a page; a role is empty where somebody took no part."""

    interaction_id: int
    act: str
    at_epoch_s: int
    kind: str
    nature: str
    subject: str
    excerpt: str
    audience: int
    duration_s: int
    source: str
    my_role: str
    their_role: str

    @property
    def is_from_me(self) -> bool | None:
        """Tell who reached out; None where nobody did, as in a meeting of equals."""
        if self.my_role == Role.SENDER:
            return True
        return False if self.their_role == Role.SENDER else None


def count_of(owner_id: int, person_id: int, until_epoch_s: int) -> int:
    """Return in how many interactions somebody took part before a moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT COUNT(DISTINCT i.id) FROM renmai_participation p
            JOIN renmai_interaction i ON i.id = p.interaction_id
            WHERE p.mention_id IN ({THEIR_MENTIONS}) AND i.at_epoch_s < %s
            """,
            [owner_id, person_id, until_epoch_s],
        )
        return int(cursor.fetchone()[0])


def page_of(owner_id: int, person_id: int, until_epoch_s: int, *, skip: int, take: int) -> list[Act]:
    """Return a page of somebody's interactions, newest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT i.id, MAX(CASE p.role WHEN %s THEN 2 WHEN %s THEN 1 ELSE 0 END)
            FROM renmai_participation p
            JOIN renmai_interaction i ON i.id = p.interaction_id
            WHERE p.mention_id IN ({THEIR_MENTIONS}) AND i.at_epoch_s < %s
            GROUP BY i.id, i.at_epoch_s ORDER BY i.at_epoch_s DESC, i.id DESC LIMIT %s OFFSET %s
            """,
            [Role.SENDER, Role.TO, owner_id, person_id, until_epoch_s, take, skip],
        )
        theirs = {row[0]: (Role.SENDER if row[1] == 2 else Role.TO) for row in cursor.fetchall()}
    found = acts(owner_id, list(theirs))
    return [found[pk]._replace(their_role=role) for pk, role in theirs.items() if pk in found]


def acts(owner_id: int, interaction_ids: Sequence[int]) -> dict[int, Act]:
    """Return some interactions by id, with the owner's own role in them.

    The owner is checked at the record, and the record is joined to the act, or SQLite would go through all
    they have instead of the few ids.
    """
    condition, listed = among("i.id", interaction_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT i.id, i.external_id, i.at_epoch_s, i.kind, i.nature, i.subject, i.excerpt, i.audience,
                   i.duration_s, r.source,
                   (SELECT MAX(CASE p.role WHEN %s THEN 2 ELSE 1 END) FROM renmai_participation p
                    WHERE p.interaction_id = i.id AND p.mention_id IN ({MY_MENTIONS}))
            FROM renmai_interaction i CROSS JOIN renmai_inboxrecord r
            WHERE {condition} AND r.id = i.record_id AND r.owner_id = %s
            """,
            [Role.SENDER, owner_id, listed, owner_id],
        )
        roles = {2: str(Role.SENDER), 1: str(Role.TO), None: ""}
        return {row[0]: Act._make((*row[:10], roles[row[10]], "")) for row in cursor.fetchall()}


def moments(
    owner_id: int, person_id: int, since_epoch_s: int, until_epoch_s: int
) -> list[tuple[int, bool, bool]]:
    """Return when something direct passed between the owner and somebody: moment, from me, from them.

    A meeting of equals counts for both sides.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT DISTINCT i.id, i.at_epoch_s, mine.role, p.role, i.kind FROM renmai_participation p
            JOIN renmai_interaction i ON i.id = p.interaction_id
            JOIN renmai_participation mine ON mine.interaction_id = i.id
            WHERE p.mention_id IN ({THEIR_MENTIONS}) AND mine.mention_id IN ({MY_MENTIONS})
              AND i.nature = 'direct' AND i.at_epoch_s >= %s AND i.at_epoch_s < %s
            """,
            [owner_id, person_id, owner_id, since_epoch_s, until_epoch_s],
        )
        sides: dict[int, list[Any]] = {}
        for interaction_id, at_epoch_s, my_role, their_role, kind in cursor.fetchall():
            side = sides.setdefault(interaction_id, [at_epoch_s, False, False])
            is_shared = kind not in WRITTEN and Role.SENDER not in (my_role, their_role)
            side[1] |= my_role == Role.SENDER or is_shared
            side[2] |= their_role == Role.SENDER or is_shared
    return [(at, mine, theirs) for at, mine, theirs in sides.values() if mine or theirs]


def latest(owner_id: int, person_id: int, until_epoch_s: int, *, at_most: int = 12) -> list[Act]:
    """Return the newest acts of one towards the other, or of both together, newest first.

    Where both only stood in somebody else's copy, nothing passed between them.
    """
    recent = page_of(owner_id, person_id, until_epoch_s, skip=0, take=at_most * 4)
    ours = [act for act in recent if act.nature == "direct" and act.my_role]
    return [act for act in ours if act.is_from_me is not None or act.kind not in WRITTEN][:at_most]
