"""Promises in what somebody wrote, of a thing, a word or an introduction, found by plain rules (P1, T9).

A way names how a promise is made and shows it in examples; a guard names what only looks like one. Nothing
found here is kept by itself: it is shown with its sentence, and the owner says whether it was one.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

LONGEST = 200
"""A longer sentence is a story; what is promised in it is not to be told in a line."""
_SPLIT = re.compile(r"(?<=[。！？；!?;])|(?<=[.])\s+|\n+|\s…\s")
_OTHERS_LINE = re.compile(r"^\s*(?:>|\|)")
_I = r"\b(?:I|we)\b"
_WILL = r"(?:['’]ll| will| shall|['’](?:m|re) going to| am going to| are going to)"
_SURELY = (
    r"(?: (?:also|then|now|gladly|certainly|definitely|surely|just|try to|be sure to|make sure to|\w+ly))?"
)
_GIVE = (
    r"(?:send|forward|mail|e-?mail|post|ship|share|bring|give|lend|return|hand|deliver|show"
    r"|write|call|ring|phone"
    r"|pay|wire|transfer|text|message|tell|resend|submit|upload)"
)
_DO = (
    r"(?:prepare|draft|finish|complete|check|review|test|fix|update|book|arrange|organi[sz]e"
    r"|order|print|sign|rewrite"
    r"|respin|rework|look (?:into|at)|find out|sort (?:it|this|that) out|ask (?:him|her|them"
    r"|around|\w+ about)|take care)"
)
_WHEN = (
    r"(?:\b(?:today|tonight|tomorrow|this (?:week|afternoon|evening|month)|next (?:week|month"
    r"|year)|soon|shortly"
    r"|(?:by|on|before|until|this|next) (?:the )?(?:\d|mon|tue|wed|thu|fri|sat|sun|end of"
    r"|weekend|noon|jan|feb|mar|apr"
    r"|may|jun|jul|aug|sep|oct|nov|dec)\w*|in (?:a|an|one|two|three|\d+|a few) (?:day|week|hour"
    r"|minute|month)s?"
    r"|as soon as|first thing)\b)"
)
_ZH_ME = r"(?:我们?|本人|咱们?)"
_ZH_WHEN = (
    r"(?:今[天晚日]|明[天早晚日]|后天|大后天|下?周[一二三四五六日末]|这?周[一二三四五六日末]"
    r"|下(?:个)?(?:星期|礼拜|周|月)[一二三四五六日天末]?"
    r"|星期[一二三四五六日天]|礼拜[一二三四五六日天]|月底|月初|年底|年前|年后|节后|\d+[号日月]"
    r"|\d+天[内后]|稍后|回头|晚点|一会儿?"
    r"|待会儿?|马上|尽快|立刻|过几天|这几天|到时候?|上班后|回去后?|回家后?)"
)
_ZH_GIVE = r"(?:发|寄|送|传|转|带|交|拿|快递|邮|打|汇|还|借|抄送|拷)"


class PromiseKind(StrEnum):
    """What is promised: a thing or a word, or to bring two people together."""

    PROMISE = "promise"
    INTRODUCTION = "introduction"


class WayOfPromising(NamedTuple):
    """One way in which people promise, with sentences that are one."""

    what: str
    kind: PromiseKind
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


class NoPromise(NamedTuple):
    """One reason why a sentence promises nothing, with sentences that it is for."""

    why: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


WAYS = (
    WayOfPromising(
        "to introduce",
        PromiseKind.INTRODUCTION,
        re.compile(
            rf"\blet me (?:introduce|connect) (?:you|the two of you)\b"
            rf"|{_I}(?:{_WILL}|['’]d (?:like|love|be (?:happy|glad)) to| would be (?:happy"
            rf"|glad) to| (?:can|could|would like to|want to|am happy to))"
            rf"{_SURELY} (?:introduce|connect) (?:you|the two|both)\b"
            rf"|{_I}(?:{_WILL}| can| could){_SURELY} (?:put|get) you (?:two |both )?in (?:touch|contact)\b"
            rf"|{_I}{_WILL}{_SURELY} make (?:an|the) intro(?:duction)?\b",
            re.IGNORECASE,
        ),
        (
            "Let me introduce you to Marta, who runs the mill.",
            "I'll put you in touch with our printer.",
            "I can introduce you to two buyers in Rotterdam.",
            "I will make the introduction this week.",
        ),
    ),
    WayOfPromising(
        "to introduce, in Chinese",
        PromiseKind.INTRODUCTION,
        re.compile(
            rf"(?:{_ZH_ME}|{_ZH_WHEN}|我来)[^，,。！？!?]{{0,10}}(?:介绍(?:你们|二位|两位"
            rf"|大家)(?:互相)?认识|给(?:你|您|你们)(?:介绍|引荐)"
            r"|把[^，,。！？!?]{1,14}(?:介绍|引荐|推荐)给(?:你|您)|(?:介绍"
            r"|引荐)[^，,。！？!?]{1,16}给(?:你|您)|(?:拉|建)(?:个|一个)?群"
            r"|帮(?:你|您|你们)(?:牵(?:个)?线|搭(?:个)?桥|引荐|对接)|(?:安排|约)(?:你们|二位"
            r"|两位)(?:见|认识|聊))"
        ),
        ("我介绍你们认识。", "我下周给你引荐一下王总。", "我来拉个群，你们聊。", "回头我把老李介绍给你。"),
    ),
    WayOfPromising(
        "to give",
        PromiseKind.PROMISE,
        re.compile(
            rf"{_I}{_WILL}{_SURELY} {_GIVE} (?:it |them |that |this )?(?:over |on "
            rf"|back )?(?:to )?(?:you|your)\b"
            rf"|{_I}{_WILL}{_SURELY} {_GIVE}\b(?=[^.!?;]{{2,80}}{_WHEN})"
            rf"|{_I}{_WILL}{_SURELY} {_GIVE} (?:out |in |over )?(?:the|a|an|my|our|v\d|another"
            rf"|some)\b(?! (?:to|for) (?:him|her|them)\b)"
            rf"|\byou(?:['’]ll| will) (?:have|get|receive"
            rf"|hear)\b(?=[^.!?;]{{0,80}}(?:\bfrom (?:me|us)\b|{_WHEN}))",
            re.IGNORECASE,
        ),
        (
            "I'll send you the figures on Friday.",
            "We will ship the samples by the end of the week.",
            "You will have the contract by Monday.",
            "I will forward it to you.",
        ),
    ),
    WayOfPromising(
        "to do, or to give word",
        PromiseKind.PROMISE,
        re.compile(
            rf"{_I}{_WILL}{_SURELY} (?:let you know|get back to you|come back to you"
            rf"|keep you (?:posted|informed|updated)"
            rf"|follow up|report back|be in touch)\b"
            rf"|{_I}{_WILL}{_SURELY} {_DO}\b(?=[^.!?;]{{0,80}}(?:{_WHEN}|\bfor you\b"
            rf"|\band (?:let|get back|send|report|tell)\b))"
            rf"|\bI promise (?:to|you|that I)\b|\byou have my word\b",
            re.IGNORECASE,
        ),
        (
            "I'll get back to you with a date.",
            "I will check it tomorrow and let you know.",
            "We'll finish the drawings next week.",
            "I promise to bring the book.",
        ),
    ),
    WayOfPromising(
        "to give, in Chinese",
        PromiseKind.PROMISE,
        re.compile(
            rf"(?:{_ZH_ME}|{_ZH_WHEN})[^，,。！？!?]{{0,16}}(?:把[^，,。！？!?]{{1,20}})?{_ZH_GIVE}(?:一份|一下|过去|过来)?(?:给|到)?(?:你|您|过去)"
            rf"|{_ZH_ME}[^，,。！？!?]{{0,6}}{_ZH_WHEN}[^，,。！？!?]{{0,10}}(?:把[^，,。！？!?]{{1,20}})?{_ZH_GIVE}(?!展|现|生|明|火|烧|疯|愁)"
        ),
        ("我下周把资料发你。", "回头我把合同寄给您。", "明天我给你带过去。", "我周五前把样品寄出。"),
    ),
    WayOfPromising(
        "to do or to give word, in Chinese",
        PromiseKind.PROMISE,
        re.compile(
            rf"(?:{_ZH_ME}|{_ZH_WHEN})[^，,。！？!?]{{0,14}}(?:给(?:你|您|你们)(?:回复|答复|消息"
            rf"|回话|回音|报价|个?准信|打电话|安排|准备|办)"
            r"|(?:回复|答复|通知|告诉|联系|转告)(?:你|您|你们)|跟(?:你|您)(?:说|讲|确认|汇报))"
            rf"|{_ZH_ME}(?:会|来|这就|一定)?[^，,。！？!?]{{0,4}}{_ZH_WHEN}[^，,。！？!?]{{0,6}}(?:(?:做|写|改|弄|整理|准备|安排|确认|查|订|处理)(?:好|完|一下|出来))"
            rf"|{_ZH_ME}(?:答应|保证|承诺)(?!书|过|了)"
        ),
        ("我明天给您答复。", "我问好了马上告诉你。", "我下周一前整理好。", "我保证月底前交图。"),
    ),
)
NO_PROMISES = (
    NoPromise(
        "denied",
        re.compile(
            r"(?:\bwon['’]t|n['’]t think|do not think|doubt|will not|shall not|cannot|can['’]t"
            r"|not going to|never|unable|no longer)\b"
            r"|不(?:会|能|再|用|必|想|打算|准备|方便|需要|可能|便|给|发|寄|送|介绍)|没(?:法|办法"
            r"|空|时间|有|能|打算)|无法|别|未能|免得",
            re.IGNORECASE,
        ),
        (
            "I won't send you the figures.",
            "We will not ship them next week.",
            "我不会把资料发给你。",
            "明天没法给你答复。",
        ),
    ),
    NoPromise(
        "asked",
        re.compile(r"[?？]\s*$|[吗么]\s*[。.]?$|要不要|是不是|是否|行不行|好不好|可以不"),
        (
            "Shall I send you the figures?",
            "I will send it to you, right?",
            "我明天发给你好吗？",
            "要不要我介绍你们认识？",
        ),
    ),
    NoPromise(
        "on a condition",
        re.compile(
            r"\b(?:if|unless|in case|once you|when you|would(?! be (?:happy|glad))|might"
            r"|(?<!\d )may(?! \d)|should|could have|provided|suppose|whether|hope to"
            r"|wish)\b|如果|要是|假如|若|只要|除非|万一|等你|等您|的话|可能|也许|或许|看情况"
            r"|本来|原本|争取|希望",
            re.IGNORECASE,
        ),
        (
            "If it rains, I'll send you the figures.",
            "I will ship it once you have paid.",
            "如果有货，我明天寄给你。",
            "等你定了我再发给你。",
        ),
    ),
    NoPromise(
        "done, or past",
        re.compile(
            r"\b(?:already|as promised|yesterday|said|told|promised|thought|was going to"
            r"|were going to|just sent)\b"
            r"|已经?|(?:发|寄|送|传|转|带|交|给|介绍|告诉|通知|回复|做|弄|整理"
            r"|准备)(?:给?[你您]们?)?(?:过)?了"
            r"|昨天|前天|上周|上个?月|去年|刚才|刚刚|曾|(?<![一二三四五六日天末底号月\d])之前|以前|当时",
            re.IGNORECASE,
        ),
        (
            "I said I'll send you the figures.",
            "As promised, I'll send you nothing new.",
            "我已经发给你了。",
            "我昨天把资料寄给你了。",
        ),
    ),
    NoPromise(
        "somebody else's",
        re.compile(
            r"\b(?:he|she|they|who|my (?:boss|colleague|assistant|wife|husband)|our \w+"
            r"|[A-Z][a-z]+) (?:says?|thinks?|hopes?|wants?|told \w+) (?:that )?(?:I|we|me|us)\b"
            r"|^[^，,。]{0,6}(?:请|麻烦|劳驾|拜托|让|叫|托)(?:你|您|他|她|他们|同事|客户|秘书|小\w|老\w)"
            r"|(?:你|您|他|她|他们|对方|客户|老板|同事)(?:说|问|让|叫|要|会|得|答应"
            r"|以为)[^，,。]{0,6}我|(?:发|寄|转|交|打)给?我"
            r"|^(?!.*(?:我|咱|本人))[^，,。]*(?:他|她|对方|客户|同事|老板|秘书|助理|快递"
            r"|[小老]\w(?:会|说|要))",
            re.IGNORECASE,
        ),
        (
            "He says I will send you the figures.",
            "请你明天把资料发给我。",
            "老板让我明天发给你。",
            "他说我会寄给你。",
            "他下周寄给你。",
        ),
    ),
    NoPromise(
        "courtesy, and what no hand gives",
        re.compile(
            r"\b(?:introduce (?:myself|ourselves)|let you (?:go|be)|tell you (?:what|that"
            r"|the truth|a secret)|leave it (?:to you|there)"
            r"|will (?:have|need|be able) to (?:see|wait)|give (?:you )?(?:a )?(?:thought"
            r"|credit)|call it a day|give up|give way"
            r"|show (?:you )?the door|looking forward)\b|自我介绍|介绍(?:一下)?(?:自己|我自己"
            r"|产品|公司)|说实话|告诉你(?:个)?秘密|给你(?:点赞|加油)",
            re.IGNORECASE,
        ),
        (
            "Let me introduce myself.",
            "I will tell you what I think of it.",
            "先容我自我介绍一下，我来给你介绍一下公司。",
            "我给你加油。",
        ),
    ),
)


class SpokenPromise(NamedTuple):
    """A promise as it was written: its kind and its sentence."""

    kind: PromiseKind
    sentence: str


def spoken_promises(text: str) -> list[SpokenPromise]:
    """Return what a text promises in its writer's name, in its order, each sentence once."""
    found = ((sentence, _promised(sentence)) for sentence in _sentences(text))
    spoken = (SpokenPromise(kind, sentence) for sentence, kind in found if kind is not None)
    return list(dict.fromkeys(spoken))


def _promised(sentence: str) -> PromiseKind | None:
    """Return what a sentence promises: the first way in which it does; None where it does in none."""
    if len(sentence) > LONGEST or any(guard.pattern.search(sentence) for guard in NO_PROMISES):
        return None
    return next((way.kind for way in WAYS if way.pattern.search(sentence)), None)


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not _OTHERS_LINE.search(line):
            yield from (part.strip() for part in _SPLIT.split(line) if part and part.strip())
