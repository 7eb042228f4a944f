"""A line that says who looks for what, or has what: 张三在找供应链, “Ada needs a printer” (V2)."""

import re
from typing import NamedTuple

from renmai.domain.value.matches import same_words
from renmai.domain.value.values import Side

_ME = frozenset(("i", "me", "we", "我", "我们", "我自己", "本人"))
_LONGEST = 1_000  # characters; who, verb and what are shorter
_ZH = re.compile(
    r"^(?P<who>[^，。；,;:：]{1,40}?)\s*(?:最近|现在|目前|也|还|正|一直|公司|说他?她?|那边)*\s*"
    r"(?:(?P<need>在找|想找|要找|寻找|在招|想招|想学|想买|想认识|需要|急需|缺|求购?|在寻求?|找(?=[^我他她你]))"
    r"|(?P<offer>能提供|可以提供|可提供|提供|能介绍|可以介绍|能帮忙?|可以帮忙?|擅长|会做|能做|做得?好|手上有|手里有"
    r"|认识|懂|会|能|可以|有))"
    r"\s*(?P<what>.{1,200})$"
)
_EN = re.compile(
    r"^(?P<who>.{1,80}?)\s+(?:(?:is|am|are|'m|'s|’s)\s+)?(?:also\s+|still\s+|now\s+|currently\s+|urgently\s+)*"
    r"(?:(?P<need>looking\s+for|looks\s+for|look\s+for|needs?|wants?|seeks?|seeking|searching\s+for"
    r"|in\s+need\s+of|short\s+of|after|hiring)"
    r"|(?P<offer>offers?|offering|provides?|can\s+offer|can\s+help\s+with|can\s+provide|can\s+introduce"
    r"|specialis?z?es?\s+in|has|have|knows?|is\s+good\s+at|good\s+at|can))\s+(?P<what>.{2,200})$",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(
    r"(?<=\w)(?:['’](?:s|m|re))\s+(?=looking|searching|seeking|in need|short|after|hiring)", re.I
)
_LEAD = re.compile(r"^(?:一下|一个|一位|一家|个|位|些|几个|几位)(?=.{2})")


class ValueLine(NamedTuple):
    """What a line says: of whom, in their words (empty for the owner), which side, what."""

    who: str
    side: str
    what: str


def value_line(text: str) -> ValueLine | None:
    """Return what a line says, None where it is no such line."""
    if len(text) > _LONGEST:
        return None
    line = " ".join(text.split()).rstrip(" .。!！;；")
    line = re.sub(r"(?<=\w)['’]s got\b", " has", _CONTRACTED.sub(" is ", line))
    for form in (_ZH, _EN):
        found = form.match(line)
        what = found and _LEAD.sub("", found["what"].strip(" “”\"'「」：:，,"))
        if found and what:
            who = found["who"].strip(" “”\"'「」@")
            side = Side.NEED if found["need"] else Side.OFFER
            return ValueLine("" if same_words(who) in _ME else who, side, what)
    return None


def is_me(text: str) -> bool:
    """Tell whether somebody is named as the owner names themselves."""
    return same_words(text) in _ME
