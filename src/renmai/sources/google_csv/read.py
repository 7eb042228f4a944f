"""Reads Google's CSV, one record for each row."""

from collections import Counter
from collections.abc import Iterator

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.base import Part
from renmai.sources.csv_rows import Row, RowFault, RowStream
from renmai.sources.google_csv.adapt import names_nobody
from renmai.sources.google_csv.columns import Entry, are_googles
from renmai.sources.limits import Place, one_by_one

SOURCE_NAME = "google_csv"
_CHANGES_BY_ITSELF = "Photo"  # a link that Google may give anew with each export
_SHOWN = 80


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every row that holds anything, each with what is wrong with it, in the order of the file."""
    with part.open() as stream:
        rows = RowStream(stream)
        ahead = iter(rows)
        headings = next(ahead, None)
        if headings is None:
            return
        if not are_googles([heading.strip() for heading in headings.cells]):
            shown = _shown(", ".join(headings.cells))
            yield _problem(part, headings, "google_csv_other_headings", headings=shown)
            return
        yield from one_by_one(SOURCE_NAME, part.name, ahead, _File(part, headings).items, _place)
        if rows.charset is not None and not rows.charset.is_sure:
            yield Problem(
                source=SOURCE_NAME,
                file=part.name,
                code="google_csv_charset_guessed",
                numbers={"charset": rows.charset.charset},
            )


class _File:
    """One file's headings, and which people it has named already."""

    def __init__(self, part: Part, headings: Row) -> None:
        self.part = part
        self.headings = _told_apart([heading.strip() for heading in headings.cells])
        self.seen: set[str] = set()

    def items(self, row: Row) -> Iterator[RawRecord | Problem]:
        """Yield the record of one row and its problems."""
        if row.fault is RowFault.TORN:
            yield _problem(self.part, row, "google_csv_row_torn", lines=row.lines)
            return
        count = len(self.headings)
        fields = {
            heading: cell
            for heading, cell in zip(self.headings, row.cells, strict=False)
            if cell.strip() and heading
        }
        if any(cell.strip() for cell in row.cells[count:]):
            yield _problem(self.part, row, "google_csv_too_many_values", found=len(row.cells), headings=count)
            return
        if not fields:
            return
        entry = Entry(fields)
        digest = digest_of({key: value for key, value in fields.items() if key != _CHANGES_BY_ITSELF})
        yield RawRecord(
            source=SOURCE_NAME,
            external_id=self._id_of(entry, digest),
            digest=digest,
            fields=fields,
            where=at(row=row.number),
            at_byte=row.at_byte,
        )
        if row.fault is RowFault.MISQUOTED:
            yield _problem(self.part, row, "google_csv_row_misquoted")
        if names_nobody(entry):
            yield _problem(self.part, row, "google_csv_no_name")

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


def _told_apart(headings: list[str]) -> list[str]:
    """Return the headings with a number behind each that stands there for the second time."""
    counts: Counter[str] = Counter()
    distinct = []
    for heading in headings:
        counts[heading] += 1
        is_again = heading and counts[heading] > 1
        distinct.append(f"{heading} ({counts[heading]})" if is_again else heading)
    return distinct


def _place(row: Row) -> Place:
    return Place(at(row=row.number), row.at_byte)


def _problem(part: Part, row: Row, code: str, **numbers: object) -> Problem:
    return Problem(
        source=SOURCE_NAME,
        file=part.name,
        where=_place(row).where,
        code=code,
        numbers={"row": row.number, **numbers},
        at_byte=row.at_byte,
    )


def _shown(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:_SHOWN])
