"""The source of plain tables of people: its name, which files it knows, which columns it leaves."""

from collections.abc import Iterator, Mapping

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.address_book.contact_tables import ContactTable
from renmai.sources.address_book.plain_headings import are_plain, column_of
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.csv_rows import rows_in
from renmai.sources.words import words_beside

SOURCE_NAME = "contact_list"
_SHOWN = 200


class ContactListSource:
    """Tables with plain headings: somebody's own, or another manager's export."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = None
    table = ContactTable(SOURCE_NAME, are_plain, column_of)

    def recognises(self, head: bytes) -> bool:
        """Tell a table of people by its headings."""
        return any(are_plain(frozenset(cell.strip() for cell in row)) for row in rows_in(head)[:1])

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each row, what is wrong with it, and once which columns nothing is made of."""
        left: dict[str, None] = {}
        for item in self.table.read(part):
            if isinstance(item, RawRecord):
                left |= dict.fromkeys(heading for heading in item.fields if column_of(heading) is None)
            yield item
        if left:
            numbers = {"headings": ", ".join(left)[:_SHOWN]}
            yield Problem(
                source=SOURCE_NAME, file=part.name, code="contact_list_columns_left", numbers=numbers
            )

    def read_renamed(self, part: Part, columns: Mapping[str, str]) -> Iterator[RawRecord | Problem]:
        """Yield each row of a table whose owner said which known heading some of its own stand for."""
        return self.table.read(part, columns)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say whom a row names, how to reach them, and what it tells of them."""
        return self.table.adapt(record, reading)


SOURCE = ContactListSource()
