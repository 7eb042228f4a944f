"""What records mean: their mentions, interactions and who took part, written a batch at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple, Protocol

from renmai.domain.capture.interactions import Interaction
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.mentions import Mention
from renmai.store.book.bulk import Cursor, among, insert, plain, reserve
from renmai.store.people.mentions import InRecord, Mentions, is_same_everywhere, key_of_card

ACTS = (
    "id",
    "owner_id",
    "record_id",
    "external_id",
    "kind",
    "nature",
    "channel",
    "at_epoch_s",
    "utc_offset_min",
    "duration_s",
    "audience",
    "reply_to",
    "thread",
    "subject",
    "excerpt",
    "words",
    "asks",
)
PARTS = ("interaction_id", "mention_id", "role", "at_epoch_s", "kind")
ACTS_A_SLICE = 5_000
RECEIVING = frozenset({"to", "cc", "bcc", "attendee"})


class Meant(Protocol):
    """What a source's `adapt` returns."""

    @property
    def mentions(self) -> tuple[Mention, ...]: ...

    @property
    def interactions(self) -> tuple[Interaction, ...]: ...

    @property
    def problems(self) -> tuple[Problem, ...]: ...

    @property
    def rests_on_others(self) -> bool: ...


class RecordAdapter(Protocol):
    """Says what a record means, and which other records mean something else since these are there."""

    def __call__(self, record: RawRecord) -> Meant: ...

    def holds_less(self, record: RawRecord, other: RawRecord) -> bool: ...

    def wholes(self, records: Sequence[RawRecord]) -> set[tuple[str, str]]: ...


class KeptRecord(NamedTuple):
    """A record with its row's id and what it means."""

    record_id: int
    record: RawRecord
    meant: Meant


class Written(NamedTuple):
    """What records came to: their acts, and what of which record was not understood."""

    interactions: int
    first_at_epoch_s: int | None
    last_at_epoch_s: int | None
    problems: tuple[tuple[RawRecord, Problem], ...] = ()


def slices(kept: Iterable[KeptRecord]) -> Iterator[list[KeptRecord]]:
    """Yield records in lists that together mean few enough acts to hold."""
    held: list[KeptRecord] = []
    acts = 0
    for one in kept:
        held.append(one)
        acts += len(one.meant.interactions)
        if acts >= ACTS_A_SLICE:
            yield held
            held, acts = [], 0
    if held:
        yield held


class Meaning:
    """Writes what records mean, and remembers which mentions it touched and whether anything went."""

    def __init__(self, owner_id: int) -> None:
        self.owner_id = owner_id
        self.mentions = Mentions(owner_id)
        self.touched: set[int] = set()
        self.is_anything_gone = False

    def write(self, cursor: Cursor, kept: Iterable[KeptRecord]) -> Written:
        """Write what records mean inside the caller's transaction; an act that already stands is not
        written again.

        They are taken up a slice at a time, because one series of meetings may be thousands of acts.
        """
        parts = [self._write(cursor, batch) for batch in slices(kept)]
        moments = [
            at for part in parts for at in (part.first_at_epoch_s, part.last_at_epoch_s) if at is not None
        ]
        problems = tuple(chain.from_iterable(part.problems for part in parts))
        acts = sum(part.interactions for part in parts)
        return Written(acts, min(moments, default=None), max(moments, default=None), problems)

    def _write(self, cursor: Cursor, batch: Sequence[KeptRecord]) -> Written:
        self.mentions.look_whether_swept(cursor)
        touched = set(self._describe(cursor, batch))
        acts = self._unknown_acts(cursor, batch)
        alone = self._learn(cursor, acts)
        known = self.mentions.ids
        rows, parts = [], []
        for act_id, (kept, act) in zip(reserve(cursor, "renmai_interaction", len(acts)), acts, strict=True):
            record = kept.record
            roles: dict[int, str] = {}
            for mention, role in act.participations:
                mention_id = known.get(mention) or alone[mention, record.source, record.external_id]
                if mention_id not in roles:
                    roles[mention_id] = role
                    parts.append((act_id, mention_id, role, act.at_epoch_s, act.kind))
            rows.append(_row(act_id, self.owner_id, kept.record_id, act, roles.values()))
            touched.update(roles)
        insert(cursor, "renmai_interaction", ACTS, rows)
        insert(cursor, "renmai_participation", PARTS, parts)
        touched |= who_answered(cursor, self.owner_id, [plain(act.external_id) for _, act in acts])
        mark_stale(cursor, touched)
        self.touched |= touched
        moments = [act.at_epoch_s for _, act in acts]
        problems = tuple((kept.record, problem) for kept in batch for problem in kept.meant.problems)
        return Written(len(rows), min(moments, default=None), max(moments, default=None), problems)

    def unwrite(self, cursor: Cursor, record_ids: Sequence[int]) -> None:
        """Remove what these records meant; mentions stay until a sweep, as others may speak of them."""
        self.touched |= unwrite(cursor, record_ids)
        self.is_anything_gone = True

    def _describe(self, cursor: Cursor, batch: Sequence[KeptRecord]) -> list[int]:
        cards = [
            (
                key_of_card(kept.record.source, kept.record.external_id, place),
                mention,
                kept.record.source,
                kept.record_id,
            )
            for kept in batch
            for place, mention in enumerate(kept.meant.mentions)
        ]
        return self.mentions.describe(cursor, cards) if cards else []

    def _unknown_acts(
        self, cursor: Cursor, batch: Sequence[KeptRecord]
    ) -> list[tuple[KeptRecord, Interaction]]:
        """Return the acts no other record stands for yet; mark the records that came second."""
        acts = [(kept, act) for kept in batch for act in kept.meant.interactions]
        condition, value = among("external_id", [plain(act.external_id) for _, act in acts])
        cursor.execute(
            f"SELECT external_id FROM renmai_interaction WHERE owner_id = %s AND {condition}",
            [self.owner_id, value],
        )
        standing = {row[0] for row in cursor.fetchall()}
        unknown, shadowed = [], {kept.record_id for kept in batch if kept.meant.rests_on_others}
        for kept, act in acts:
            external_id = plain(act.external_id)
            if external_id in standing:
                shadowed.add(kept.record_id)
            else:
                standing.add(external_id)
                unknown.append((kept, act))
        if shadowed:
            condition, value = among("id", sorted(shadowed))
            cursor.execute(f"UPDATE renmai_inboxrecord SET is_shadowed = %s WHERE {condition}", [True, value])
        return unknown

    def _learn(self, cursor: Cursor, acts: list[tuple[KeptRecord, Interaction]]) -> dict[InRecord, int]:
        known = self.mentions.ids
        wanted = {
            (part.mention, kept.record.source, kept.record.external_id): None
            for kept, act in acts
            for part in act.participations
            if part.mention not in known
        }
        seen: set[Mention] = set()
        once = []
        for one in wanted:
            if one[0] not in seen or not is_same_everywhere(one[0]):
                seen.add(one[0])
                once.append(one)
        return self.mentions.learn_traces(cursor, once) if once else {}


def _row(
    act_id: int, owner_id: int, record_id: int, act: Interaction, roles: Iterable[str]
) -> tuple[Any, ...]:
    return (
        act_id,
        owner_id,
        record_id,
        plain(act.external_id),
        act.kind,
        act.nature,
        act.channel,
        act.at_epoch_s,
        act.utc_offset_min,
        act.duration_s,
        max(1, sum(map(RECEIVING.__contains__, roles))),
        plain(act.reply_to),
        plain(act.thread),
        plain(act.subject),
        plain(act.excerpt),
        act.words,
        act.asks,
    )


def mark_stale(cursor: Cursor, mention_ids: Iterable[int]) -> None:
    """Remember that the ties of the people behind these mentions must be computed anew."""
    condition, value = among("id", sorted(mention_ids))
    cursor.execute(
        "UPDATE renmai_person SET is_tie_stale = %s, tie_look = NULL "
        "WHERE (NOT is_tie_stale OR tie_look IS NOT NULL) AND id IN "
        f"(SELECT person_id FROM renmai_mention WHERE {condition})",
        [True, value],
    )


def who_answered(cursor: Cursor, owner_id: int, acts: Iterable[str]) -> set[int]:
    """Return the mentions that wrote an answer to some acts, whether these were sent to them or not."""
    condition, value = among("i.reply_to", acts)
    cursor.execute(
        "SELECT p.mention_id FROM renmai_interaction i CROSS JOIN renmai_participation p "
        f"WHERE i.owner_id = %s AND {condition} AND p.interaction_id = i.id AND p.role = 'sender'",
        [owner_id, value],
    )
    return {row[0] for row in cursor.fetchall()}


def acts_of(cursor: Cursor, record_ids: Sequence[int]) -> int:
    """Return how many acts stand of these records."""
    condition, value = among("record_id", record_ids)
    cursor.execute(f"SELECT COUNT(*) FROM renmai_interaction WHERE {condition}", [value])
    return int(cursor.fetchone()[0])


def unwrite(cursor: Cursor, record_ids: Sequence[int]) -> set[int]:
    """Remove what these records meant; return the mentions that took part, whose ties are no longer true.

    Mentions stay until a sweep: other records may speak of them.
    """
    condition, value = among("record_id", record_ids)
    mine = f"(SELECT id FROM renmai_interaction WHERE {condition})"
    cursor.execute(
        f"SELECT DISTINCT mention_id FROM renmai_participation WHERE interaction_id IN {mine}", [value]
    )
    touched = {row[0] for row in cursor.fetchall()}
    cursor.execute(f"SELECT owner_id, external_id FROM renmai_interaction WHERE {condition}", [value])
    acts = cursor.fetchall()
    if acts:
        touched |= who_answered(cursor, acts[0][0], [act for _, act in acts])
    cursor.execute(
        "DELETE FROM renmai_actblock WHERE id IN (SELECT b.id FROM renmai_interaction i CROSS JOIN "
        f"renmai_actblock b WHERE i.{condition} AND b.owner_id = i.owner_id AND b.first_id <= i.id "
        "AND b.last_id >= i.id)",
        [value],
    )
    cursor.execute(f"DELETE FROM renmai_participation WHERE interaction_id IN {mine}", [value])
    cursor.execute(f"DELETE FROM renmai_interaction WHERE {condition}", [value])
    mark_stale(cursor, touched)
    return touched
