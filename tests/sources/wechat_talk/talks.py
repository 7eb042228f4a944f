"""Talks as WeChat writes them out, put together for tests."""

from io import BytesIO

from renmai.domain.capture.interactions import Interaction
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Part, Reading
from renmai.sources.wechat_talk import SOURCE

TWO = "张三 和 李雷 在微信上的聊天记录如下，请查收。"
GROUP = '微信群"校友会"的聊天记录如下:'
DAY = "—————  2026-02-26  —————"
READING = Reading(time_zone="Asia/Shanghai")


def talk(*lines: str) -> bytes:
    """Return a talk's bytes, line by line."""
    return "\n".join(lines).encode()


def said(name: str, at: str, *text: str) -> str:
    """Return what somebody says, as the text has it."""
    return "\n".join((f"{name}  {at}", *text, ""))


def items(content: bytes) -> list[RawRecord | Problem]:
    """Read bytes with the source."""
    part = Part(name="talk.txt", head=content[:4096], open=lambda: BytesIO(content), size=len(content))
    return list(SOURCE.read(part))


def records(content: bytes) -> list[RawRecord]:
    return [item for item in items(content) if isinstance(item, RawRecord)]


def problems(content: bytes) -> list[Problem]:
    return [item for item in items(content) if isinstance(item, Problem)]


def acts(content: bytes) -> list[Interaction]:
    return [act for record in records(content) for act in SOURCE.adapt(record, READING).interactions]


def told(act: Interaction) -> tuple[str, list[str], str]:
    """Return who spoke, to whom, in which words."""
    (speaker, _), *others = act.participations
    return speaker.name, [mention.name for mention, _ in others], act.excerpt
