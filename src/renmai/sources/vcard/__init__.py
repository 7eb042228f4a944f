"""vCard 2.1, 3.0 and 4.0: address books of phones, mail programs and card services, without losing a byte."""

from collections.abc import Iterator

from renmai.domain.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.vcard.adapt import adapt_record
from renmai.sources.vcard.cut import opens_a_card
from renmai.sources.vcard.read import NAME, read_part


class VCard:
    """Address books in .vcf files."""

    name = NAME

    def recognises(self, head: bytes) -> bool:
        """Tell a file of cards by its BEGIN:VCARD, behind nothing but a byte order mark or blanks."""
        return opens_a_card(head)

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each card as it stands in the file, and what is wrong with it."""
        return read_part(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say whom a card names, how to reach them, and what it tells of them."""
        return adapt_record(record, reading)


SOURCE = VCard()
