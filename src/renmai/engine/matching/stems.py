"""The stem of an English word: what its forms and its trade, doer and doing have in common."""

import re
from functools import lru_cache

_VOWEL = re.compile(r"[aeiouy]")
_DOUBLE = re.compile(r"([bdgmnprt])\1$")
_LOST_E = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
_ENDINGS = (
    ("ment", 4), ("ance", 5), ("ence", 5), ("ing", 3), ("ion", 5), ("ed", 3), ("er", 4), ("or", 5),
    ("ist", 4), ("ant", 5), ("ent", 5), ("al", 4), ("y", 7),  # codespell:ignore ist
)  # fmt: skip
"""Endings and how many letters must stay before them, so that `ring` or `order` is not cut to nothing."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word.

    It cuts off one ending of grammar or trade, so that trainer and training, accountant and accounting,
    photographer and photography meet. It is lighter than Porter's (1980), which joins police with policy and
    factory with factor; what it misses, spelling still catches.
    """
    singular = _singular(word)
    for ending, least in _ENDINGS:
        kept = singular[: -len(ending)]
        if singular.endswith(ending) and len(kept) >= least and _VOWEL.search(kept) and kept[-1] != "e":
            singular = f"{kept}e" if len(kept) == 3 and _LOST_E.fullmatch(kept) else _DOUBLE.sub(r"\1", kept)
            break
    return singular[:-1] if len(singular) > 4 and singular.endswith("e") else singular


def _singular(word: str) -> str:
    word = word.removesuffix("'s").replace("'", "")
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
