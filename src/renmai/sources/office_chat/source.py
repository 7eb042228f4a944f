"""The source of office messengers: its name, which files it knows, what a turn means."""

from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.mentions import Mention
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.chat_acts import act_of_turn, mapping
from renmai.sources.handles import messenger_handle
from renmai.sources.office_chat.dialects import program_of
from renmai.sources.office_chat.read import SOURCE_NAME, read
from renmai.sources.wide_text import narrow
from renmai.sources.words import words_beside


class OfficeChatSource:
    """Messages of Feishu, WeCom or DingTalk, one JSON object a line."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell an export by the keys of its first line."""
        return bool(program_of(narrow(head)))

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each turn, and what is wrong or left out."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who wrote to whom, when, and in how many words of their own."""
        platform = str(mapping(record.fields.get("chat")).get("platform", ""))

        def somebody(account: str, name: str) -> Mention:
            handle = messenger_handle(platform, account)
            return Mention(name, (handle,) if handle else ())

        return Adapted(interactions=(act_of_turn(record, somebody),))


SOURCE = OfficeChatSource()
