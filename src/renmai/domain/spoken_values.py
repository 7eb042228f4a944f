"""Needs and offers in what somebody wrote, found by plain rules in Chinese and English (V2).

A rule names a way of saying it; what follows is the thing. Nothing found here is kept by itself: it is
proposed with its sentence, and the owner says yes or no. Questions of courtesy, quoted lines and what the
writer says of somebody else are left alone where a plain rule can tell.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from renmai.domain.values import Side

LONGEST = 80
"""A longer thing is a story, not a need; it is cut at its first pause."""
_SPLIT = re.compile(r"(?<=[。！？；!?;])|(?<=[.])\s+|\n+")
_PAUSE = re.compile(r"[，,。！？!?；;：:（(]|\.\s|\s-\s|——|\b(?:because|since|but|so that|before|by the)\b")

_ZH_NEED = re.compile(
    r"(?:(?:正在|一直在|最近在|还在|在)(?:找|寻找|物色|招)|急需|需要(?!你|您|我|注意|说明|的话)|缺(?:少)?(?=[一个位名人])"
    r"|想(?:找|招|请|认识|了解|学)|有没有(?:人)?(?:认识|懂|会|做)|谁(?:认识|懂|会做|能做|有)|求(?:推荐|介绍|购))"
    r"(?:一下|个|一个|一位|一家|位|些|几个|几位)?(?P<what>[^。！？!?\n]{2,80})"
)
_EN_NEED = re.compile(
    r"\b(?:(?:I|we)(?:'m|'re| am| are)?\s+(?:currently |still |also |now |desperately )?"
    r"(?:looking for|searching for|in need of|hiring|seeking|short of|need(?! to| you)"
    r"|want to (?:find|hire|meet|learn))"
    r"|looking for|in need of"
    r"|(?:do|does|would) (?:you|anyone|anybody|someone) (?:happen to )?know(?: of)?"
    r"(?=\s+(?:an?|any|some|someone|anyone|who)\b)|any recommendations? for)\s+"
    r"(?P<what>[^.!?\n]{3,120})",
    re.IGNORECASE,
)
_ZH_OFFER = re.compile(
    r"(?:我(?:们)?(?:可以|能|愿意)(?:帮(?:你|您|忙)?|提供|介绍|教|做)|我(?:们)?(?:这边)?(?:有|做)(?=[^没]{0,6}"
    r"(?:资源|渠道|经验|产能|工厂|团队|场地|客户))|有需要(?:可以)?找我(?:做)?|我(?:们)?(?:擅长|专门做|主要做))"
    r"(?P<what>[^。！？!?\n]{2,80})"
)
_EN_OFFER = re.compile(
    r"\b(?:(?:I|we) (?:can|could|would be happy to|'d be happy to|am happy to|are happy to) "
    r"(?:help (?:you )?with|offer|introduce you to|provide|teach|share)"
    r"|(?:I|we) (?:specialise|specialize) in|happy to help with|let me know if you (?:ever )?need)\s+"
    r"(?P<what>[^.!?\n]{3,120})",
    re.IGNORECASE,
)
_RULES = (
    (Side.NEED, _ZH_NEED),
    (Side.NEED, _EN_NEED),
    (Side.OFFER, _ZH_OFFER),
    (Side.OFFER, _EN_OFFER),
)
_EMPTY = re.compile(
    r"^(?:you|your|this|that|it|them|forward|time|help|anything|something|more information|"
    r"你|您|我|他|她|它|时间|帮忙|帮助|这个|那个|的|一下|什么|机会)[\s\w]{0,0}$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:的?(?:吗|呢|吧|啊|呀|么|了|的话)|的人吗)$")
_NOT_MEANT = re.compile(r"looking forward|no need|不需要|不用|没有需要|无需|用不着|不缺", re.IGNORECASE)


class SpokenValue(NamedTuple):
    """A need or an offer as it was said, with its sentence."""

    side: str
    what: str
    sentence: str


def spoken_values(text: str) -> list[SpokenValue]:
    """Return the needs and offers that a text says of its writer, in its order, each once."""
    found = (value for sentence in _sentences(text) for value in _in_sentence(sentence))
    return list(dict.fromkeys(found))


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.lstrip().startswith(">"):
            yield from (part.strip() for part in _SPLIT.split(line) if part and part.strip())


def _in_sentence(sentence: str) -> Iterator[SpokenValue]:
    if _NOT_MEANT.search(sentence):
        return
    for side, rule in _RULES:
        for match in rule.finditer(sentence):
            if what := _trimmed(match["what"]):
                yield SpokenValue(side, what, sentence)


def _trimmed(what: str) -> str:
    """Return the thing itself, cut at its first pause; nothing where only a pronoun is left."""
    pause = _PAUSE.search(what)
    short = _TAIL.sub("", (what[: pause.start()] if pause else what).strip(" 　\"“”「」'"))[:LONGEST].strip()
    return "" if len(short) < 2 or _EMPTY.match(short) else short
