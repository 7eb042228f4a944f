"""Chats as WhatsApp exports them, put together for tests."""

from io import BytesIO

from renmai.domain.capture.interactions import Interaction
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Part, Reading
from renmai.sources.whatsapp_chat import SOURCE

READING = Reading(region="GB", time_zone="Europe/London")
MARK = "\u200e"


def chat(*lines: str) -> bytes:
    """Return a chat's bytes, line by line."""
    return "\n".join(lines).encode()


def items(content: bytes) -> list[RawRecord | Problem]:
    """Read bytes with the source."""
    part = Part(name="chat.txt", head=content[:4096], open=lambda: BytesIO(content), size=len(content))
    return list(SOURCE.read(part))


def records(content: bytes) -> list[RawRecord]:
    return [item for item in items(content) if isinstance(item, RawRecord)]


def problems(content: bytes) -> list[Problem]:
    return [item for item in items(content) if isinstance(item, Problem)]


def acts(content: bytes) -> list[Interaction]:
    return [act for record in records(content) for act in SOURCE.adapt(record, READING).interactions]


def texts(content: bytes) -> list[tuple[str, list[str]]]:
    """Return who says what in each turn."""
    return [(r.fields["speaker"], [m["text"] for m in r.fields["messages"]]) for r in records(content)]


def moments(content: bytes) -> list[str]:
    """Return when each message was sent."""
    return [m["at"] for r in records(content) for m in r.fields["messages"]]


def told(act: Interaction) -> tuple[str, list[str], str]:
    """Return who wrote, to whom, in which words."""
    (speaker, _), *others = act.participations
    return speaker.name, [mention.name for mention, _ in others], act.excerpt
