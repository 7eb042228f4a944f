"""The source of LinkedIn's archive: its name, which files it knows, where its two halves are."""

from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.csv_tables import has_headings
from renmai.sources.linkedin_archive.adapt import adapt
from renmai.sources.linkedin_archive.lists import are_linkedins
from renmai.sources.linkedin_archive.read import SOURCE_NAME, read
from renmai.sources.words import words_beside


class LinkedInSource:
    """The lists of LinkedIn's archive that name people or hold their words."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell a list of the archive by its headings, which may stand below remarks."""
        return has_headings(head, are_linkedins)

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each row, of messages each turn, and what is wrong with it."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say whom a row names, or who wrote to whom."""
        return adapt(record, reading)


SOURCE = LinkedInSource()
