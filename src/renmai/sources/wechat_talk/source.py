"""The source of WeChat's written talks: its name, which files it knows, where its two halves are."""

from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.text_lines import lines_in
from renmai.sources.wechat_talk.adapt import adapt
from renmai.sources.wechat_talk.lines import day_in, heading_in, speaker_in
from renmai.sources.wechat_talk.read import SOURCE_NAME, read
from renmai.sources.words import words_beside


class WeChatTalkSource:
    """Talks as WeChat writes them out when messages are mailed or shared."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell a talk by a speaker's line that follows a day between dashes, or WeChat's own heading."""
        has_day = False
        for line in lines_in(head):
            if heading_in(line) is not None:
                return True
            if day_in(line) is not None:
                has_day = True
            elif has_day and speaker_in(line) is not None:
                return True
            elif has_day and line.strip():
                return False
        return False

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each turn of the talk: what one side said without a longer pause."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who spoke to whom, when, and in how many words of their own."""
        return adapt(record, reading)


SOURCE = WeChatTalkSource()
