"""What the owner writes down by hand: kept in the inbox as anything that came in, under a decision of theirs.

The decision undoes it: its records then mean nothing, and mean what they did once it stands again.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from django.db import connection

from renmai.domain.capture.records import RawRecord
from renmai.store.book.bulk import Cursor, among
from renmai.store.book.decisions import AnyDecision, StandingDecision
from renmai.store.capture import imports
from renmai.store.capture.inbox import Inbox, understand
from renmai.store.capture.kept_records import records_by_id
from renmai.store.capture.meaning import Meaning, RecordAdapter
from renmai.store.capture.sweep import conclude
from renmai.store.models import Decision, Mention
from renmai.store.people.mentions import key_of_card

PERSON, LINE = "person", "line"
"""The kinds of the decisions that somebody is there, and that something happened."""
DIGITS_OF_AN_ID = 8
RECORDS = "records"
"""The payload's key of the ids of the records that a decision keeps."""
WRITTEN_ON = "written_on"
"""The payload's key of the day on which the words of a line were written, from which 昨天 counts."""
LEFT_OUT, WHOSE = "left_out", "whose"
"""The payload's keys of what of a line is left out, by place, and of whom the rest is, where asked."""


class HandRecordAdapter(RecordAdapter, Protocol):
    """Says what records mean, and whether two of one id are versions of one thing."""

    def is_same(self, one: RawRecord, other: RawRecord) -> bool: ...


def keep(
    cursor: Cursor, owner_id: int, records: Sequence[RawRecord], adapt: HandRecordAdapter, *, now: datetime
) -> None:
    """Keep records inside the caller's transaction and settle who is who."""
    source = records[0].source
    import_id = imports.add(owner_id, name="", now=now, state=imports.BY_HAND)
    inbox = Inbox(owner_id, import_id, adapt, adapt.is_same)
    inbox.keep(records, [""] * len(records))
    imports.end(import_id, inbox.tally, state=imports.BY_HAND, now=now, source=source)
    conclude(cursor, owner_id, inbox.meaning.touched, is_anything_gone=inbox.meaning.is_anything_gone)


def person_of(owner_id: int, record: RawRecord) -> int:
    """Return who a kept record of somebody is now."""
    key = key_of_card(record.source, record.external_id, 0)
    person_id: int = Mention.objects.values_list("person_id", flat=True).get(owner_id=owner_id, key=key)
    return person_id


def added_by(owner_id: int, decision: AnyDecision, person_ids: Iterable[int]) -> list[str]:
    """Return the ids of the records by which a decision added some of these people."""
    records = map(str, decision.payload.get(RECORDS, ()))
    keys = {key_of_card(imports.BY_HAND, each, 0): each for each in records}
    mentions = Mention.objects.filter(owner_id=owner_id, key__in=keys, person_id__in=list(person_ids))
    return [keys[key] for key in mentions.values_list("key", flat=True)]


def anchor_of_line(external_id: str) -> str:
    """Return the text under which the decision on a line stands; it means nobody."""
    return f"{LINE}:{external_id}"


def lines_of(owner_id: int, act_ids: Iterable[str]) -> dict[str, int]:
    """Return by the id of its act the number of each line that stands."""
    anchors = {anchor_of_line(each.partition(":")[2]): each for each in act_ids}
    if not anchors:
        return {}
    found = Decision.objects.filter(owner_id=owner_id, kind=LINE, undone_at=None, anchor__in=list(anchors))
    return {anchors[anchor]: pk for anchor, pk in found.values_list("anchor", "pk")}


def is_logged(owner_id: int, text: str, on: date) -> bool:
    """Tell whether just these words stand already, written down of that day."""
    logged = Decision.objects.filter(owner_id=owner_id, kind=LINE, undone_at=None, counts_on=on)
    return any(payload.get("text") == text for payload in logged.values_list("payload", flat=True))


def anchors_of_lines(owner_id: int, person_id: int) -> list[str]:
    """Return the anchors of the lines that tell of an act in which somebody took part."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT r.external_id FROM renmai_mention m "
            "JOIN renmai_participation p ON p.mention_id = m.id "
            "JOIN renmai_interaction i ON i.id = p.interaction_id "
            "JOIN renmai_inboxrecord r ON r.id = i.record_id JOIN renmai_import g ON g.id = r.of_import_id "
            "WHERE m.owner_id = %s AND m.person_id = %s AND g.state = %s",
            [owner_id, person_id, imports.BY_HAND],
        )
        return [anchor_of_line(row[0]) for row in cursor.fetchall()]


def follow(
    cursor: Cursor,
    owner_id: int,
    decision: AnyDecision | StandingDecision,
    adapt: RecordAdapter,
    *,
    stands: bool,
) -> None:
    """Let the records that a decision keeps mean something only while it stands."""
    kept = [str(each) for each in decision.payload.get(RECORDS, ())]
    if not kept:
        return
    meaning = Meaning(owner_id)
    ids = _newest(cursor, owner_id, kept)
    condition, value = among("id", ids)
    cursor.execute(f"UPDATE renmai_inboxrecord SET is_latest = %s WHERE {condition}", [stands, value])
    if stands:
        understand(cursor, records_by_id(cursor, ids), adapt, meaning)
    else:
        meaning.unwrite(cursor, ids)
        meaning.touched |= _let_go(cursor, ids)
    conclude(cursor, owner_id, meaning.touched, is_anything_gone=meaning.is_anything_gone)


def _newest(cursor: Cursor, owner_id: int, external_ids: Iterable[str]) -> list[int]:
    """Return the rows of the newest versions of what was written down."""
    condition, value = among("external_id", external_ids)
    cursor.execute(
        "SELECT MAX(r.id) FROM renmai_inboxrecord r JOIN renmai_import i ON i.id = r.of_import_id "
        f"WHERE r.owner_id = %s AND i.state = %s AND r.{condition} GROUP BY r.source, r.external_id",
        [owner_id, imports.BY_HAND, value],
    )
    return sorted(row[0] for row in cursor.fetchall())


def _let_go(cursor: Cursor, record_ids: Sequence[int]) -> set[int]:
    """Let the mentions that these records describe be swept unless others name them; return them."""
    condition, value = among("record_id", record_ids)
    cursor.execute(f"SELECT id FROM renmai_mention WHERE {condition}", [value])
    described = {row[0] for row in cursor.fetchall()}
    cursor.execute(f"UPDATE renmai_mention SET record_id = NULL WHERE {condition}", [value])
    return described
