"""One person's interactions: a page of them newest first, all their moments, the last of some people."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import WRITTEN, Role
from renmai.store.book.bulk import among
from renmai.store.ties.letters import MY_MENTIONS

THEIR_MENTIONS = "SELECT m.id FROM renmai_mention m WHERE m.owner_id = %s AND m.person_id = %s"
MENTIONS_A_STATEMENT = 200
_NEWEST = """
SELECT * FROM (
    SELECT p.at_epoch_s, p.interaction_id, p.role FROM renmai_participation p
    WHERE p.mention_id = %s AND p.at_epoch_s < %s
    ORDER BY p.at_epoch_s DESC, p.interaction_id DESC LIMIT %s) AS newest"""


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
    mentions = _mentions(owner_id, person_id)
    counted = "*" if len(mentions) == 1 else "DISTINCT p.interaction_id"
    condition, listed = among("p.mention_id", mentions)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COUNT({counted}) FROM renmai_participation p WHERE {condition} AND p.at_epoch_s < %s",
            [listed, until_epoch_s],
        )
        return int(cursor.fetchone()[0])


def page_of(owner_id: int, person_id: int, until_epoch_s: int, *, skip: int, take: int) -> list[Act]:
    """Return a page of somebody's interactions, newest first."""
    parts = _newest_parts(_mentions(owner_id, person_id), until_epoch_s, at_most=skip + take)
    roles: dict[int, list[str]] = {}
    for _, pk, role in parts:
        roles.setdefault(pk, []).append(role)
    theirs = {pk: (Role.SENDER if Role.SENDER in roles[pk] else Role.TO) for pk in list(roles)[skip:][:take]}
    found = acts(owner_id, list(theirs))
    return [found[pk]._replace(their_role=role) for pk, role in theirs.items() if pk in found]


def _mentions(owner_id: int, person_id: int) -> list[int]:
    """Return somebody's mentions; the plus keeps the database from walking all that the owner has."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.id FROM renmai_mention m WHERE +m.owner_id = %s AND m.person_id = %s",
            [owner_id, person_id],
        )
        return [row[0] for row in cursor.fetchall()]


def _newest_parts(
    mention_ids: Sequence[int], until_epoch_s: int, *, at_most: int
) -> list[tuple[int, int, str]]:
    """Return moment, interaction and role of the newest acts of some mentions, newest first.

    Of each mention so many are read, in the order of its index; so all parts in the newest acts are there.
    """
    found: list[tuple[int, int, str]] = []
    with connection.cursor() as cursor:
        for start in range(0, len(mention_ids), MENTIONS_A_STATEMENT):
            some = mention_ids[start : start + MENTIONS_A_STATEMENT]
            cursor.execute(
                " UNION ALL ".join([_NEWEST] * len(some)),
                [value for pk in some for value in (pk, until_epoch_s, at_most)],
            )
            found += cursor.fetchall()
    return sorted(found, reverse=True)


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


def latest(owner_id: int, person_id: int, until_epoch_s: int, *, at_most: int = 12) -> list[Act]:
    """Return the newest acts of one towards the other, or of both together, newest first.

    Where both only stood in somebody else's copy, nothing passed between them.
    """
    recent = page_of(owner_id, person_id, until_epoch_s, skip=0, take=at_most * 4)
    ours = [act for act in recent if act.nature == "direct" and act.my_role]
    return [act for act in ours if act.is_from_me is not None or act.kind not in WRITTEN][:at_most]
