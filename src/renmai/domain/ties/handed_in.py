"""Handed in: work that somebody sends for others to look at, which is answered by a word on it (P1)."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.letters import OWED_DAYS, is_replaced, newest_versions

LOOKED_DAYS = 180
"""So far back it is looked how much of what is handed in gets a word."""
RIPE_DAYS = 14
"""What was handed in since may still get its word."""
ENOUGH, MOSTLY = 5, 0.5
"""With fewer than so many pieces nothing is usual; from this share on it is usual that a word comes."""


class WayOfHandingIn(NamedTuple):
    """One way in which a subject says that something is handed in, with subjects it is for."""

    what: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


WAYS = (
    WayOfHandingIn(
        "a change of code",
        re.compile(
            r"^\s*\[[^\]]*\b(?:patch|pull|rfc|rft)\b[^\]]*\]|\b(?:pull|merge) request\b", re.IGNORECASE
        ),
        ("[PATCH v2 3/7] mill: turn slower", "[GIT PULL] mill for 6.1", "Merge request !12: turn slower"),
    ),
    WayOfHandingIn(
        "for somebody's judgement",
        re.compile(
            r"\bfor (?:your |a |internal |final )?(?:review|approval|comments?|sign-?off|feedback)\b"
            r"|\b(?:please|kindly) (?:review|approve|comment|sign)\b|\b(?:review|approval) requested\b",
            re.IGNORECASE,
        ),
        ("Contract for your review", "Please approve: travel to Porto", "Design review requested"),
    ),
    WayOfHandingIn(
        "for somebody's judgement, in Chinese",
        re.compile(
            r"请(?:您)?(?:审[阅核批定]|批[阅准示]|指正|过目|评审|会签)|(?:待|送|提交)(?:审|批|评审)|审批申请"
        ),
        ("合同初稿，请审阅", "【待审批】出差申请", "图纸送审", "方案请您过目"),
    ),
    WayOfHandingIn(
        "an offer or an application",
        re.compile(
            r"^\s*(?:our |my |your |a )?(?:quotation|quote|offer|tender|application|submission|manuscript)\b"
            r"(?= (?:no\b|for\b|of\b|#|\d)|\s*[:#№–-])"
            r"|^\s*(?:报价单?|投标|标书|投稿|求职|应聘|申请)(?:[:：—-]|\s|$)",
            re.IGNORECASE,
        ),
        (
            "Quotation No. 17: handles",
            "Application for the welder's post",
            "报价单：木柄 2000 件",
            "投稿 《磨坊》",
        ),
    ),
)
_ANSWERS = re.compile(
    r"\s*(?:re|aw|sv|antw|fwd?|wg|tr|回复|答复|回覆|转发)\s*(?:\[\d+\]\s*)?[:：]", re.IGNORECASE
)


class HandedIn(NamedTuple):
    """A letter with which something was handed in: by the owner or by somebody to the owner.

    `series` is the conversation it belongs to, by which parts of one piece stand together; `is_answered`
    tells that anybody but its writer answered it, `is_answered_by_me` that the owner did.
    """

    interaction_id: int
    series: str
    at_epoch_s: int
    person_id: int
    subject: str
    is_mine: bool
    is_answered: bool = False
    is_answered_by_me: bool = False


def is_handed_in(subject: str) -> bool:
    """Tell whether a letter of this subject hands something in; an answer to one does not."""
    return not _ANSWERS.match(subject) and any(way.pattern.search(subject) for way in WAYS)


def still_waiting(letters: Iterable[HandedIn], *, as_of_epoch_s: int) -> list[Sequence[HandedIn]]:
    """Return the pieces of one side that wait for a word, each by its letters, the oldest first.

    A word on any part of a piece is one on it, whoever gave it; a newer version takes the place of an older
    one, and after the days in which an answer is owed nobody waits any more. Nothing is said where a word on
    such things is not usual.
    """
    pieces = _pieces(letters)
    newest = newest_versions(piece[0] for piece in pieces)
    if not _is_usual(pieces, as_of_epoch_s):
        return []
    oldest = as_of_epoch_s - OWED_DAYS * DAY_S
    return [
        piece
        for piece in pieces
        if oldest <= piece[0].at_epoch_s < as_of_epoch_s
        and not any(part.is_answered for part in piece)
        and not is_replaced(piece[0], newest)
    ]


def _pieces(letters: Iterable[HandedIn]) -> list[Sequence[HandedIn]]:
    """Return the letters by the piece they are parts of, each in order of time, the oldest piece first."""
    found: dict[tuple[int, str], list[HandedIn]] = {}
    for letter in sorted(letters, key=lambda each: (each.at_epoch_s, each.interaction_id)):
        found.setdefault((letter.person_id, letter.series), []).append(letter)
    return list(found.values())


def _is_usual(pieces: Collection[Sequence[HandedIn]], as_of_epoch_s: int) -> bool:
    """Tell whether of what was handed in most got a word: the owner's, where it was handed in to them."""
    ripe = [piece for piece in pieces if piece[0].at_epoch_s < as_of_epoch_s - RIPE_DAYS * DAY_S]
    with_word = sum(
        any(part.is_answered if part.is_mine else part.is_answered_by_me for part in piece) for piece in ripe
    )
    return len(ripe) >= ENOUGH and with_word >= MOSTLY * len(ripe)
