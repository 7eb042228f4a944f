"""Reads a list of the archive: a record for each row, of messages one for each turn of a conversation."""

from collections.abc import Iterator
from datetime import datetime

from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.base import Part
from renmai.sources.csv_tables import CsvTable, TableRow
from renmai.sources.handles import link_handle
from renmai.sources.limits import Place, one_by_one
from renmai.sources.linkedin_archive.lists import ArchiveList, are_linkedins, list_of
from renmai.sources.linkedin_archive.messages import Messages
from renmai.sources.linkedin_archive.moments import moment_of
from renmai.sources.turns import Distinct

SOURCE_NAME = "linkedin_archive"
UNSURE_FROM, UNSURE_UNTIL = 0.25, 0.75
GIVEN, GOT = "given", "got"
IN_DOUBT = {
    GIVEN: "linkedin_archive_direction_in_doubt_given",
    GOT: "linkedin_archive_direction_in_doubt_got",
}


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every row, and what is wrong with it, in the order of the file; messages by conversation."""
    table = CsvTable(part, SOURCE_NAME, are_linkedins)
    with part.open() as stream:
        rows = table.read(stream)
        first = next(rows, None)
        kind = list_of(frozenset(table.headings))
        if kind is None or first is None:
            yield from filter(None, [first if isinstance(first, Problem) else None])
        elif kind is ArchiveList.OTHER:
            yield Problem(
                source=SOURCE_NAME, file=part.name, code="linkedin_archive_not_used", is_on_purpose=True
            )
        elif kind is ArchiveList.MESSAGES:
            yield from _messages(table, first, rows)
        else:
            direction, is_sure = _direction(part) if kind is ArchiveList.RECOMMENDATIONS else ("", True)
            if not is_sure:
                yield Problem(
                    source=SOURCE_NAME,
                    file=part.name,
                    code=IN_DOUBT[direction],
                )
            reader = _Rows(table, kind, direction)
            yield from one_by_one(SOURCE_NAME, part.name, _with(first, rows), reader.items, _place)


def _with(first: TableRow | Problem, rest: Iterator[TableRow | Problem]) -> Iterator[TableRow | Problem]:
    yield first
    yield from rest


def _messages(
    table: CsvTable, first: TableRow | Problem, rest: Iterator[TableRow | Problem]
) -> Iterator[RawRecord | Problem]:
    with Messages(table, SOURCE_NAME) as messages:
        for row in _with(first, rest):
            yield from messages.take(row)
        yield from messages.turns()


def _direction(part: Part) -> tuple[str, bool]:
    """Return whether recommendations were given or got, and whether that is sure.

    Nothing but their text tells: who recommends somebody calls them by name.
    """
    named = rows = 0
    table = CsvTable(part, SOURCE_NAME, are_linkedins)
    with part.open() as stream:
        for row in table.read(stream):
            if isinstance(row, TableRow):
                given, family, text = row.text("First Name"), row.text("Last Name"), row.text("Text")
                rows += 1
                named += any(len(name) > 1 and name in text for name in (given, family))
    share = named / max(1, rows)
    return (
        GIVEN if share >= (UNSURE_FROM + UNSURE_UNTIL) / 2 else GOT
    ), not UNSURE_FROM < share < UNSURE_UNTIL


class _Rows:
    """Makes records of the rows of one list."""

    def __init__(self, table: CsvTable, kind: ArchiveList, direction: str) -> None:
        self.table, self.kind, self.direction = table, kind, direction
        self.distinct = Distinct()

    def items(self, row: TableRow | Problem) -> Iterator[RawRecord | Problem]:
        """Yield the record of one row, or what is wrong with it."""
        if isinstance(row, Problem):
            yield row
            return
        if self.kind is ArchiveList.CONNECTIONS and not row.text("First Name", "Last Name", "URL"):
            yield self._left_out(row, "linkedin_archive_nameless")
            return
        fields: dict[str, object] = {"list": str(self.kind), **row.fields}
        if self.direction:
            fields["direction"] = self.direction
        yield RawRecord(
            source=SOURCE_NAME,
            external_id=self.distinct(f"{self.kind}:{self._known_by(row)}"),
            digest=digest_of(fields),
            fields=fields,
            where=row.where,
            at_byte=row.at_byte,
        )
        if self.kind is not ArchiveList.CONNECTIONS and self._moment(row) is None:
            yield self.table.problem(row, "linkedin_archive_date_unclear")

    def _moment(self, row: TableRow) -> datetime | None:
        return moment_of(row.text("Sent At", "Creation Date", "Endorsement Date"))

    def _known_by(self, row: TableRow) -> str:
        """Return what tells a row from others in every export: a profile, else who it is of, and when."""
        if self.kind is ArchiveList.CONNECTIONS:
            link = link_handle(row.text("URL"))
            named = [row.text(heading) for heading in ("First Name", "Last Name", "Email Address")]
            return link.value if link else digest_of({"names": named, "on": row.text("Connected On")})
        left_out = {"Status", "Endorsement Status", "Company", "Job Title", "Message", "Text"}
        return digest_of({key: value for key, value in row.fields.items() if key not in left_out})

    def _left_out(self, row: TableRow, code: str) -> Problem:
        return Problem(
            source=SOURCE_NAME,
            file=self.table.part.name,
            where=row.where,
            code=code,
            at_byte=row.at_byte,
            is_on_purpose=True,
        )


def _place(row: TableRow | Problem) -> Place:
    return Place(row.where, row.at_byte)
