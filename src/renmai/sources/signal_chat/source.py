"""The source of Signal's chats: its name, which files it knows, what a turn means."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.mentions import Mention
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.chat_acts import act_of_turn, mapping
from renmai.sources.handles import chat_handle, phone_handle
from renmai.sources.signal_chat.lines import is_of_json, is_of_text
from renmai.sources.signal_chat.read import PLATFORM, SOURCE_NAME, read
from renmai.sources.text_lines import lines_in
from renmai.sources.words import words_beside


class SignalSource:
    """One chat of Signal, as JSON or text."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell a chat by its first line."""
        first = next((line for line in lines_in(head) if line.strip()), "")
        return is_of_json(first) or is_of_text(first)

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each turn, and what is wrong."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who wrote to whom, when, and in how many words of their own."""

        def somebody(account: str, name: str) -> Mention:
            if account.startswith("+") and (number := phone_handle(account, reading.region)):
                return Mention("", (number,))
            handle = chat_handle(PLATFORM, account)
            return Mention(name or account, (handle,) if handle else ())

        act = act_of_turn(record, somebody)
        kept = record.fields.get("messages")
        if isinstance(kept, list) and not mapping(kept[0]).get("zoned"):
            act = act._replace(at_epoch_s=_zoned(act.at_epoch_s, reading.time_zone))
        return Adapted(interactions=(act,))


def _zoned(at_s: int, time_zone: str) -> int:
    """Return the moment of a clock's time that was kept as if the clock stood in UTC."""
    clock = datetime.fromtimestamp(at_s, UTC).replace(tzinfo=ZoneInfo(time_zone))
    return int(clock.timestamp())


SOURCE = SignalSource()
