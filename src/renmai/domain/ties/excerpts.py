"""What a letter asks and what it is about, in a few of its own words."""

import re
from collections.abc import Iterable

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
_TURNING = r"(?:^|[.!?。！？\n]\s*)(?:(?:hi|hello|hey|dear)\b[,，]?\s*)?"
_LISTED = r"(?:[^\W\d_][\w.-]*\s*(?:,|、|&|\band\b|和)\s*){0,3}"


def first_question(text: str) -> str:
    """Return the first question in a text, "" where none is short enough to quote."""
    for sentence in _SENTENCE.findall(text):
        said = " ".join(sentence.split()).lstrip(_BEFORE)
        if said.endswith(("?", "？")) and SHORTEST <= len(said) <= LONGEST and "://" not in said:
            return _last_clause(said)
    return ""


def _last_clause(question: str) -> str:
    """Return the clause that asks, where a Chinese question has a long run-up to it."""
    asking = question.rpartition("，")[2]
    return asking if len(question) > LONG_RUN_UP and len(asking) >= LEAST_CLAUSE else question


def is_called(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text turns to somebody by one of their names.

    At the head of a sentence, alone or in a list ("Ajay, Li: any comments?", "Hi, Ajay,"), at its end
    ("What do you think, Ajay?") or with a mark ("@望舒 …").
    """
    said = "|".join(re.escape(name) for name in names if name)
    head = rf"{_TURNING}{_LISTED}(?:{said})\s*[,:，：]"
    return bool(said) and bool(
        re.search(rf"@(?:{said})\b|{head}|[,，]\s*(?:{said})\s*[?？]", text, re.IGNORECASE)
    )


def bare_subject(subject: str) -> str:
    """Return a subject without the marks of answering and forwarding, cut at a word where it is long."""
    bare = _ANSWER_MARK.sub("", " ".join(subject.split()), count=1).strip()
    if len(bare) <= _SUBJECT_LONGEST:
        return bare
    cut = bare[: _SUBJECT_LONGEST - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > _SUBJECT_LONGEST // 2 else cut) + "…"
