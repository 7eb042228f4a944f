"""The source of Discord's chats: its name, which files it knows, what a turn means."""

import re
from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.mentions import Mention
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.chat_acts import act_of_turn
from renmai.sources.discord_chat.read import PLATFORM, SOURCE_NAME, read
from renmai.sources.handles import chat_handle, messenger_handle
from renmai.sources.wide_text import narrow
from renmai.sources.words import words_beside

_GUILD = re.compile(rb'\s*\{\s*"guild"\s*:\s*\{')
_CHANNEL = re.compile(rb'"channel"\s*:\s*\{[^{}]{0,2000}"type"\s*:\s*(?:"\w+"|\d+)')


class DiscordSource:
    """A channel or direct messages of Discord."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell an export by its guild and its channel."""
        plain = narrow(head)
        return _GUILD.match(plain) is not None and _CHANNEL.search(plain) is not None

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each turn, and what is wrong or left out."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who wrote to whom, when, and in how many words of their own."""
        return Adapted(interactions=(act_of_turn(record, _member),))


def _member(account: str, name: str) -> Mention:
    handle = messenger_handle(PLATFORM, account) or chat_handle(PLATFORM, account)
    return Mention(name, (handle,) if handle else ())


SOURCE = DiscordSource()
