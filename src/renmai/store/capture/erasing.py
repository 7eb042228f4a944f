"""Taking one person out of the tables: their records, what names them elsewhere, the decisions on them."""

from collections.abc import Iterator, Sequence
from json import dumps
from typing import NamedTuple

from django.contrib.sessions.models import Session
from django.db import connection

from renmai.domain.capture.records import RawRecord
from renmai.domain.people.decided import ANCHOR_OF_MENTION
from renmai.domain.people.erasing import Blotter
from renmai.domain.people.handles import Handle
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, among, is_sqlite
from renmai.store.book.refilling import inbox_text
from renmai.store.capture.inbox import shadowed_ids, understand
from renmai.store.capture.kept_records import READ, records_by_id, stored_of
from renmai.store.capture.meaning import Meaning, RecordAdapter, unwrite
from renmai.store.capture.sweep import conclude
from renmai.store.models import Decision, Import, ImportProblem
from renmai.store.people.unfiled import FILED

ROWS_AT_ONCE = 2_000
PAGES_OF_A_SMALL_BOOK = 65_536
"""A quarter of a gigabyte, which is written anew in a few seconds."""


class Traces(NamedTuple):
    """Everything by which one person is known: their own handles, their mentions' keys, their names."""

    mention_ids: tuple[int, ...]
    handles: tuple[Handle, ...]
    keys: tuple[str, ...]
    names: tuple[str, ...]
    shared_names: frozenset[str]

    @property
    def anchors(self) -> frozenset[str]:
        """Every text by which a decision may name them."""
        return frozenset([*map(str, self.handles), *(ANCHOR_OF_MENTION + key for key in self.keys)])


class ErasurePlan(NamedTuple):
    """Which records go whole, which stay without somebody, and which decisions go or lose their name."""

    gone: tuple[int, ...]
    gone_ids: tuple[str, ...]
    changed: tuple[tuple[int, RawRecord], ...]
    decisions_gone: tuple[int, ...]
    decisions_changed: tuple[tuple[int, dict[str, object]], ...]


def traces_of(owner_id: int, person_id: int) -> Traces:
    """Return by what somebody is known; a handle that others carry as well is not theirs alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, key, name FROM renmai_mention WHERE owner_id = %s AND person_id = %s",
            [owner_id, person_id],
        )
        mentions = cursor.fetchall()
        cursor.execute(
            "SELECT DISTINCT h.kind, h.value FROM renmai_mention m "
            "JOIN renmai_mentionhandle c ON c.mention_id = m.id JOIN renmai_handle h ON h.id = c.handle_id "
            "WHERE m.person_id = %s AND NOT EXISTS ("
            "SELECT 1 FROM renmai_mentionhandle o JOIN renmai_mention n ON n.id = o.mention_id "
            "WHERE o.handle_id = h.id AND n.person_id <> %s)",
            [person_id, person_id],
        )
        handles = [Handle(*row) for row in cursor.fetchall()]
        cursor.execute(
            "SELECT name FROM renmai_person WHERE id = %s AND owner_id = %s", [person_id, owner_id]
        )
        names = {row[2] for row in mentions} | {row[0] for row in cursor.fetchall()}
        condition, value = among("name", sorted(filter(None, names)))
        cursor.execute(
            "SELECT name FROM renmai_mention WHERE owner_id = %s AND (person_id IS NULL OR person_id <> %s) "
            f"AND {condition}",
            [owner_id, person_id, value],
        )
        shared = frozenset(row[0] for row in cursor.fetchall())
    return Traces(
        tuple(row[0] for row in mentions),
        tuple(handles),
        tuple(row[1] for row in mentions),
        tuple(sorted(filter(None, names))),
        shared,
    )


def naming(owner_id: int, traces: Traces, blotter: Blotter | None) -> Iterator[tuple[int, RawRecord]]:
    """Yield every record, the older versions too, that names somebody or may do so, oldest first."""
    named = _records_of(traces)
    after = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"{READ} WHERE +owner_id = %s AND id > %s ORDER BY id LIMIT {ROWS_AT_ONCE}", [owner_id, after]
            )
            rows = cursor.fetchall()
        if not rows:
            return
        after = rows[-1][0]
        for row in rows:
            text = f"{row[2]} {row[4]}"
            if row[0] in named or (blotter is not None and blotter.loose.search(text)):
                yield stored_of(row)


def _records_of(traces: Traces) -> set[int]:
    """Return the records that describe these mentions or in whose acts they took part, every version."""
    condition, value = among("m.id", traces.mention_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT m.record_id FROM renmai_mention m WHERE m.record_id IS NOT NULL AND {condition}", [value]
        )
        found = {row[0] for row in cursor.fetchall()}
        condition, value = among("p.mention_id", traces.mention_ids)
        cursor.execute(
            "SELECT DISTINCT i.record_id FROM renmai_participation p "
            f"JOIN renmai_interaction i ON i.id = p.interaction_id WHERE {condition}",
            [value],
        )
        found.update(row[0] for row in cursor.fetchall())
        condition, value = among("r.id", sorted(found))
        cursor.execute(
            "SELECT o.id FROM renmai_inboxrecord r JOIN renmai_inboxrecord o ON o.owner_id = r.owner_id "
            f"AND o.source = r.source AND o.external_id = r.external_id WHERE {condition}",
            [value],
        )
        found.update(row[0] for row in cursor.fetchall())
    return found


def decisions_on(
    owner_id: int, traces: Traces, blotter: Blotter | None
) -> tuple[tuple[int, ...], tuple[tuple[int, dict[str, object]], ...]]:
    """Return the decisions on somebody, undone ones too, and what became of them; then those naming them."""
    gone: dict[int, None] = {}
    changed: list[tuple[int, dict[str, object]]] = []
    found = Decision.objects.filter(owner_id=owner_id).order_by("pk")
    for row in found.values_list(*decisions.AnyDecision._fields).iterator():
        decision = decisions.AnyDecision._make(row)
        about = {*decisions.anchors_of(decision), *_texts(decision.payload)}
        if traces.anchors & about or decision.payload.get("of") in gone:
            gone |= dict.fromkeys((decision.pk, *_lines_filed(decision.payload)))
            continue
        payload = blotter.blot(decision.payload) if blotter else decision.payload
        if payload != decision.payload and isinstance(payload, dict):
            changed.append((decision.pk, payload))
    return tuple(gone), tuple(each for each in changed if each[0] not in gone)


def _lines_filed(payload: dict[str, object]) -> list[int]:
    """Return the line that a note was before it was filed: it is of the same person."""
    filed = payload.get(FILED)
    return [filed] if isinstance(filed, int) else []


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a decision that could be an anchor."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def carry_out(cursor: Cursor, owner_id: int, traces: Traces, plan: ErasurePlan, adapt: RecordAdapter) -> None:
    """Take somebody out inside the caller's transaction; what is about others is computed anew."""
    touched = set(traces.mention_ids) | unwrite(cursor, plan.gone)
    condition, value = among("record_id", plan.gone)
    cursor.execute(f"SELECT id FROM renmai_mention WHERE {condition}", [value])
    touched.update(row[0] for row in cursor.fetchall())
    cursor.execute(f"UPDATE renmai_mention SET record_id = NULL WHERE {condition}", [value])
    cursor.execute(f"DELETE FROM renmai_sighting WHERE {condition}", [value])
    condition, value = among("id", plan.gone)
    cursor.execute(f"DELETE FROM renmai_inboxrecord WHERE {condition}", [value])
    for record_id, record in plan.changed:
        cursor.execute(
            "UPDATE renmai_inboxrecord SET fields = %s, external_id = %s WHERE id = %s",
            [inbox_text(dict(record.fields)), record.external_id, record_id],
        )
    Decision.objects.filter(pk__in=plan.decisions_gone).delete()
    for decision_id, payload in plan.decisions_changed:
        Decision.objects.filter(pk=decision_id).update(payload=payload)
    meaning = Meaning(owner_id)
    latest = _latest(cursor, [record_id for record_id, _ in plan.changed])
    understand(cursor, records_by_id(cursor, latest), adapt, meaning)
    understand(cursor, records_by_id(cursor, shadowed_ids(cursor, owner_id)), adapt, meaning)
    conclude(cursor, owner_id, touched | meaning.touched, is_anything_gone=True)


def _latest(cursor: Cursor, record_ids: Sequence[int]) -> list[int]:
    condition, value = among("id", record_ids)
    cursor.execute(f"SELECT id FROM renmai_inboxrecord WHERE is_latest AND {condition}", [value])
    return [row[0] for row in cursor.fetchall()]


def blot_beside(owner_id: int, blotter: Blotter) -> None:
    """Blot somebody out of what stands beside the records: imports, problems, and what a browser was told."""
    for one in Import.objects.filter(owner_id=owner_id):
        one.name, one.upload = str(blotter.blot(one.name)), str(blotter.blot(one.upload))
        one.people_names = blotter.blot(one.people_names)
        one.asked = blotter.blot(one.asked)
        one.save(update_fields=["name", "upload", "people_names", "asked"])
    for problem in ImportProblem.objects.filter(of_import__owner_id=owner_id).iterator():
        told = [problem.file, problem.where, problem.numbers]
        if (left := blotter.blot(told)) != told and isinstance(left, list):
            problem.file, problem.where, problem.numbers = left
            problem.save(update_fields=["file", "where", "numbers"])
    for session in Session.objects.all():
        if blotter.loose.search(dumps(session.get_decoded(), ensure_ascii=False, default=str)):
            session.delete()


def empty_pages_of_a_small_book() -> None:
    """Write the file anew where that takes moments; in a large one what was deleted is overwritten in place.

    SQLite overwrites what it deletes, but may leave a copy in a page whose rows it moved elsewhere.
    """
    if is_sqlite() and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            pages = cursor.fetchone()[0]
        if pages <= PAGES_OF_A_SMALL_BOOK:
            empty_pages()


def empty_pages() -> None:
    """Write the whole file anew, so that no page, no free one either, holds what went."""
    if is_sqlite():
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
