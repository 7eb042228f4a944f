"""The whole book row by row, for an export: plain values under plain names, past whatever cannot be read."""

from collections import Counter
from collections.abc import Iterator
from json import loads
from typing import Any, NamedTuple

from django.db import DatabaseError, connection

from renmai.store.book.bulk import is_sqlite

ROWS_AT_ONCE = 2_000
AS_JSON = frozenset({"left_out", "payload", "fields", "people_names", "numbers", "asked"})
AS_BOOLEAN = frozenset({"is_me", "is_person", "is_latest", "is_shadowed", "asks"})


class ExportTable(NamedTuple):
    """A table of an export: the column that tells its rows apart, and the query without its conditions."""

    key: str
    columns: str
    source: str
    owner: str


TABLES = {
    "people": ExportTable(
        "p.id",
        "p.id, p.name, p.reading, p.is_me, p.is_person, "
        "(SELECT {joined} FROM (SELECT DISTINCT h.kind || ':' || h.value AS text FROM renmai_mention m "
        "JOIN renmai_mentionhandle c ON c.mention_id = m.id JOIN renmai_handle h ON h.id = c.handle_id "
        "WHERE m.person_id = p.id AND h.kind <> 'mention' ORDER BY 1) carried) AS handles",
        "renmai_person p",
        "p.owner_id",
    ),
    "facts": ExportTable(
        "f.id",
        "m.person_id, m.name, f.kind, f.value, m.source",
        "renmai_fact f JOIN renmai_mention m ON m.id = f.mention_id",
        "m.owner_id",
    ),
    "interactions": ExportTable(
        "i.id",
        "i.id, i.external_id, i.kind, i.nature, i.channel, i.at_epoch_s, i.utc_offset_min, i.duration_s, "
        "i.audience, i.reply_to, i.thread, i.subject, i.excerpt, i.words, i.asks",
        "renmai_interaction i",
        "i.owner_id",
    ),
    "participations": ExportTable(
        "p.id",
        "p.interaction_id, p.role, m.person_id, m.name",
        "renmai_participation p JOIN renmai_mention m ON m.id = p.mention_id",
        "m.owner_id",
    ),
    "ties": ExportTable(
        "t.id",
        "t.person_id, t.strength, t.tie_class, t.state, t.reciprocity, t.standing, t.acts_out, t.acts_in, "
        "t.days_active, t.first_at_epoch_s, t.last_out_epoch_s, t.last_in_epoch_s, t.rhythm_days",
        "renmai_tie t",
        "t.owner_id",
    ),
    "decisions": ExportTable(
        "d.id",
        "d.id, d.kind, d.anchor, d.payload, d.counts_on, d.decided_at, d.undone_at",
        "renmai_decision d",
        "d.owner_id",
    ),
    "imports": ExportTable(
        "i.id",
        "i.id, i.name, i.source, i.state, i.bytes_read, i.bytes_total, i.records_read, i.records_new, "
        "i.interactions_new, i.people_new, i.people_names, i.first_at_epoch_s, i.last_at_epoch_s, "
        "i.problems_total, i.problem_code, i.left_out, i.asked, i.starts, i.turn, i.after_decision, "
        "i.created_at, i.ended_at, i.undone_at",
        "renmai_import i",
        "NOT i.is_preview AND i.owner_id",
    ),
    "problems": ExportTable(
        "b.id",
        'b.id, b.of_import_id, b.source, b.file, b."where", b.code, b.numbers',
        "renmai_importproblem b JOIN renmai_import i ON i.id = b.of_import_id",
        "NOT i.is_preview AND i.owner_id",
    ),
    "inbox": ExportTable(
        "r.id",
        'r.id, r.of_import_id, r.source, r.external_id, r.digest, r."where", r.is_latest, r.is_shadowed, '
        "r.fields",
        "renmai_inboxrecord r",
        "r.owner_id",
    ),
    "sightings": ExportTable(
        "s.id",
        "s.id, s.of_import_id, s.record_id",
        "renmai_sighting s JOIN renmai_import i ON i.id = s.of_import_id",
        "i.owner_id",
    ),
    "erasures": ExportTable("e.id", "e.id, e.key, e.digest, e.erased_at", "renmai_erasure e", "e.owner_id"),
}


class RowReader:
    """Reads tables by their keys, so that a damaged page costs its own rows only; `missed` counts those."""

    def __init__(self, owner_id: int) -> None:
        self.owner_id = owner_id
        self.missed: Counter[str] = Counter()

    def rows(self, name: str, *, source: str = "") -> Iterator[dict[str, object]]:
        """Yield the rows of a table in the order of their keys (of one source), without holding them all."""
        table, after = TABLES[name], 0
        while True:
            try:
                found = self._read(table, "> %s", [after], source)
            except DatabaseError:
                last = after + ROWS_AT_ONCE
                found = self._by_halves(name, after + 1, last, source)
                if last >= self._highest(table) and not found:
                    return
                after = last
            else:
                if not found:
                    return
                after = found[-1][0]
            for _key, row in found:
                yield row

    def _by_halves(
        self, name: str, first: int, last: int, source: str
    ) -> list[tuple[int, dict[str, object]]]:
        """Return what can be read of some keys; what cannot even be read alone is missed."""
        try:
            return self._read(TABLES[name], "BETWEEN %s AND %s", [first, last], source)
        except DatabaseError:
            if first == last or _has_no_tables():
                self.missed[name] += last - first + 1
                return []
            middle = (first + last) // 2
            return [
                *self._by_halves(name, first, middle, source),
                *self._by_halves(name, middle + 1, last, source),
            ]

    def _read(
        self, table: ExportTable, condition: str, values: list[int], source: str
    ) -> list[tuple[int, dict[str, object]]]:
        """Return rows with their keys; the plus keeps SQLite from going through everything the owner has."""
        joined = "GROUP_CONCAT(text, ' ')" if is_sqlite() else "STRING_AGG(text, ' ')"
        narrowed = "AND r.source = %s" if source else ""
        query = (
            f"SELECT {table.key}, {table.columns.replace('{joined}', joined)} FROM {table.source} "
            f"WHERE {_without_index(table.owner)} = %s AND {table.key} {condition} {narrowed} "
            f"ORDER BY {table.key} LIMIT {ROWS_AT_ONCE}"
        )
        with connection.cursor() as cursor:
            cursor.execute(query, [self.owner_id, *values, *filter(None, [source])])
            names = [column[0] for column in cursor.description][1:]
            found = cursor.fetchall()
        return [(row[0], _plain_row(names, row[1:])) for row in found]

    def _highest(self, table: ExportTable) -> int:
        """Return the highest key there ever was, or one that no book reaches where that is damaged too."""
        name = table.source.split()[0]
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT MAX(id) FROM {name}")
                return int(cursor.fetchone()[0] or 0)
        except DatabaseError:
            return self._highest_given(name)

    def _highest_given(self, name: str) -> int:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [name])
                row = cursor.fetchone()
                return int(row[0]) if row else 0
        except DatabaseError:
            return 0


def _has_no_tables() -> bool:
    """Whether not even the list of tables can be read: then no row can, and none is tried alone."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM sqlite_master" if is_sqlite() else "SELECT 1")
    except DatabaseError:
        return True
    return False


def _without_index(owner: str) -> str:
    *before, column = owner.split(" ")
    return " ".join([*before, f"+{column}"])


def _plain_row(names: list[str], row: tuple[Any, ...]) -> dict[str, object]:
    """Return a row as plain values.

    :raises DatabaseError: if what stands there is not what was written
    """
    try:
        return {name: _plain(name, value) for name, value in zip(names, row, strict=True)}
    except ValueError as wrong:
        raise DatabaseError(str(wrong)) from wrong


def _plain(name: str, value: object) -> object:
    if name in AS_JSON:
        return loads(value) if isinstance(value, str) else value
    return bool(value) if name in AS_BOOLEAN else value
