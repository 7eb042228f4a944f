"""The source of Slack's export: its name, which files it knows, where its two halves are."""

from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.slack_export.adapt import adapt
from renmai.sources.slack_export.kinds import file_of
from renmai.sources.slack_export.read import SOURCE_NAME, read
from renmai.sources.wide_text import narrow
from renmai.sources.words import words_beside


class SlackSource:
    """A workspace as Slack exports it: a folder for each channel, a file for each day."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell the days, the members and the lists of channels from other JSON."""
        return file_of(narrow(head)) is not None

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each turn or member, and what is wrong or left out."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who wrote to whom, when, and in how many words of their own."""
        return adapt(record, reading)


SOURCE = SlackSource()
