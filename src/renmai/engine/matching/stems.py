"""The stem of an English word: what its forms and its trade, doer and doing have in common."""

import re
from functools import lru_cache

_VOWEL = re.compile(r"[aeiouy]")
_DOUBLE = re.compile(r"([bdgmnprt])\1$")
_ENDINGS = (
    ("ment", 4), ("ance", 4), ("ence", 4), ("ing", 3), ("ion", 4),
    ("ist", 3), ("ant", 5), ("ent", 5),  # codespell:ignore ist
    ("al", 4), ("er", 3), ("or", 4), ("ed", 3), ("ic", 4), ("y", 4),
)  # fmt: skip
"""Endings and how many letters must stay before them, so that `ring` or `order` is not cut to nothing."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word.

    It cuts further than Porter (1980) does, on purpose: dentist and dental, accountant and accounting,
    translator and translation meet. Short words are only freed from their plural.
    """
    found = _singular(word)
    for _ in range(2):
        for ending, least in _ENDINGS:
            kept = found[: -len(ending)]
            if found.endswith(ending) and len(kept) >= least and _VOWEL.search(kept):
                found = kept
                break
    if len(found) > 3 and found.endswith(("e", "i")):
        found = found[:-1]
    return _DOUBLE.sub(r"\1", found) if len(found) > 3 else found


def _singular(word: str) -> str:
    word = word.removesuffix("'s").replace("'", "")
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
