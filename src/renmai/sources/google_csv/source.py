"""The source of Google's contact CSV: its name, which files it knows, where its two halves are."""

from collections.abc import Iterator

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.csv_rows import rows_in
from renmai.sources.google_csv.adapt import adapt
from renmai.sources.google_csv.columns import are_googles
from renmai.sources.google_csv.read import SOURCE_NAME, read
from renmai.sources.words import words_beside


class GoogleContactsSource:
    """Contacts as Google writes them into CSV."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = None

    def recognises(self, head: bytes) -> bool:
        """Tell Google's CSV from any other by its headings."""
        return any(are_googles(row) for row in rows_in(head)[:1])

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each row with its values by their headings, and what is wrong with it."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say whom a row names, how to reach them, and what it tells of them."""
        return adapt(record, reading)


SOURCE = GoogleContactsSource()
