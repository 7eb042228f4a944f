"""A brief: what to read before a meeting, on one page, in the order one needs it (R7)."""

import re
from enum import StrEnum

from renmai.domain.people.names import has_han

MOST_WORDS = 350
"""A brief is read in two minutes, on the way."""
HAN_A_WORD = 1.5
"""So many Chinese signs are read in the time of a word."""
LONGEST_LINE = 50
MOST_LINES = 3
"""Of each part; the first ones are the weightiest."""
MOST_POINTS = 5
"""So many points of one's own agenda are read out; the others are counted."""
LEAST_LIKELY_KNOWN = 0.5
"""From this chance on two people are said to know each other."""
REMEMBER_DAYS = 30
"""A day of theirs within so many days belongs into the talk."""
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


class BriefPart(StrEnum):
    """The parts of a brief, in their order: what I owe first, what not to forget last."""

    OWED = "owed"
    AWAITED = "awaited"
    TOPICS = "topics"
    AGENDA = "agenda"
    NEEDS = "needs"
    OFFERS = "offers"
    QUESTIONS = "questions"
    COMMON = "common"
    ORGANISATION = "organisation"
    SINCE = "since"
    REMEMBER = "remember"


def clipped(text: str, most: int = LONGEST_LINE) -> str:
    """Return a text in one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > most // 2 else cut).rstrip(" ,;:，；：、") + "…"


def words_to_read(text: str) -> float:
    """Return how many words a text is to whom reads it; `HAN_A_WORD` Chinese signs count as one."""
    words = 0.0
    for token in _TOKEN.findall(text):
        signs = sum(1 for letter in token if has_han(letter))
        words += signs / HAN_A_WORD if signs else 1
    return words
