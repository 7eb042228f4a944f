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
    r"|能否|可否|是否(?:可以|方便|有|能)|能不能|可不可以|行不行|好不好|要不要|有没有空|请问|请教"
    r"|等候?[你您]的?(?:回复|消息|答复|回音|决定|确认|回话)|盼复|盼回复|静候佳音"
    r"|(?<!不)请(?:尽快|及时|[你您])?(?:回复|确认|告知|答复)",
    re.MULTILINE,
)
_ASKS_POLITELY = re.compile(
    r"\b(?:could|can|would|will) you"
    r" (?:please|kindly|let|send|check|tell|help|have|give|share|confirm|explain)\b"
    r"|\blet me know (?:if|when|whether|what|how|which|where|who|your)\b"
    r"|\b(?<!not )(?:await(?:ing)?|wait(?:ing)? for) your"
    r" (?:answer|reply|response|word|decision|approval|confirmation)\b"
    r"|\b(?:please|kindly) (?:confirm|advise|reply|respond|get back to me)\b"
)


_HINTS = (" you ", " your ", "et me know", "lease ", "indly ")
HEAD = 200
"""So much of the beginning is kept of a text that is too long, before its questions."""
_PARAGRAPH = re.compile(r"\n\s*\n")
_CALL = re.compile(
    r"\W{0,3}(?:(?:hi|hello|hey|dear)\b,? ?)?[^\s,:，：?？.。][^,:，：?？.。\n]{0,39}[,:，：]", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？\n]")
LONGEST_QUESTION = 300


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
    return any(hint in text for hint in _HINTS) and bool(_ASKS_POLITELY.search(text.lower()))


def _excerpt(text: str) -> str:
    """Return a text in short: all of it, else its beginning and the last question of each later paragraph."""
    short = " ".join(text[: MOST_EXCERPT * 4].split())
    if len(short) <= MOST_EXCERPT and len(text) <= MOST_EXCERPT * 4:
        return short
    questions = _questions_in(text[HEAD:]) if "?" in text[HEAD:] or "？" in text[HEAD:] else []
    room = MOST_EXCERPT - HEAD - 2
    kept: list[str] = []
    for question in reversed(questions):
        if len(question) + 3 > room:
            break
        room -= len(question) + 3
        kept.insert(0, question)
    if not kept:
        return _cut(short, MOST_EXCERPT)
    head = _cut(short, HEAD)
    return " … ".join((head.rstrip("…").rstrip(), *kept))


def _questions_in(text: str) -> list[str]:
    """Return the last question of each paragraph, with whom the paragraph calls before it."""
    found: list[str] = []
    for paragraph in _PARAGRAPH.split(text):
        said = _LINK.sub("", paragraph)
        at = max(said.rfind("?"), said.rfind("？"))
        if at > 0:
            before = said[max(0, at - LONGEST_QUESTION) : at]
            ends = [match.end() for match in _SENTENCE_END.finditer(before)]
            question = " ".join(f"{before[ends[-1] if ends else 0 :]}{said[at]}".split())
            called = _CALL.match(paragraph)
            call = " ".join(called[0].split()) if called else ""
            found.append(f"{call} {question}" if call and not question.startswith(call) else question)
    return found


def _cut(short: str, most: int) -> str:
    """Return the beginning of a text, cut at a word."""
    cut = short[: most - 1]
    space = cut.rfind(" ", most - 40)
    return f"{cut[:space] if space > 0 else cut}…"
