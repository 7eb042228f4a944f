"""Tables in CSV: each row by its headings, which may stand below some lines of remarks, and what is wrong."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import BinaryIO, NamedTuple

from renmai.domain.capture.locations import Location, at
from renmai.domain.capture.records import Problem
from renmai.sources.base import Part
from renmai.sources.csv_rows import Row, RowFault, RowStream, rows_in
from renmai.sources.wide_text import narrow

MOST_REMARKS = 12
"""So many rows may stand above the headings."""
_SHOWN = 80
_LONGEST_HEADING = 40
_NO_TABLES = (b"{", b"[", b"<", b"%", b"#", b"-")

AreHeadings = Callable[[frozenset[str]], bool]


class TableRow(NamedTuple):
    """One row that holds anything: its values by their headings; `number` counts as a spreadsheet does."""

    number: int
    fields: dict[str, object]
    at_byte: int

    @property
    def where(self) -> Location:
        """Where it stands."""
        return at(row=self.number)

    def text(self, *headings: str) -> str:
        """Return the first of these columns that holds anything, or nothing."""
        return next(filter(None, (str(self.fields.get(heading, "")).strip() for heading in headings)), "")


def has_headings(head: bytes, are_headings: AreHeadings) -> bool:
    """Tell whether a file's first rows hold the headings that are looked for."""
    return any(are_headings(_bare(row)) for row in islice(rows_in(head), MOST_REMARKS))


def headings_in(head: bytes) -> tuple[str, ...]:
    """Return the headings of what looks like a table, whatever it is of; nothing where it does not."""
    if narrow(head).lstrip()[:1] in _NO_TABLES or b"\0" in narrow(head):
        return ()
    first, *rest = [row for row in rows_in(head)[:3] if any(cell.strip() for cell in row)] or [[]]
    is_even = bool(rest) and all(len(row) == len(first) for row in rest[:1])
    is_heading = len(first) > 1 and all(0 < len(cell.strip()) <= _LONGEST_HEADING for cell in first)
    is_text = all(cell.isprintable() for cell in first)
    return tuple(cell.strip() for cell in first) if is_even and is_heading and is_text else ()


class CsvTable:
    """Reads a table's rows one after the other; `source` is whose problems they are.

    `renamed` are headings that stand for others, where the owner said what their columns hold.
    """

    def __init__(
        self, part: Part, source: str, are_headings: AreHeadings, renamed: Mapping[str, str] | None = None
    ) -> None:
        self.part, self.source = part, source
        self.are_headings = are_headings
        self.renamed = renamed or {}
        self.headings: list[str] = []

    def read(self, stream: BinaryIO) -> Iterator[TableRow | Problem]:
        """Yield every row below the headings, and each that cannot be read."""
        rows = RowStream(stream)
        ahead = iter(rows)
        first: Row | None = None
        for row in islice(ahead, MOST_REMARKS):
            first = first or row
            if self.are_headings(_bare(row.cells)):
                bare = (heading.strip() for heading in row.cells)
                self.headings = told_apart([self.renamed.get(heading, heading) for heading in bare])
                break
        else:
            if first is not None:
                yield self.problem(first, "table_other_headings", headings=_shown(", ".join(first.cells)))
            return
        for row in ahead:
            yield from self._items(row)
        if rows.charset is not None and not rows.charset.is_sure:
            numbers = {"charset": rows.charset.charset}
            yield Problem(
                source=self.source, file=self.part.name, code="table_charset_guessed", numbers=numbers
            )

    def problem(self, row: Row | TableRow, code: str, **numbers: object) -> Problem:
        """Return what is wrong with a row."""
        return Problem(
            source=self.source,
            file=self.part.name,
            where=at(row=row.number),
            code=code,
            numbers={"row": row.number, **numbers},
            at_byte=row.at_byte,
        )

    def _items(self, row: Row) -> Iterator[TableRow | Problem]:
        if row.fault is RowFault.TORN:
            yield self.problem(row, "table_row_torn", lines=row.lines)
            return
        count = len(self.headings)
        if any(cell.strip() for cell in row.cells[count:]):
            yield self.problem(row, "table_too_many_values", found=len(row.cells), headings=count)
            return
        cells = zip(self.headings, row.cells, strict=False)
        fields: dict[str, object] = {heading: cell for heading, cell in cells if cell.strip() and heading}
        if fields:
            yield TableRow(row.number, fields, row.at_byte)
        if row.fault is RowFault.MISQUOTED:
            yield self.problem(row, "table_row_misquoted")


def told_apart(headings: Sequence[str]) -> list[str]:
    """Return the headings with a number behind each that stands there for the second time."""
    counts: Counter[str] = Counter()
    distinct = []
    for heading in headings:
        counts[heading] += 1
        is_again = heading and counts[heading] > 1
        distinct.append(f"{heading} ({counts[heading]})" if is_again else heading)
    return distinct


def _bare(cells: Sequence[str]) -> frozenset[str]:
    return frozenset(cell.strip() for cell in cells)


def _shown(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:_SHOWN])
