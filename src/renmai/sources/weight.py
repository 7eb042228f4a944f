"""How much somebody said: an excerpt of their words, how many there are, and whether they ask something."""

import re
from typing import NamedTuple

MOST_EXCERPT = 400
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]")
_WIDE_MARK = re.compile(r"[\u3000-\u303f\uff00-\uffef…—“”‘’]")
_ASKS = re.compile(r"(?<=[^\s?!&=/])\?(?=[\s\"')\]”’>*.!?]|$)|\s\?$", re.MULTILINE)
_ASKS_IN_CHINESE = re.compile(
    r"？|吗(?=[\s。.!！,，~～…?）)]|$)|(?:什么|怎么|哪|谁|几|多少|何时|为何|为什么|咋)[^。！!\n]{0,40}呢"
    r"|能否|可否|是否(?:可以|方便|有|能)|能不能|可不可以|行不行|好不好|要不要|有没有空|请问|请教",
    re.MULTILINE,
)
_ASKS_POLITELY = re.compile(
    r"\b(?:could|can|would|will) you"
    r" (?:please|kindly|let|send|check|tell|help|have|give|share|confirm|explain)\b"
    r"|\blet me know (?:if|when|whether|what|how|which|where|who|your)\b"
)


class Weight(NamedTuple):
    """Own words in short, their number, and whether they hold a question."""

    excerpt: str
    words: int
    asks: bool


def weigh(lines: list[str]) -> Weight:
    """Weigh somebody's own lines. A word is what stands between spaces; a Chinese character counts as one."""
    text = "\n".join(lines).strip()
    if not text:
        return Weight("", 0, False)
    spaced = text if text.isascii() else _WIDE_MARK.sub(" ", _HAN.sub(" 字 ", text))
    return Weight(_excerpt(text), len(spaced.split()), _asks(text))


def _asks(text: str) -> bool:
    if "?" in text and _ASKS.search(_LINK.sub("", text)):
        return True
    if not text.isascii() and _ASKS_IN_CHINESE.search(text):
        return True
    return (" you " in text or "et me know" in text) and bool(_ASKS_POLITELY.search(text.lower()))


def _excerpt(text: str) -> str:
    short = " ".join(text[: MOST_EXCERPT * 4].split())
    if len(short) <= MOST_EXCERPT and len(text) <= MOST_EXCERPT * 4:
        return short
    cut = short[: MOST_EXCERPT - 1]
    space = cut.rfind(" ", MOST_EXCERPT - 40)
    return f"{cut[:space] if space > 0 else cut}…"
