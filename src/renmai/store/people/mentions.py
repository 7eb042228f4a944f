"""Who was mentioned: one row for equal mentions of traces, one for each that a record describes."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from json import dumps

from renmai.domain.people.handles import Handle, nature_of
from renmai.domain.people.mentions import ME, Mention
from renmai.store.book.bulk import Cursor, among, insert, plain, reserve

MOST_REMEMBERED = 200_000

InRecord = tuple[Mention, str, str]
"""A mention with source and external id of the record it stands in."""


def is_same_everywhere(mention: Mention) -> bool:
    """Tell whether equal mentions of several records are one: a name without any handle proves nothing."""
    return bool(mention.handles) or any(fact.kind == ME for fact in mention.facts)


def key_of_trace(mention: Mention, source: str, external_id: str) -> str:
    """Return the key that equal mentions share; one without any handle is nobody else's but its record's."""
    beside = () if is_same_everywhere(mention) else (source, external_id)
    return _digest((mention.name, mention.handles, mention.facts, *beside))


def key_of_card(source: str, external_id: str, place: int) -> str:
    """Return the key of what a record describes; it stays when a newer version of the record comes in."""
    return _digest((source, external_id, place))


def _digest(value: object) -> str:
    return blake2b(dumps(value).encode(), digest_size=16).hexdigest()


class Mentions:
    """The mentions and handles of one owner, as far as this run has met them."""

    def __init__(self, owner_id: int) -> None:
        self.owner_id = owner_id
        self.ids: dict[Mention, int] = {}
        self.handle_ids: dict[Handle, int] = {}
        self.sweeps = 0

    def look_whether_swept(self, cursor: Cursor) -> None:
        """Forget all ids if somebody has meanwhile removed mentions that stood for nothing any more."""
        cursor.execute("SELECT sweeps FROM renmai_owner WHERE id = %s", [self.owner_id])
        (sweeps,) = cursor.fetchone()
        if sweeps != self.sweeps or len(self.ids) > MOST_REMEMBERED or len(self.handle_ids) > MOST_REMEMBERED:
            self.ids.clear()
            self.handle_ids.clear()
            self.sweeps = sweeps

    def learn_traces(self, cursor: Cursor, wanted: Iterable[InRecord]) -> dict[InRecord, int]:
        """Give every mention of traces its row; return the ids of those that are their record's alone.

        :param wanted: mentions not in `ids`, with source and external id of the record they stand in
        """
        by_key = {key_of_trace(*one): one for one in wanted}
        known = self._ids_of_keys(cursor, list(by_key))
        new = [key for key in by_key if key not in known]
        rows, carried = [], []
        facts: list[tuple[int, str, str]] = []
        for key, mention_id in zip(new, reserve(cursor, "renmai_mention", len(new)), strict=True):
            mention, source, _ = by_key[key]
            rows.append((mention_id, self.owner_id, key, plain(mention.name), source, None))
            carried.append((mention_id, mention.handles))
            facts.extend((mention_id, fact.kind, plain(fact.value)) for fact in mention.facts)
            known[key] = mention_id
        insert(cursor, "renmai_mention", ("id", "owner_id", "key", "name", "source", "record_id"), rows)
        self._carry(cursor, carried, facts)
        alone = {}
        for key, one in by_key.items():
            if is_same_everywhere(one[0]):
                self.ids[one[0]] = known[key]
            else:
                alone[one] = known[key]
        return alone

    def describe(self, cursor: Cursor, cards: Sequence[tuple[str, Mention, str, int]]) -> list[int]:
        """Write what records describe, over what an older version said; return the mentions' ids.

        :param cards: key, mention, source and record id
        """
        known = self._ids_of_keys(cursor, [key for key, *_ in cards])
        old = [(plain(m.name), record_id, known[key]) for key, m, _, record_id in cards if key in known]
        if old:
            cursor.executemany("UPDATE renmai_mention SET name = %s, record_id = %s WHERE id = %s", old)
            condition, value = among("mention_id", [row[2] for row in old])
            cursor.execute(f"DELETE FROM renmai_mentionhandle WHERE {condition}", [value])
            cursor.execute(f"DELETE FROM renmai_fact WHERE {condition}", [value])
        new = list(dict.fromkeys(key for key, *_ in cards if key not in known))
        known.update(zip(new, reserve(cursor, "renmai_mention", len(new)), strict=True))
        fresh = set(new)
        rows = [
            (known[key], self.owner_id, key, plain(m.name), source, record_id)
            for key, m, source, record_id in cards
            if key in fresh
        ]
        insert(cursor, "renmai_mention", ("id", "owner_id", "key", "name", "source", "record_id"), rows)
        self._carry(
            cursor,
            [(known[key], m.handles) for key, m, _, _ in cards],
            [(known[key], f.kind, plain(f.value)) for key, m, _, _ in cards for f in m.facts],
        )
        return [known[key] for key, *_ in cards]

    def _ids_of_keys(self, cursor: Cursor, keys: list[str]) -> dict[str, int]:
        condition, value = among("key", keys)
        cursor.execute(
            f"SELECT key, id FROM renmai_mention WHERE owner_id = %s AND {condition}", [self.owner_id, value]
        )
        return dict(cursor.fetchall())

    def _carry(
        self, cursor: Cursor, carried: list[tuple[int, tuple[Handle, ...]]], facts: list[tuple[int, str, str]]
    ) -> None:
        storable = [(pk, [Handle(str(h.kind), plain(h.value)) for h in handles]) for pk, handles in carried]
        self._learn_handles(cursor, {handle for _, handles in storable for handle in handles})
        rows = [
            (mention_id, self.handle_ids[handle], place)
            for mention_id, handles in storable
            for place, handle in enumerate(dict.fromkeys(handles))
        ]
        insert(cursor, "renmai_mentionhandle", ("mention_id", "handle_id", "place"), rows)
        insert(cursor, "renmai_fact", ("mention_id", "kind", "value"), facts)

    def _learn_handles(self, cursor: Cursor, handles: set[Handle]) -> None:
        unknown = sorted(handle for handle in handles if handle not in self.handle_ids)
        for kind in sorted({handle.kind for handle in unknown}):
            condition, value = among("value", [h.value for h in unknown if h.kind == kind])
            cursor.execute(
                "SELECT kind, value, id FROM renmai_handle "
                f"WHERE owner_id = %s AND kind = %s AND {condition}",
                [self.owner_id, kind, value],
            )
            self.handle_ids.update((Handle(kind, value), pk) for kind, value, pk in cursor.fetchall())
        new = [handle for handle in unknown if handle not in self.handle_ids]
        ids = reserve(cursor, "renmai_handle", len(new))
        self.handle_ids.update(zip(new, ids, strict=True))
        insert(
            cursor,
            "renmai_handle",
            ("id", "owner_id", "kind", "value", "nature"),
            [
                (pk, self.owner_id, handle.kind, handle.value, str(nature_of(handle)))
                for pk, handle in zip(ids, new, strict=True)
            ],
        )
