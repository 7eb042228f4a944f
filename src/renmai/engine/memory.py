"""An amount of memory, as people write it."""

import re

from renmai.domain.book.refusals import Refused

LEAST_MIB = 256
"""Below it even a small sort has no room."""
UNITS_MIB = {"K": 1 / 1024, "M": 1, "G": 1024, "T": 1024**2}
WRITTEN = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([KMGT])(?:i?B)?\s*", re.IGNORECASE)


class BadMemory(Refused):
    """What is no amount of memory, or too little of it."""


class NotEnoughMemory(Refused):
    """The work needs more memory than the engine may hold."""


def mib(text: str) -> int:
    """Return how many MiB "800MB", "4GB" or "1.5g" are."""
    match = WRITTEN.fullmatch(text)
    size = int(float(match[1]) * UNITS_MIB[match[2].upper()]) if match else 0
    if size < LEAST_MIB:
        raise BadMemory("bad_memory_limit", limit=text, least=LEAST_MIB)
    return size
