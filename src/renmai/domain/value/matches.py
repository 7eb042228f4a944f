"""Matches (V4): whose offer meets whose need, what that is worth by now, and what was put aside for good."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from renmai.domain.book.because import Because
from renmai.domain.value.values import Value, weight

LEAST_FIT = 0.25
"""Below this, what two texts share is mostly chance; of the best three at or above it, of the labelled pairs,
three in four are right."""
LEAST_OF_WORDS = 0.15
"""Enough where both say two of the same words: a rare trade that stands in no table."""
SURE_FIT = 0.45
"""From here on nearly nine in ten are right: enough to be proposed without being asked."""


LONGEST_KEY = 18
"""Longer numbers name no note."""


class MatchKind(StrEnum):
    """Who gives to whom."""

    GIVE = "give"  # my offer, their need
    GET = "get"  # their offer, my need
    JOIN = "join"  # the offer of one, the need of another, and I know both


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One offer that meets one need: how well, 0 to 1, and by which words."""

    need: Value
    offer: Value
    fit: float
    because: tuple[Because, ...] = ()

    @property
    def key(self) -> str:
        """The text under which it is named; `pair_named` reads it."""
        return f"{self.need.key}-{self.offer.key}"

    @property
    def kind(self) -> MatchKind:
        """Who gives to whom."""
        if self.offer.person_id is None:
            return MatchKind.GIVE
        return MatchKind.GET if self.need.person_id is None else MatchKind.JOIN

    @property
    def people(self) -> tuple[int, ...]:
        """Whom of others it is about, who needs before who offers."""
        return tuple(each for each in (self.need.person_id, self.offer.person_id) if each is not None)


def pair_named(key: str) -> tuple[str, str] | None:
    """Return the keys of the need and the offer whose match goes by `key`, None where it names no match."""
    need, mark, offer = key.partition("-")
    is_pair = all(part.isascii() and part.isdecimal() and len(part) <= LONGEST_KEY for part in (need, offer))
    return (need, offer) if mark and is_pair else None


def is_worth_keeping(fit: float, same_words_said: int) -> bool:
    """Tell whether a match is more than chance."""
    return fit >= LEAST_FIT or (same_words_said > 1 and fit >= LEAST_OF_WORDS)


def can_pass(need: Value, offer: Value) -> bool:
    """Tell whether something could pass from one to another: nobody needs an introduction to themselves."""
    return need.person_id != offer.person_id


def worth(match: Match, tie_worth: Callable[[int], float], today: date) -> float:
    """Return fit × importance × freshness × tie; of two ties the fainter one counts, as both must carry it.

    :param tie_worth: what the tie to somebody is worth, 0 to 1
    """
    tie = min(map(tie_worth, match.people), default=0.0)
    return match.fit * weight(match.need, today) * weight(match.offer, today) * tie


def ranked(matches: Iterable[Match], tie_worth: Callable[[int], float], today: date) -> list[Match]:
    """Return the matches that are still worth something, the best first, equals by their keys."""
    weighed = [(worth(each, tie_worth, today), each) for each in matches]
    alive = [(value, each) for value, each in weighed if value > 0]
    return [each for _, each in sorted(alive, key=lambda pair: (-pair[0], pair[1].key))]


def same_words(text: str) -> str:
    """Return a text so that the same words are the same text, however they were typed."""
    return " ".join(text.split()).casefold().rstrip(" .。!！?？")
