"""The lines of a talk that WeChat wrote out: its heading, its days, its speakers, and what is no speech."""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

_DAY = re.compile(r"\s*[-–—―─]{2,}\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*[-–—―─]{2,}\s*")
_SPEAKER = re.compile(
    r"(?P<name>\S(?:.{0,60}\S)?)[ \u3000]{2}(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s*"
)
_BETWEEN_TWO = re.compile(r"\s*(?P<one>\S.{0,80}?)\s*和\s*(?P<other>\S.{0,80}?)\s*在微信上的聊天记录如下")
_OF_A_GROUP = re.compile(
    r"\s*(?:微信群\s*[\"“「](?P<quoted>.{1,80}?)[\"”」]\s*的聊天记录如下|(?P<plain>\S.{0,80}?)\s*微信群上的聊天记录如下)"
)
_NO_SPEECH = re.compile(
    r"\[(?:图片|视频|语音|动画表情|表情|文件|位置|链接|名片|小程序|聊天记录|音乐|Photo|Video|Voice|Sticker|File|Location|Link)"
    r"[^\]]{0,200}\]"
)
_RECALLED = re.compile(r"[\"“「]?.{0,80}?[\"”」]?\s*撤回了一条消息|.{0,80} recalled a message")
_CALL = re.compile(
    r"\[?(?:(?:语音|视频)(?:通话|聊天)\]?)?\s*(?:通话时长|聊天时长)\s*(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\]?"
)
_QUOTED = re.compile(r"「(?P<name>[^：:「」]{1,60})[：:](?P<text>.*)」\s*")
_UNDER_A_QUOTE = re.compile(r"\s*(?:[-—–]\s*){5,}")
_CALLED = re.compile(r"@(?P<name>[^@\u2005]{1,60})\u2005|@(?P<word>[^\s@]{1,60})")
MOST_HOURS, MOST_MINUTES = 24, 60


class Heading(NamedTuple):
    """What a talk says of itself: the two it is between, or the group it is of."""

    group: str = ""
    two: tuple[str, ...] = ()


class Speaker(NamedTuple):
    """Who speaks from here on, and since which minute of the day."""

    name: str
    minute: int


def bare(name: str) -> str:
    """Return a display name in one form: composed, without controls, with single blanks."""
    plain = "".join(c for c in unicodedata.normalize("NFC", name) if c.isprintable() or c.isspace())
    return " ".join(plain.split())


def heading_in(line: str) -> Heading | None:
    """Return what a heading says, None where the line is none."""
    if group := _OF_A_GROUP.match(line):
        return Heading(group=bare(group["quoted"] or group["plain"]))
    if two := _BETWEEN_TWO.match(line):
        return Heading(two=(bare(two["one"]), bare(two["other"])))
    return None


def day_in(line: str) -> date | None:
    """Return the day that a line between dashes names, None where it names none."""
    found = _DAY.fullmatch(line)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def speaker_in(line: str) -> Speaker | None:
    """Return whom a line may name as the next speaker: a name, two blanks and a time of day end it."""
    found = _SPEAKER.fullmatch(line)
    if found is None or int(found["hour"]) >= MOST_HOURS or int(found["minute"]) >= MOST_MINUTES:
        return None
    return Speaker(bare(found["name"]), int(found["hour"]) * MOST_MINUTES + int(found["minute"]))


def call_seconds(text: str) -> int | None:
    """Return how long a call took, None where a text tells of none."""
    found = _CALL.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return (hours * MOST_MINUTES + minutes) * MOST_MINUTES + seconds


def called_in(text: str) -> tuple[str, ...]:
    """Return whom a line calls by name, or answers by a quote."""
    quoted = _QUOTED.fullmatch(text)
    called = (found["name"] or found["word"] for found in _CALLED.finditer(text))
    return tuple(dict.fromkeys(map(bare, ((quoted["name"],) if quoted else called))))


class Said(NamedTuple):
    """One message taken apart: its own words, whom it answers by a quote or calls by name."""

    own: list[str]
    calls: tuple[str, ...]
    is_recalled: bool


def said_in(text: str) -> Said:
    """Take a message apart: pictures and the like are no words, a quote is another's."""
    lines = [_NO_SPEECH.sub("", line) for line in text.split("\n")]
    calls = [name for line in lines for name in called_in(line)]
    if lines and _QUOTED.fullmatch(lines[0]):
        lines = lines[2 if len(lines) > 1 and _UNDER_A_QUOTE.fullmatch(lines[1]) else 1 :]
    own = [line for line in lines if line.strip()]
    is_recalled = len(own) == 1 and _RECALLED.fullmatch(own[0].strip()) is not None
    return Said(own, tuple(dict.fromkeys(calls)), is_recalled)
