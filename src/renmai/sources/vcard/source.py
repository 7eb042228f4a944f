"""The source of contact cards: what it calls itself, which files it knows, where its two halves are."""

from collections.abc import Iterable, Iterator

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.vcard.adapt import adapt
from renmai.sources.vcard.cut import opens_a_card
from renmai.sources.vcard.other_forms import is_of_json, is_of_xml
from renmai.sources.vcard.read import SOURCE_NAME, read
from renmai.sources.vcard.write import write_cards
from renmai.sources.words import words_beside


class CardSource:
    """vCard 2.1, 3.0 and 4.0 in .vcf files, and cards of version 4 as JSON (jCard) or XML (xCard)."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = None
    export_name = "contacts.vcf"

    def recognises(self, head: bytes) -> bool:
        """Tell a file of cards by its first card, behind nothing but a byte order mark or blanks."""
        return opens_a_card(head) or is_of_json(head) or is_of_xml(head)

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each card as it stands in the file, and what is wrong with it."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say whom a card names, how to reach them, and what it tells of them."""
        return adapt(record, reading)

    def write(self, records: Iterable[RawRecord]) -> Iterator[bytes]:
        """Yield the cards one behind the other, byte for byte as they came in."""
        return write_cards(records)


SOURCE = CardSource()
