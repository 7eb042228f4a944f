"""One person's interactions: a page of them newest first, all their moments, the last of some people."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import WRITTEN, Role
from renmai.domain.ties.contact import COPY_ROLES, MOST_READERS
from renmai.store.book.bulk import among
from renmai.store.book.once import of_each_once
from renmai.store.people.carried import mention_ids_of
from renmai.store.people.likely import counts_with
from renmai.store.ties.letters import MY_MENTIONS

THEIR_MENTIONS = "SELECT m.id FROM renmai_mention m WHERE m.owner_id = %s AND m.person_id = %s"
MENTIONS_A_STATEMENT = 200
_NEWEST = """
SELECT * FROM (
    SELECT p.at_epoch_s, p.interaction_id, p.role, p.mention_id FROM renmai_participation p
    WHERE p.mention_id = %s AND p.at_epoch_s < %s
    ORDER BY p.at_epoch_s DESC, p.interaction_id DESC LIMIT %s) AS newest"""


class Act(NamedTuple):
    """One interaction as read for a page; a role is empty where somebody took no part, `to` where several."""

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

    @property
    def is_addressed(self) -> bool:
        """Tell whether one of the two addressed the other, before few, or both took part."""
        is_copy = COPY_ROLES[0] in {self.my_role, self.their_role}
        return not is_copy and self.audience <= MOST_READERS


def count_of(owner_id: int, person_id: int, until_epoch_s: int) -> int:
    """Return in how many interactions somebody took part before a moment."""
    mentions = list(_mentions(owner_id, [person_id]))
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
    return _pages_of(owner_id, [person_id], until_epoch_s, skip=skip, take=take)[person_id]


def _pages_of(
    owner_id: int, person_ids: Sequence[int], until_epoch_s: int, *, skip: int, take: int
) -> dict[int, list[Act]]:
    """Return the same of several people, by person."""
    whose = _mentions(owner_id, person_ids)
    roles: dict[int, dict[int, list[str]]] = {person_id: {} for person_id in person_ids}
    for _, pk, role, mention_id in _newest_parts(list(whose), until_epoch_s, at_most=skip + take):
        roles[whose[mention_id]].setdefault(pk, []).append(role)
    pages = {person_id: list(parts.items())[skip:][:take] for person_id, parts in roles.items()}
    found = acts(owner_id, list({pk for page in pages.values() for pk, _ in page}))
    return {
        person_id: [found[pk]._replace(their_role=_role_among(parts)) for pk, parts in page if pk in found]
        for person_id, page in pages.items()
    }


def _role_among(parts: Collection[str]) -> str:
    """Return the most direct of somebody's roles in an act: its sender, one addressed, one copied."""
    if Role.SENDER in parts:
        return Role.SENDER
    return Role.CC if all(part in COPY_ROLES for part in parts) else Role.TO


def _mentions(owner_id: int, person_ids: Sequence[int]) -> dict[int, int]:
    """Return people's mentions, and those of whoever counts with them, with whose they are."""
    mentions = _mentions_of_each(owner_id, person_ids)
    return {mention_id: person_id for person_id, theirs in mentions.items() for mention_id in theirs}


@of_each_once
def _mentions_of_each(owner_id: int, person_ids: Sequence[int]) -> dict[int, list[int]]:
    whose = {each: each for each in person_ids}
    whose |= {
        each: whom for each, whom in counts_with(owner_id).items() if whom in whose and each not in whose
    }
    found: dict[int, list[int]] = {}
    for mention_id, person_id in mention_ids_of(owner_id, list(whose)).items():
        found.setdefault(whose[person_id], []).append(mention_id)
    return found


def _newest_parts(
    mention_ids: Sequence[int], until_epoch_s: int, *, at_most: int
) -> list[tuple[int, int, str, int]]:
    """Return moment, interaction, role and mention of the newest acts of some mentions, newest first.

    Of each mention so many are read, in the order of its index; so all parts in the newest acts are there.
    """
    found: list[tuple[int, int, str, int]] = []
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
                   (SELECT MAX(CASE p.role WHEN %s THEN 3 WHEN 'cc' THEN 1 WHEN 'bcc' THEN 1 ELSE 2 END)
                    FROM renmai_participation p
                    WHERE p.interaction_id = i.id AND p.mention_id IN ({MY_MENTIONS}))
            FROM renmai_interaction i CROSS JOIN renmai_inboxrecord r
            WHERE {condition} AND r.id = i.record_id AND r.owner_id = %s
            """,
            [Role.SENDER, owner_id, listed, owner_id],
        )
        roles = {3: str(Role.SENDER), 2: str(Role.TO), 1: str(Role.CC), None: ""}
        return {row[0]: Act._make((*row[:10], roles[row[10]], "")) for row in cursor.fetchall()}


def latest(
    owner_id: int, person_ids: Sequence[int], until_epoch_s: int, *, at_most: int = 12
) -> dict[int, list[Act]]:
    """Return by person the newest acts of one towards the other, or of both together, newest first.

    Where both only stood in somebody else's copy, nothing passed between them.
    """
    recent = _pages_of(owner_id, person_ids, until_epoch_s, skip=0, take=at_most * 4)
    return {person_id: _between_us(page)[:at_most] for person_id, page in recent.items()}


def _between_us(recent: Sequence[Act]) -> list[Act]:
    ours = [act for act in recent if act.nature == "direct" and act.my_role]
    return [act for act in ours if act.is_from_me is not None or act.kind not in WRITTEN]
