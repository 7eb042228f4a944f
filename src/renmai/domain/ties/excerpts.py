"""What a letter asks and what it is about, in a few of its own words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from renmai.domain.people.greetings import FormsOfAddress
from renmai.domain.people.names import simpler

LONGEST = 120
SHORTEST = 4
LONG_RUN_UP = 24
_BEFORE = " .,;:!?。，；：！？-–—*>)）」”\"'"
LEAST_CLAUSE = 8
_SENTENCE = re.compile(r"[^.!?。！？；\n]*(?:[.!?](?=[\w/])[^.!?。！？；\n]*)*[.!?。！？；\n]?")
_ANSWER_MARK = re.compile(
    r"\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|回复|答复|回覆|转发|轉寄|转寄)\s*(?:\[\d+\])?\s*[:：]\s*)+",
    re.IGNORECASE,
)
_SUBJECT_LONGEST = 60
_OF_FORM = re.compile(
    r"(?:^|[\s,，])(?:right|no|ok(?:ay)?|huh|eh|yes|isn't it|don't you think|why not)\s?[?？]$"
    r"|(?:^|[\s,，])(?:对吧|是吧|好吧|不是吗|对不对)[?？]$",
    re.IGNORECASE,
)
_QUESTION_MARK = re.compile(r"[?？]")
_TO_YOU = (
    r"(?:could|can|would|will|do|did|are|have|what|how|which|when|where|why|any|please|you)\b|[你您请能可]"
)
_GREETING = r"\b(?:hi|hello|hey|dear|good (?:morning|evening|day))\b|(?:尊敬|敬爱|亲爱)的|[你您]好|哈喽|嗨"
_TURNING = rf"(?:^|[.!?。！？\n…]\s*)(?:(?:{_GREETING})[,，!！]?\s*)?"
_WELL = r"\s*(?:[你您]?好|早上好|上午好|下午好|晚上好|早)?\s*"
_LISTED = r"(?:[^\W\d_][\w.-]*\s*(?:,|、|&|\band\b|和)\s*){0,3}"

_AND_OTHERS = r"(?:(?:&|\band\b|和|、)\s*[^\W\d_][\w.-]*\s*){0,3}"


def last_question(text: str) -> str:
    """Return the last question in a text, rather none of mere form; "" where none can be quoted."""
    found = ""
    for sentence in _SENTENCE.findall(text):
        said = " ".join(sentence.split()).rpartition("… ")[2].lstrip(_BEFORE)
        if said.endswith(("?", "？")) and SHORTEST <= len(said) <= LONGEST and "://" not in said:
            found = said if not (found and _OF_FORM.search(said)) else found
    return _last_clause(found) if found else ""


def _last_clause(question: str) -> str:
    """Return the clause that asks, where a Chinese question has a long run-up to it."""
    asking = question.rpartition("，")[2]
    return asking if len(question) > LONG_RUN_UP and len(asking) >= LEAST_CLAUSE else question


def whom_asked(text: str, names: Sequence[Iterable[FormsOfAddress]]) -> frozenset[int]:
    """Return whom the questions of a text are put to, by place in `names`; nobody where none is called.

    That is whoever is called last before a question or in it; one without a question mark ends the text. A
    short form calls nobody where it is somebody's name as written.
    """
    forms = [list(some) for some in names]
    written = [
        (call, place)
        for place, some in enumerate(forms)
        for call in _calls(text, chain.from_iterable(each.written for each in some))
    ]
    taken = {call.name_at for call, _ in written}
    short = (
        (call, place)
        for place, some in enumerate(forms)
        for call in _calls(text, chain.from_iterable(each.short for each in some))
        if call.name_at not in taken
    )
    calls = sorted({(call.at, place) for call, place in (*written, *short)})
    if not calls:
        return frozenset()
    ends = [match.end() for match in _QUESTION_MARK.finditer(text)] or [len(text)]
    last = {calls[count - 1][0] for end in ends if (count := bisect_left(calls, (end, -1)))}
    return frozenset(place for at, place in calls if at in last or not last)


class _Call(NamedTuple):
    """Where a text turns to somebody: the list of names they are called in begins, their own name does."""

    at: int
    name_at: int


def _calls(text: str, names: Iterable[str]) -> Iterator[_Call]:
    """Yield where a text turns to somebody by one of their names; those of one list stand at one place.

    At the head of a sentence, alone or in a list ("Ajay, Li: any comments?", "Hi, Ajay,"), after a greeting
    with or without a comma, in the middle of one ("So, Ajay, could you …"), at its end ("What do you think,
    Ajay?") or with a mark ("@望舒 …"). Only names that stand in the text are looked for.
    """
    plain = simpler(text)
    small = plain.casefold()
    said = "|".join(re.escape(name) for name in map(simpler, names) if name and name.casefold() in small)
    if said:
        ways = (
            rf"@(?P<name>{said})\b",
            rf"{_TURNING}(?P<listed>{_LISTED}(?P<name>{said}){_WELL}{_AND_OTHERS})[,:，：]",
            rf"(?:{_GREETING})[,，!！]?\s*(?P<name>{said})(?![\w-]|[.@](?=\w)|(?<=[A-Za-z])['’]s\b)",
            rf"[,，]\s*(?P<name>{said})\s*[,，]\s*(?:{_TO_YOU})",
            rf"[,，]\s*(?P<name>{said})\s*[?？]",
        )
        for way in ways:
            for match in re.finditer(way, plain, re.IGNORECASE):
                begins = "listed" if "listed" in match.re.groupindex else "name"
                yield _Call(match.start(begins), match.start("name"))


def is_called(text: str, forms: Iterable[FormsOfAddress]) -> bool:
    """Tell whether a text turns to somebody by one of their names, or a short form of one."""
    names = chain.from_iterable((*each.written, *each.short) for each in forms)
    return next(_calls(text, names), None) is not None


def bare_subject(subject: str) -> str:
    """Return a subject without the marks of answering and forwarding, cut at a word where it is long."""
    bare = _ANSWER_MARK.sub("", " ".join(subject.split()), count=1).strip()
    if len(bare) <= _SUBJECT_LONGEST:
        return bare
    cut = bare[: _SUBJECT_LONGEST - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > _SUBJECT_LONGEST // 2 else cut) + "…"
