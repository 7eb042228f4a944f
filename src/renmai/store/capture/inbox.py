"""The inbox: every record kept once, in batches that are whole or not there, and read back from it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from renmai.domain.capture.records import Problem, RawRecord
from renmai.store.book.bulk import Cursor, among, insert, plain, reserve, writing
from renmai.store.book.refilling import inbox_text
from renmai.store.capture.kept_records import READ, Stored, latest_called, records_by_id, stored_of
from renmai.store.capture.meaning import KeptRecord, Meaning, RecordAdapter, acts_of
from renmai.store.models import InboxRecord

COLUMNS = (
    "id",
    "owner_id",
    "of_import_id",
    "source",
    "external_id",
    "digest",
    "fields",
    "where",
    "is_latest",
    "is_shadowed",
)

Versions = dict[tuple[str, str], list[tuple[Any, ...]]]
"""By source and id of a thing: (row id, digest, is latest, import) of each version."""


@dataclass(slots=True)
class ImportTally:
    """What an import has come to so far."""

    records_read: int = 0
    records_new: int = 0
    interactions_new: int = 0
    first_at_epoch_s: int | None = None
    last_at_epoch_s: int | None = None

    def span(self, first: int | None, last: int | None) -> None:
        """Widen the span of interactions."""
        if first is not None and last is not None:
            self.first_at_epoch_s = min(first, self.first_at_epoch_s or first)
            self.last_at_epoch_s = max(last, self.last_at_epoch_s or last)


class Inbox:
    """Keeps the records of one import, each with what it means: a kill between batches costs nothing."""

    def __init__(
        self,
        owner_id: int,
        import_id: int,
        adapt: RecordAdapter,
        is_same: Callable[[RawRecord, RawRecord], bool],
    ) -> None:
        self.owner_id = owner_id
        self.import_id = import_id
        self.adapt = adapt
        self.is_same = is_same
        self.meaning = Meaning(owner_id)
        self.tally = ImportTally()
        self.poorer: set[tuple[str, str, str]] = set()  # versions that replace none

    def keep(self, records: Sequence[RawRecord], files: Sequence[str]) -> list[Problem]:
        """Add the records not yet there with what they mean, in one transaction; return what was not
        understood.

        :param files: for each record the name of the file it stood in
        """
        with writing(self.owner_id) as cursor:
            versions = self._versions(cursor, records)
            records, versions = self._told_apart(cursor, records, versions)
            new, seen, replaced = self._sort(records, versions)
            latest = self._add(cursor, new)
            self._see(cursor, seen)
            if replaced:
                condition, value = among("id", replaced)
                cursor.execute(
                    f"UPDATE renmai_inboxrecord SET is_latest = %s WHERE {condition}", [False, value]
                )
                self.meaning.unwrite(cursor, replaced)
            latest += self._of_parts(cursor, latest)
            meant = (KeptRecord(record_id, record, self.adapt(record)) for record_id, record in latest)
            written = self.meaning.write(cursor, meant)
        self.tally.records_read += len(records)
        self.tally.records_new += len(new)
        self.tally.interactions_new += written.interactions
        self.tally.span(written.first_at_epoch_s, written.last_at_epoch_s)
        file_of = dict(zip(map(id, records), files, strict=True))
        return [
            replace(problem, file=problem.file or file_of.get(id(record), ""))
            for record, problem in written.problems
        ]

    def _versions(self, cursor: Cursor, records: Sequence[RawRecord]) -> Versions:
        """Return what the inbox holds of these things: (id, digest, is latest, import) of each version."""
        versions: Versions = {}
        for source in sorted({record.source for record in records}):
            wanted = sorted({plain(record.external_id) for record in records if record.source == source})
            condition, value = among("external_id", wanted)
            cursor.execute(
                "SELECT source, external_id, id, digest, is_latest, of_import_id FROM renmai_inboxrecord "
                f"WHERE owner_id = %s AND source = %s AND {condition}",
                [self.owner_id, source, value],
            )
            for row in cursor.fetchall():
                versions.setdefault(row[:2], []).append(row[2:])
        return versions

    def _told_apart(
        self, cursor: Cursor, records: Sequence[RawRecord], versions: Versions
    ) -> tuple[Sequence[RawRecord], Versions]:
        """Give things that came under one id an id each; the first keeps it as it stood."""
        first: dict[tuple[str, str], RawRecord] = {}
        told: list[RawRecord] = []
        for record in records:
            thing = (record.source, plain(record.external_id))
            known = versions.get(thing, [])
            latest = [row[0] for row in known if row[2]]
            if thing not in first and latest and all(row[1] != record.digest for row in known):
                first[thing] = records_by_id(cursor, latest)[0][1]
            other = first.setdefault(thing, record)
            is_version = other.digest == record.digest or any(row[1] == record.digest for row in known)
            if is_version or self.is_same(record, other):
                told.append(record)
                if other.digest != record.digest and self.adapt.holds_less(record, other):
                    self.poorer.add((*thing, record.digest))
            else:
                told.append(replace(record, external_id=f"{record.external_id}#{record.digest[:8]}"))
        is_any_other = any(a is not b for a, b in zip(records, told, strict=True))
        return told, self._versions(cursor, told) if is_any_other else versions

    def _sort(
        self, records: Sequence[RawRecord], versions: Versions
    ) -> tuple[dict[tuple[str, str, str], RawRecord], list[int], list[int]]:
        """Tell apart what is new, what was seen before (row ids) and which rows a newer version replaces."""
        new: dict[tuple[str, str, str], RawRecord] = {}
        seen: set[int] = set()
        replaced: set[int] = set()
        for record in records:
            thing = (record.source, plain(record.external_id))
            known = versions.get(thing, ())
            same = next((row for row in known if row[1] == record.digest), None)
            if same:
                if same[3] != self.import_id:
                    seen.add(same[0])
                continue
            new[*thing, record.digest] = record
            if (*thing, record.digest) in self.poorer:
                continue
            replaced.update(row[0] for row in known if row[2])
        return new, sorted(seen), sorted(replaced)

    def _add(self, cursor: Cursor, new: dict[tuple[str, str, str], RawRecord]) -> list[tuple[int, RawRecord]]:
        """Add rows; return those that are the newest version of their thing."""
        newest = {key[:2]: key for key in new if key not in self.poorer}
        rows, latest = [], []
        for record_id, (key, record) in zip(
            reserve(cursor, "renmai_inboxrecord", len(new)), new.items(), strict=True
        ):
            is_latest = newest.get(key[:2]) == key
            if is_latest:
                latest.append((record_id, record))
            rows.append(
                (
                    record_id,
                    self.owner_id,
                    self.import_id,
                    *key,
                    inbox_text(dict(record.fields)),
                    str(record.where),
                    is_latest,
                    False,
                )
            )
        insert(cursor, "renmai_inboxrecord", COLUMNS, rows)
        return latest

    def _of_parts(self, cursor: Cursor, latest: Sequence[Stored]) -> list[Stored]:
        """Return the records of which these are parts and that stand already; what they meant is gone."""
        wholes = self.adapt.wholes([record for _, record in latest])
        new = {record_id for record_id, _ in latest}
        found = [
            stored
            for source in sorted({source for source, _ in wholes})
            for stored in latest_called(
                self.owner_id, source, [whole for of, whole in wholes if of == source]
            )
            if stored[0] not in new
        ]
        if found:
            ids = [record_id for record_id, _ in found]
            self.tally.interactions_new -= acts_of(
                cursor, ids
            )  # they are not new when they are written again
            self.meaning.unwrite(cursor, ids)
        return found

    def _see(self, cursor: Cursor, seen: list[int]) -> None:
        """Note that this import, too, held these records."""
        if not seen:
            return
        condition, value = among("record_id", seen)
        cursor.execute(
            f"SELECT record_id FROM renmai_sighting WHERE of_import_id = %s AND {condition}",
            [self.import_id, value],
        )
        noted = {row[0] for row in cursor.fetchall()}
        rows = [(self.import_id, record_id) for record_id in seen if record_id not in noted]
        insert(cursor, "renmai_sighting", ("of_import_id", "record_id"), rows)


def latest_records(owner_id: int, *, at_once: int, source: str = "") -> Iterator[list[Stored]]:
    """Yield the newest version of everything kept (by one source), oldest row first, batch by batch."""
    after = 0
    narrowed = "AND source = %s" if source else ""
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"{READ} WHERE owner_id = %s AND is_latest AND id > %s {narrowed} ORDER BY id LIMIT %s",
                [owner_id, after, *filter(None, [source]), at_once],
            )
            rows = cursor.fetchall()
        if not rows:
            return
        after = rows[-1][0]
        yield list(map(stored_of, rows))


def count_latest(owner_id: int) -> int:
    """Return how many things the inbox holds, each once."""
    return InboxRecord.objects.filter(owner_id=owner_id, is_latest=True).count()


def shadowed_ids(cursor: Cursor, owner_id: int) -> list[int]:
    """Return the rows of which an interaction stood already, by another record, when they came in."""
    cursor.execute(
        "SELECT id FROM renmai_inboxrecord WHERE owner_id = %s AND is_shadowed AND is_latest", [owner_id]
    )
    return [row[0] for row in cursor.fetchall()]


def understand(cursor: Cursor, batch: Sequence[Stored], adapt: RecordAdapter, meaning: Meaning) -> None:
    """Replace what these records mean by what `adapt` says now, inside the caller's transaction."""
    ids = [record_id for record_id, _ in batch]
    condition, value = among("id", ids)
    cursor.execute(
        f"UPDATE renmai_inboxrecord SET is_shadowed = %s WHERE is_shadowed AND {condition}", [False, value]
    )
    meaning.unwrite(cursor, ids)
    meaning.write(cursor, (KeptRecord(record_id, record, adapt(record)) for record_id, record in batch))
