"""Tables of people in CSV: what all rooms have in common that only differ in their headings."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.address_book.columns import PersonColumn, RowOfCells, TableCell
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.csv_tables import AreHeadings, CsvTable, TableRow
from renmai.sources.limits import Place, one_by_one

NO_REGION = "ZZ"
_SHOWN = 80

ColumnOf = Callable[[str], PersonColumn | None]


class ContactTable:
    """The rows of one kind of table: which headings it has, and what each column holds."""

    def __init__(self, source: str, are_headings: AreHeadings, column_of: ColumnOf) -> None:
        self.source, self.are_headings, self.column_of = source, are_headings, column_of

    def read(self, part: Part, renamed: Mapping[str, str] | None = None) -> Iterator[RawRecord | Problem]:
        """Yield a record for each row that holds anything, and what is wrong with it.

        :param renamed: for headings that do not tell, those that do: any table is read then
        """
        seen: set[str] = set()
        are_headings = self.are_headings if renamed is None else renamed.keys().__le__
        table = CsvTable(part, self.source, are_headings, renamed)

        def items(row: TableRow | Problem) -> Iterator[RawRecord | Problem]:
            if isinstance(row, Problem):
                yield row
                return
            person = RowOfCells(self.cells(row.fields), NO_REGION)
            digest = digest_of(row.fields)
            known_by = digest_of({"known_by": known}) if (known := person.known_by()) else digest
            external_id = digest if known_by in seen else known_by
            seen.add(known_by)
            yield RawRecord(
                source=self.source,
                external_id=external_id,
                digest=digest,
                fields=row.fields,
                where=row.where,
                at_byte=row.at_byte,
            )
            if not person.is_somebodys():
                yield table.problem(row, "table_no_name")

        with part.open() as stream:
            yield from one_by_one(self.source, part.name, table.read(stream), items, _place)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Return the person a row is of, and the values that make no sense."""
        return adapted_row(record, self.cells(record.fields), reading)

    def cells(self, fields: Mapping[str, object]) -> Iterator[TableCell]:
        """Yield the values of the columns that are known."""
        for heading, value in fields.items():
            if column := self.column_of(heading):
                yield TableCell(column, str(value))


def adapted_row(record: RawRecord, cells: Iterable[TableCell], reading: Reading) -> Adapted:
    """Return the person that values with their columns are of, and what of them makes no sense."""
    row = RowOfCells(cells, reading.region)
    mention = row.mention()
    problems = tuple(
        [_problem(record, "table_day_unclear", text) for text in row.unclear_days]
        + [_problem(record, "table_number_rounded", text) for text in row.rounded]
        + [_problem(record, "table_value_unreadable", text) for text in row.unreadable]
    )
    return Adapted(mentions=(mention,) if mention else (), problems=problems)


def _problem(record: RawRecord, code: str, text: str) -> Problem:
    numbers = {"row": record.where.numbers.get("row", 0), "text": text[:_SHOWN]}
    return Problem(source=record.source, file="", where=record.where, code=code, numbers=numbers)


def _place(row: TableRow | Problem) -> Place:
    return Place(row.where, row.at_byte)
