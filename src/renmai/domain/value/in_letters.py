"""Needs and offers in what somebody wrote, found by plain rules in Chinese and English (V2).

A rule names a way of saying it; what follows is the thing. Nothing found here is kept by itself: it is
proposed with its sentence, and the owner says yes or no. So the rules would rather miss one than propose
what was not meant: quoted words, what is said of somebody else, conditions, courtesy, errands and lengths of
time are left alone where a plain rule can tell.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from renmai.domain.value.not_meant import is_no_thing_to_give, is_not_meant, is_not_the_speakers
from renmai.domain.value.values import Side

LONGEST = 80
"""A longer thing is a story, not a need; it is cut at its first pause."""
LONGEST_BEFORE = 200
"""So much before the words of seeking tells whose they are; all of a long line, each time, takes minutes."""
_SPLIT = re.compile(r"(?<=[。！？；!?;])|(?<=[.])\s+|\n+")
_PAUSE = re.compile(
    r"[，,。！？!?；;：:（(]|\.(?:\s|$)|\s-\s|——|…"
    r"|\b(?:because|since|but|so that|before|by the|so please|if you|and would|any ideas?)\b"
)
_QUOTED = re.compile(
    r"“[^”]{0,999}”|「[^」]{0,999}」|『[^』]{0,999}』|\"[^\"]{0,999}\"|‘[^’]{0,999}’"
)  # bounded, so that marks that nothing closes cost no more than their number
_OTHERS_LINE = re.compile(r"^\s*(?:>|\|)")
_OTHERS_BELOW = re.compile(
    r"^\s*-{2,}\s*(?:Original|Forwarded|原始|转发)|(?:wrote|写道)\s*[:：]\s*$", re.IGNORECASE
)
_COUNT = r"(?:一下|[一两三四五六七八九十几某]?(?:个|位|家|名|间|些|批)|\d+\s?(?:个|位|家|名|间|批))"
_WHO = (
    r"(?:人手|的人|经理|[律教医设工厨园药]?师|供应商|厂家?|公司|团队|伙伴|顾问|助理|翻译|会计"
    r"|摄影|渠道|资源|场地"
    r"|办公室|工作室|司机|编辑|机构|教练|医生|投资人|合伙人|代理商?|经销商|买家|客户|专家|导师"
    r"|牙医|阿姨|保姆|师傅|同事|员工|店员|管家|导游|店长|[焊电木瓦钳漆技]工|志愿者)"
)
_ZH_SEEKS = re.compile(
    r"(?:正在|一直在|最近在|还在|也在|在)(?:找|寻找|物色|招聘?|求购)(?:一下)?"
    r"(?!原因|理由|问题|借口|感觉|状态|时间|机会|钥匙|文件|邮件|资料|素材|灵感|办法"
    r"|[你您他她它那这的到了着])"
    r"(?P<what>[^。！？!?\n]{2,80})"
    r"|(?:想|要)(?:找|招|认识|请)(?:一下)?(?![你您他她它那这时]|个(?:时间|机会|日子|借口|理由)|原因|借口|机会|教|假"
    r"|问)(?P<what2>[^。！？!?\n]{2,80})"
    r"|想学(?:一下|习)?(?![你您他她它会完])(?P<what3>[^。！？!?\n]{2,80})"
)
_ZH_NEEDS = re.compile(
    rf"(?:急需|需要|还缺|缺少|正缺|缺)(?P<what>{_COUNT}?(?:(?:懂|会|能|做"
    rf"|有)[^。！？!?，,\n]{{1,40}}的人"
    rf"|[^。！？!?，,\n]{{0,30}}{_WHO}))(?![^，,。！？!?]{{0,4}}[吗么])"
)
_ZH_ASKS = re.compile(
    r"(?:有没有(?:人)?(?:认识|懂|会做|会|做)|有没有(?=(?:靠谱|合适|好|推荐)的?)|谁(?:认识|懂|会做|能做)"
    r"|求(?:推荐|介绍|购)|(?<![我们])(?:能不能|能否|可否|可以|能|请|麻烦|方便)(?:你"
    r"|您)?(?:帮我?忙?)?(?:推荐|介绍|引荐)(?!信|一下你|一下您|自己))"
    r"(?P<what>[^。！？!?\n]{2,80})"
)
_ZH_OFFER = re.compile(
    r"我(?:们)?(?:这边)?(?:可以|能|愿意|乐意)(?:帮(?:你|您|忙|你们)?)?(?:提供|介绍|对接|引荐"
    r"|教)(?![你您]?(?:一下)?[，,。]|给)"
    r"(?P<what>[^。！？!?\n]{2,80})"
    r"|我(?:们)?(?:这边)?(?:有|手上有)(?P<what2>(?:[^没。！？!?，,\n]{0,12})(?:资源|渠道|经验"
    r"|产能|工厂|团队|场地|客户))"
    r"|我(?:们)?(?:公司)?(?:擅长|专门做|主要做|专做)(?P<what3>[^。！？!?\n]{2,80})"
    rf"|我认识(?={_COUNT}|不少|很多|做|懂|会)(?P<what4>[^。！？!?\n]{{2,80}})"
)
_EN_NEED = re.compile(
    r"\b(?:I|we)(?:['’]m|['’]re|['’]ve been|['’]d| am| are| have been)?\s+"
    r"(?:(?:currently|still|also|now|actively|urgently|desperately|really|badly)\s+)*"
    r"(?:looking for|searching for|seeking|in need of|short of|on the lookout for|hiring"
    r"|need(?=\s+(?:an?|some|someone|somebody|two|three|four|five|\d+|help with|more)\b)"
    r"|(?:want|like|love|would like|would love)\s+to\s+(?:find|hire|be introduced to|learn(?! (?:from|about"
    r"|more|that|how|if|whether))"
    r"|meet(?=\s+(?:an?|some|someone|somebody|people)\b)))\s+(?P<what>[^.!?\n]{3,120})"
    r"|(?:^|^(?:by the way|ps|p\.s\.|also|btw)[,:]?\s+)(?:looking for"
    r"|in need of)\s+(?P<what2>[^.!?\n]{3,120})"
    r"|(?:(?:do|does|would) (?:you|anyone|anybody|someone)|(?:^|\b(?:if|whether) )(?:you|anyone"
    r"|anybody)) (?:happen to )?"
    r"know(?: of)?\s+(?P<what3>(?:an?|any|some|someone|somebody|anyone|anybody)\b(?! (?:way"
    r"|reason|update|news|more|idea))"
    r"[^.!?\n]{3,120})"
    r"|any recommendations? for\s+(?P<what4>[^.!?\n]{3,120})"
    r"|(?:can|could|would) (?:you|anyone|anybody) (?:please |possibly )?(?:recommend|suggest"
    r"|introduce (?:me|us) to"
    r"|put (?:me|us) in touch with)\s+(?P<what5>(?:an?|any|some|someone|somebody|anyone)\b"
    r"(?! (?:time|date|day|place|slot|way|title|change))[^.!?\n]{3,120})",
    re.IGNORECASE,
)
_EN_OFFER = re.compile(
    r"\b(?:I|we) (?:can|could|would be (?:happy|glad) to|['’]d be (?:happy|glad) to|am happy to"
    r"|are happy to)\s+"
    r"(?:help (?:you )?with|introduce you to|put you in touch with|connect you with|offer|provide"
    r"|teach(?! you a lesson))\s+"
    r"(?!the\b|an? (?:copy|update|quote|discount|date)|more\b|further\b|details|feedback|it\b"
    r"|that\b|this\b|you\b|\d)"
    r"(?P<what>[^.!?\n]{3,120})"
    r"|\b(?:I|we) (?:specialise|specialize) in\s+(?P<what2>[^.!?\n]{3,120})"
    r"|\bhappy to help with\s+(?!that|this|it\b)(?P<what3>[^.!?\n]{3,120})"
    r"|\bI know (?P<what4>(?:someone|somebody|people|an?\s+\w+|several\s+\w+|two\s+\w+)\s+(?:who"
    r"|that|in|with)\b[^.!?\n]{3,120})",
    re.IGNORECASE,
)
_OTHER = re.compile(r"你|您|他|她|它|谁|客户|朋友|对方|如果|要是|若|假如|只要|是否|要不要|万一|听说|据说")
"""Before the words of seeking in its clause: somebody else seeks, or it is only a condition."""
_CONDITION = re.compile(
    r"\b(?:if|whether|unless|when|whenever|what|whatever|that|which|until|said|says|told|think"
    r"|thinks|hope|do|did|should|would|will"
    r"|might|may|all|everything)\s*$",
    re.IGNORECASE,
)
_RULES = (
    (Side.NEED, _ZH_SEEKS),
    (Side.NEED, _ZH_NEEDS),
    (Side.NEED, _ZH_ASKS),
    (Side.NEED, _EN_NEED),
    (Side.OFFER, _ZH_OFFER),
    (Side.OFFER, _EN_OFFER),
)
_SPEAKERS_OWN = frozenset((_ZH_SEEKS, _ZH_NEEDS))
"""The rules that do not name who seeks: what stands before them in the clause tells."""
_EMPTY = re.compile(
    r"^(?:you|your\b.*|(?:for|as|to|on|in|the|of)\b.*|.*\bopinions?\b.*|more than\b.*|an? (?:ack"
    r"|bunch)\b.*|this|that|it|them|him|her|forward.*|(?:some |more |a (?:bit"
    r"|little)(?: more)? )?time|help|anything|something"
    r"|more information|an? (?:few|couple)(?: more)? .*|an? (?:(?:few|couple|more|bit|little"
    r"|moment|minute|second|break|coffee|reply"
    r"|answer|decision|signature|lift|hand|copy|look|chat|word|nap|quote|day|week|number|list)\b.*)"
    r"|(?:two|three|four|five|\d+|some|more)(?: more)? (?:days?|weeks?|hours?|minutes?|months?"
    r"|time|copies|sets|pieces|information|details)\b.*"
    r"|(?:靠谱|合适|好|认识)的(?:人|人选)?|[你您我他她它].{0,1}|时间|帮忙|帮助|这个|那个|的|一下|什么|机会)$",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"^(?:{_COUNT})(?=.{{2}})")
_TAIL = re.compile(
    r"(?:(?:可以)?推荐|给(?:你|您|你们)|(?:的人)?(?:吗|呢|吧|啊|呀|么|了|的话)|认识一下|，?谢谢)$"
)


class SpokenValue(NamedTuple):
    """A need or an offer as it was said, with its sentence."""

    side: str
    what: str
    sentence: str


def spoken_values(text: str) -> list[SpokenValue]:
    """Return the needs and offers that a text says of its writer, in its order, each once."""
    found: dict[tuple[str, str], SpokenValue] = {}
    for sentence in _sentences(text):
        for value in _in_sentence(sentence):
            found.setdefault((value.side, value.what), value)
    return list(found.values())


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences that are the writer's own; after “… wrote:” come another's."""
    for line in text.splitlines():
        if _OTHERS_BELOW.search(line):
            return
        if not _OTHERS_LINE.search(line):
            yield from (part.strip() for part in _SPLIT.split(line) if part and part.strip())


def _in_sentence(sentence: str) -> Iterator[SpokenValue]:
    if is_not_meant(sentence):
        return
    quoted = [found.span() for found in _QUOTED.finditer(sentence)]
    for side, rule in _RULES:
        for match in rule.finditer(sentence):
            is_quoted = _is_within(quoted, match.start())
            what = next((part for part in match.groupdict().values() if part), "")
            if is_quoted or is_no_thing_to_give(what) or not _is_their_own(rule, sentence, match.start()):
                continue
            if short := _trimmed(what):
                yield SpokenValue(side, short, sentence)


def _is_within(spans: list[tuple[int, int]], place: int) -> bool:
    """Tell whether a place lies within one of the spans, which stand in their order."""
    before = bisect_right(spans, place, key=itemgetter(0))
    return before > 0 and place < spans[before - 1][1]


def _is_their_own(rule: re.Pattern[str], sentence: str, start: int) -> bool:
    """Tell whether it is the writer who seeks there, and not only on a condition."""
    clause = re.split(r"[，,；;：:、]", sentence[max(0, start - LONGEST_BEFORE) : start])[-1]
    if rule in _SPEAKERS_OWN and (_OTHER.search(clause) or is_not_the_speakers(clause)):
        return False
    return not _CONDITION.search(clause)


def _trimmed(what: str) -> str:
    """Return the thing itself, cut at its first pause; nothing where only a pronoun or an errand is left."""
    pause = _PAUSE.search(what)
    short = (what[: pause.start()] if pause else what).strip(" 　\"“”「」'")
    short = _TAIL.sub("", _LEAD.sub("", short)).strip(" 　\"“”「」'")[:LONGEST].strip()
    return "" if len(short) < 2 or _EMPTY.match(short) else short
