"""The source of Outlook's contacts: its name, which files it knows, what its columns hold."""

from collections.abc import Iterator

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.address_book.contact_tables import ContactTable
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.csv_rows import rows_in
from renmai.sources.outlook_csv.headings import are_outlooks, column_of
from renmai.sources.words import words_beside


class OutlookSource:
    """Contacts as Outlook, Outlook on the web and Exchange write them into CSV."""

    name = "outlook_csv"
    words = words_beside(__file__)
    brings = None
    table = ContactTable(name, are_outlooks, column_of)

    def recognises(self, head: bytes) -> bool:
        """Tell Outlook's CSV from any other by its headings."""
        return any(are_outlooks(frozenset(cell.strip() for cell in row)) for row in rows_in(head)[:1])

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each row with its values by their headings, and what is wrong with it."""
        return self.table.read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say whom a row names, how to reach them, and what it tells of them."""
        return self.table.adapt(record, reading)


SOURCE = OutlookSource()
