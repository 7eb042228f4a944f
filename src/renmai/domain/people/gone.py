"""Gone: who is no longer in the owner's life, archived or deceased, by a card's own words or the owner's."""

import re
from enum import StrEnum

GONE = "gone"
"""The kind of the fact that says so: a `Gone`, a space, and what the card says in its own words."""


class Gone(StrEnum):
    """Why somebody is never proposed for anything."""

    ARCHIVED = "archived"  # 已归档: no longer in my life, by the owner's word
    DECEASED = "deceased"  # 已故


_LABELS = re.compile(
    r"\b(?:death|died|deceased|dod|passing|passed away|yahrzeit)\b|忌日|忌辰|去世|过世|過世|逝世|离世|離世"
    r"|卒日|todes(?:tag|datum)|gestorben|verstorben|命日",
    re.IGNORECASE,
)
_DAY = (
    r"(?: ?+[:：,，]?+ ?+(?:on|in|am|im|于|於)?+[\d年月日./\- ]*+(?:[A-Za-z]{3,9}\.?+)?+[\d年月日., /\-]*+)"
)
_WORDS = {
    Gone.DECEASED: (
        r"[†✝✞⚰]|deceased|died|dead|passed away|rest in peace|r\.?\s?i\.?\s?p\.?"
        r"|in memoriam|of blessed memory|d\.(?=\s*\d)|verstorben|gestorben|d[ée]c[ée]d[ée]e?|fallecid[oa]"
        r"|已?(?:故|逝|殁|亡)(?:去)?|已?(?:去世|过世|過世|逝世|离世|離世|病逝|仙逝|往生|辞世|辭世)了?|故人"
    ),
    Gone.ARCHIVED: (
        r"archived|no longer in (?:my life|touch)|no contact|do not contact|don['’]t contact|never contact"
        r"|已?归档|已?歸檔|不再(?:联系|聯繫|来往|往来)|(?:请)?勿(?:联系|聯繫)|(?:已经?)?断(?:联|了联系)|已?绝交"
    ),
}
_WHEN = r"(?:已?[于於]? ?\d{4}[\d年月日./\- ]*+(?:[于於因]\S{0,4})?)?"
_WHOLE = {
    Gone.DECEASED: re.compile(rf"{_WHEN}(?:{_WORDS[Gone.DECEASED]}){_DAY}[.!。！]?", re.IGNORECASE),
    Gone.ARCHIVED: re.compile(rf"(?:{_WORDS[Gone.ARCHIVED]})[.!。！]?", re.IGNORECASE),
}
LONGEST_NAME = 500
LONGEST_REMARK = 120
"""A longer text says more than that somebody is gone."""
_MARK = re.compile(r"[†✝✞⚰]")
_BESIDE = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]")
_BEFORE = re.compile(r"(?:已故|先故)(?:的)?(?=\S)|the late (?=\S)", re.IGNORECASE)
_LAST = re.compile(
    r"\s(deceased|r\.?i\.?p\.?|verstorben|已故|已逝|已?(?:去世|过世|過世|逝世))$", re.IGNORECASE
)
_LIFE = re.compile(r"\*?\s*(1[89]\d\d)\s*[-–—†]+\s*((?:19|20)\d\d)")
_LATEST_BORN, _LEAST_YEARS = 1970, 30
"""Two years beside a name are those of a life where they cannot well be those of a time together."""
_BEHIND = re.compile(r"[-–—,，·]\s*([^-–—,，·]+)$")


def is_called_death(label: str) -> bool:
    """Tell whether a label of a day speaks of a death."""
    return _LABELS.search(label) is not None


def gone_by_name(name: str) -> str:
    """Return what the remark beside a name says, as a fact keeps it; nothing where it says none.

    A dagger says it anywhere, a word only where it stands apart: in brackets, behind a dash, or before.
    """
    name = name[:LONGEST_NAME]
    if mark := _MARK.search(name):
        return _kept(Gone.DECEASED, mark[0])
    remarks = [found[1] for found in _BESIDE.finditer(name)] + [found[1] for found in _BEHIND.finditer(name)]
    remarks += [found[1] for found in _LAST.finditer(name.rstrip())]
    if said := next(filter(None, map(gone_by_remark, remarks)), ""):
        return said
    if life := next(filter(_is_a_life, remarks), ""):
        return _kept(Gone.DECEASED, life)
    before = _BEFORE.match(name.strip())
    return _kept(Gone.DECEASED, before[0].strip()) if before else ""


def _is_a_life(remark: str) -> bool:
    years = _LIFE.fullmatch(remark.strip())
    if years is None:
        return False
    born, died = int(years[1]), int(years[2])
    return born <= _LATEST_BORN and died - born >= _LEAST_YEARS


def gone_by_remark(text: str) -> str:
    """Return what a remark that says nothing else says, a line of a note or a category; else nothing.

    The whole of it must say so: “his father died” and “not deceased” say something else.
    """
    text = " ".join(text[: 2 * LONGEST_REMARK].split())
    if len(text) > LONGEST_REMARK:
        return ""
    gone = next((each for each, whole in _WHOLE.items() if whole.fullmatch(text)), None)
    return _kept(gone, text) if gone else ""


def gone_by_day(day: str) -> str:
    """Return the fact that a day of death makes, whatever is written there."""
    return _kept(Gone.DECEASED, " ".join(day.split()))


def state_of(kept: str) -> tuple[str, str]:
    """Return the state that a fact keeps, and the card's own words."""
    gone, _, words = kept.partition(" ")
    return (gone, words) if gone in set(Gone) else ("", words)


def _kept(gone: Gone, words: str) -> str:
    return f"{gone} {words}".strip()
