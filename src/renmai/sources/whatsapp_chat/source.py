"""The source of WhatsApp's exported chats: its name, which files it knows, where its two halves are."""

from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.text_lines import lines_in
from renmai.sources.whatsapp_chat.adapt import adapt, is_same_turn
from renmai.sources.whatsapp_chat.lines import is_log_level, spoken_in
from renmai.sources.whatsapp_chat.read import SOURCE_NAME, read
from renmai.sources.whatsapp_chat.stamps import is_whatsapps, plain, stamp_in
from renmai.sources.words import words_beside


class WhatsAppSource:
    """Chats as WhatsApp exports them, on Android and on iPhones."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell a chat by its first line, which begins with a date and a time, and by somebody who speaks."""
        form = ""
        for line in lines_in(head):
            stamp = stamp_in(plain(line))
            if not form and line.strip() and (stamp is None or not is_whatsapps(stamp)):
                return False
            if stamp is None or stamp.form != (form or stamp.form):
                continue
            form = stamp.form
            if spoken := spoken_in(line, stamp.end):
                return not is_log_level(spoken.name)
        return False

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each turn of the chat: what one side wrote without a longer pause."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who wrote to whom, when, and in how many words of their own."""
        return adapt(record, reading)

    def is_same(self, one: RawRecord, other: RawRecord) -> bool:
        """Tell whether two turns that begin alike are of one chat."""
        return is_same_turn(one, other)


SOURCE = WhatsAppSource()
