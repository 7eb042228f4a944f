"""The source of Android's texts and calls: its name, which files it knows, where its two halves are."""

import re
from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.sms_backup.adapt import adapt
from renmai.sources.sms_backup.read import SOURCE_NAME, read
from renmai.sources.wide_text import narrow
from renmai.sources.words import words_beside

_ROOT = re.compile(
    rb"(?:\s|<\?[^>]{0,500}\?>|<!--[^>]{0,500}-->|<!DOCTYPE[^>]{0,500}>)*+<(?:smses|calls)[\s>/]"
)


class SmsBackupSource:
    """Texts and calls as SMS Backup & Restore keeps them."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell a backup by its root element."""
        return _ROOT.match(narrow(head)) is not None

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each call and each turn, and what is wrong or left out."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who wrote to or called whom, and when."""
        return adapt(record, reading)


SOURCE = SmsBackupSource()
