"""Portraits: names, handles and what people do, of exactly the people a page shows, in three reads."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import connection

from renmai.domain.people.decided import ANCHOR_OF_MENTION
from renmai.domain.people.names import has_han
from renmai.store.book.bulk import among
from renmai.store.models import Mention, Person

LONGEST_PART = 48


class Portrait(NamedTuple):
    """Who somebody is at a glance; `handles` are text forms, most telling first.

    `anchor` is the text under which a decision names this person: the first handle, else the oldest mention.
    """

    id: int
    name: str
    reading: str
    is_me: bool
    is_person: bool
    subtitle: str
    handles: tuple[str, ...]
    anchor: str


def portraits(owner_id: int, person_ids: Iterable[int]) -> dict[int, Portrait]:
    """Return the portraits of some people by their ids; who is not in the book is left out."""
    wanted = list(dict.fromkeys(person_ids))
    if not wanted:
        return {}
    handles, titles = _handles(wanted), _titles(wanted)
    nameless = _oldest_keys([person_id for person_id in wanted if person_id not in handles])
    rows = Person.objects.filter(owner_id=owner_id, pk__in=wanted)
    return {
        row.pk: Portrait(
            row.pk,
            row.name,
            row.reading,
            row.is_me,
            row.is_person,
            titles.get(row.pk, ""),
            tuple(handles.get(row.pk, ())),
            handles[row.pk][0] if row.pk in handles else ANCHOR_OF_MENTION + nameless.get(row.pk, ""),
        )
        for row in rows
    }


def _handles(person_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return everybody's handles, personal ones first, then by their place on the trace, then by text."""
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT m.person_id, h.kind, h.value FROM renmai_mention m
            JOIN renmai_mentionhandle c ON c.mention_id = m.id
            JOIN renmai_handle h ON h.id = c.handle_id
            WHERE {condition}
            GROUP BY m.person_id, h.kind, h.value, h.nature
            ORDER BY m.person_id, h.nature <> 'personal', h.kind <> 'mailto', MIN(c.place), h.kind, h.value
            """,
            [listed],
        )
        found: dict[int, list[str]] = defaultdict(list)
        for person_id, kind, value in cursor.fetchall():
            found[person_id].append(f"{kind}:{value}")
    return dict(found)


def _oldest_keys(person_ids: Sequence[int]) -> dict[int, str]:
    """Return the key of the oldest mention of people without a handle."""
    oldest: dict[int, str] = {}
    found = Mention.objects.filter(person_id__in=person_ids).order_by("pk")
    for person_id, key in found.values_list("person_id", "key"):
        oldest.setdefault(person_id, key)
    return oldest


def _titles(person_ids: Sequence[int]) -> dict[int, str]:
    """Return what everybody does, as their latest trace says: organisation and title."""
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT m.person_id, f.kind, f.value FROM renmai_mention m
            JOIN renmai_fact f ON f.mention_id = m.id
            WHERE {condition} AND f.kind IN ('organisation', 'title')
            ORDER BY f.id
            """,
            [listed],
        )
        latest: dict[int, dict[str, str]] = defaultdict(dict)
        for person_id, kind, value in cursor.fetchall():
            latest[person_id][kind] = value
    return {person_id: _joined(facts) for person_id, facts in latest.items()}


def _joined(facts: dict[str, str]) -> str:
    """Return organisation and title in one line, as Chinese or English writes it."""
    parts = [_cut(facts[kind].strip()) for kind in ("organisation", "title") if facts.get(kind, "").strip()]
    return (" " if any(has_han(part) for part in parts) else ", ").join(parts)


def _cut(text: str) -> str:
    """Return a text short enough for a line; some mail programs write a whole address for an organisation."""
    if len(text) <= LONGEST_PART:
        return text
    head = text[:LONGEST_PART].rpartition(" ")[0] or text[:LONGEST_PART]
    return head.rstrip(" ,;-–") + "…"
