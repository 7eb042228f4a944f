"""The source of Telegram's export: its name, which files it knows, where its two halves are."""

import re
from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.telegram_chat.adapt import adapt
from renmai.sources.telegram_chat.read import SOURCE_NAME, read
from renmai.sources.wide_text import narrow
from renmai.sources.words import words_beside

_OBJECT = re.compile(rb"\s*\{")
_CHAT = re.compile(
    rb'\s*\{(?:\s*"(?:name|type|id)"\s*:\s*(?:"(?:[^"\\]|\\.)*"|-?\d+|null)\s*,)*\s*"messages"\s*:\s*\[\s*\{'
)
_TELEGRAMS = re.compile(rb'"(?:date_unixtime|from_id|actor_id)"\s*:')
_TYPE = re.compile(
    rb'"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))"'
)
_WHOLE = re.compile(rb'"(?:personal_information|chats|frequent_contacts|contacts)"\s*:\s*\{')
_ABOUT = re.compile(rb'"about"\s*:\s*"')
_CHAT_LIST = re.compile(rb'\s*\{\s*"chats"\s*:\s*\{\s*(?:"about"[^\n]*\n\s*)?"list"\s*:\s*\[')


class TelegramSource:
    """Chats as Telegram Desktop exports them, machine-readable."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell one chat by its head and its first message, and a whole account by what it is divided into."""
        plain = narrow(head)
        if not _OBJECT.match(plain):
            return False
        is_telegrams = _TELEGRAMS.search(plain) is not None
        if _CHAT.match(plain):
            return is_telegrams or _TYPE.search(plain) is not None
        is_whole = _WHOLE.search(plain) is not None and _ABOUT.search(plain) is not None
        return is_whole or (_CHAT_LIST.match(plain) is not None and is_telegrams)

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each turn of each chat, each contact, and what is wrong or left out."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who wrote to whom, when, and in how many words of their own."""
        return adapt(record, reading)


SOURCE = TelegramSource()
