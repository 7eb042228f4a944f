"""How rare a form is among the texts at hand, shrunk towards how common words are in general."""

import math
from functools import lru_cache

import rjieba

from renmai.engine.matching.words import habits

PRIOR_TEXTS = 150  # the prior weighs as many texts; a small collection says little by itself
RAREST = 0.0015  # share of texts that a word nobody has met is thought to stand in
FAINT = 0.08  # share for a word of match_words.toml's `faint`, and at most for any
WORDS_PER_TEXT = 12  # of a need or an offer, to turn a word's share of words into one of texts
RJIEBA_TOTAL = 60_101_967  # counts in the word list rjieba carries, summed
SHARES = {"spelling": 0.004, "things": 0.004, "fields": 0.05, "places": 0.02}
SHARE_OF_A_CHARACTER = 0.01


@lru_cache(maxsize=200_000)
def prior_share(kind: str, form: str) -> float:
    """Return the share of texts a form is expected in before any was seen."""
    if kind == "spelling" and len(form) == 1:
        return SHARE_OF_A_CHARACTER
    if kind in SHARES:
        return SHARES[kind]
    if form in habits().faint:
        return FAINT
    if kind == "words" and not form.isascii():
        return min(FAINT, rjieba.suggest_freq(form) / RJIEBA_TOTAL * WORDS_PER_TEXT + RAREST)
    return RAREST


def rarity(kind: str, form: str, found_in: int, texts: int) -> float:
    """Return the inverse document frequency of a form, about 1 for one that is as rare as can be."""
    expected = PRIOR_TEXTS * prior_share(kind, form)
    rarest = math.log((texts + PRIOR_TEXTS) / (1 + PRIOR_TEXTS * RAREST))
    return math.log((texts + PRIOR_TEXTS) / (found_in + expected)) / rarest
