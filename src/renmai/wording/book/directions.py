"""Texts that run from right to left, or say that they do, kept from turning what stands around them."""

import re

_TURNING = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"
_FIRST_STRONG = "\u2068"


def isolated(text: str) -> str:
    """Return a text that turns nothing outside itself; most texts need nothing for that.

    The isolate's end also ends whatever embeddings or overrides are open inside it, and a text that closes
    more than it opened gets as many openings before it.
    """
    if not _TURNING.search(text):
        return text
    depth = lowest = 0
    for letter in text:
        depth += (letter in _OPENING) - (letter == _CLOSING)
        lowest = min(lowest, depth)
    return f"{_FIRST_STRONG * (1 - lowest)}{text}{_CLOSING * (1 + depth - lowest)}"
