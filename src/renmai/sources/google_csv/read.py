"""Reads Google's CSV, one record for each row."""

from collections.abc import Iterator

from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.base import Part
from renmai.sources.csv_tables import CsvTable, TableRow
from renmai.sources.google_csv.adapt import names_nobody
from renmai.sources.google_csv.columns import Entry, are_googles
from renmai.sources.limits import Place, one_by_one

SOURCE_NAME = "google_csv"
_CHANGES_BY_ITSELF = "Photo"  # a link that Google may give anew with each export


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every row that holds anything, each with what is wrong with it, in the order of the file."""
    file = _File(part)
    with part.open() as stream:
        yield from one_by_one(SOURCE_NAME, part.name, file.table.read(stream), file.items, _place)


class _File:
    """One file's rows, and which people it has named already."""

    def __init__(self, part: Part) -> None:
        self.table = CsvTable(part, SOURCE_NAME, are_googles)
        self.seen: set[str] = set()

    def items(self, row: TableRow | Problem) -> Iterator[RawRecord | Problem]:
        """Yield the record of one row and its problems."""
        if isinstance(row, Problem):
            yield row
            return
        entry = Entry(row.fields)
        digest = digest_of({key: value for key, value in row.fields.items() if key != _CHANGES_BY_ITSELF})
        yield RawRecord(
            source=SOURCE_NAME,
            external_id=self._id_of(entry, digest),
            digest=digest,
            fields=row.fields,
            where=row.where,
            at_byte=row.at_byte,
        )
        if names_nobody(entry):
            yield self.table.problem(row, "google_csv_no_name")

    def _id_of(self, entry: Entry, digest: str) -> str:
        """Return what names a row in all exports: its person's names with their addresses and numbers.

        Google gives none of its own. A row without an address, or of somebody the file has named already, is
        known by its content.
        """
        reach = {parts.get("Value", "").strip() for of in ("E-mail", "Phone") for parts in entry.groups(of)}
        names = [entry.text(heading) for heading in ("First Name", "Given Name", "Last Name", "Family Name")]
        known_by = digest_of({"names": names, "reach": sorted(reach - {""})})
        if not reach - {""} or known_by in self.seen:
            return digest
        self.seen.add(known_by)
        return known_by


def _place(row: TableRow | Problem) -> Place:
    return Place(row.where, row.at_byte)
