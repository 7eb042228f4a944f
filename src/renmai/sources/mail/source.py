"""The mail source: what it calls itself, which files it knows, where its two halves are."""

from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.mail.adapt import adapt
from renmai.sources.mail.read import SOURCE_NAME, opens_with_mail, read
from renmai.sources.mail.sameness import is_same_mail, names_receivers
from renmai.sources.words import words_beside


class MailSource:
    """Mailboxes (mbox), maildirs and single mails (RFC 5322)."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MAIL

    def recognises(self, head: bytes) -> bool:
        """Tell a mailbox or a mail by the shape of its first lines."""
        return opens_with_mail(head)

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield every mail of a file in a stream."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say what a kept mail means."""
        return adapt(record, reading)

    def is_same(self, one: RawRecord, other: RawRecord) -> bool:
        """Tell whether two mails of one Message-ID are one: some programs give several the same."""
        return is_same_mail(one, other)

    def holds_less(self, record: RawRecord, other: RawRecord) -> bool:
        """Tell a copy without receivers, as archives keep it, beside one that names them."""
        return not names_receivers(record) and names_receivers(other)


SOURCE = MailSource()
