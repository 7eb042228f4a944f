"""The words under which a person is found, split already: names as read, handles, organisations."""

import re
import unicodedata
from collections.abc import Iterable

from renmai.domain.people.handles import Handle, HandleKind
from renmai.domain.people.names import has_han, pieces
from renmai.store.people.readings import readings

GROUPED = re.compile(r"[+(]?\d[\d ().\-/]*\d")
FEWEST_DIGITS = 7
"""So many digits in groups are one number, however they are grouped."""
COUNTRY_CODE_DIGITS = (1, 2, 3)
SUBSCRIBER_DIGITS = (8, 7, 4)


def ways_to_ask(text: str) -> list[str]:
    """Return what to look for: with the digits of a number together, however it was grouped, and as typed."""
    plain = unicodedata.normalize("NFKC", text)
    together = GROUPED.sub(lambda number: _together(number[0]), plain)
    return list(dict.fromkeys((together, text)))


def _together(number: str) -> str:
    digits = "".join(c for c in number.replace("(0)", "") if c.isdecimal())
    is_one = len(digits) >= FEWEST_DIGITS
    return f" {digits.removeprefix('00')} " if is_one else number


def whole_words(names: Iterable[str]) -> list[str]:
    """Return every name as one word, as typed and as read: the best match there is."""
    words: dict[str, None] = {}
    for name in names:
        words["".join(pieces(name))] = None
        for reading in readings(name):
            words["".join(reading)] = None
    return [word for word in words if word]


def name_words(names: Iterable[str]) -> list[str]:
    """Return the words of names: characters, syllables, both orders run together, initials."""
    words: list[str] = []
    for name in names:
        split = pieces(name)
        words.extend(split)
        latin = [word for word in split if not has_han(word)]
        for syllables in (*readings(name), tuple(latin)):
            if len(syllables) > 1:
                words.extend(_run_together(syllables))
            words.extend(syllables)
    return words


def _run_together(syllables: tuple[str, ...]) -> tuple[str, ...]:
    turned = (*syllables[1:], syllables[0])
    return (
        "".join(syllables),
        "".join(turned),
        "".join(s[0] for s in syllables),
        "".join(s[0] for s in turned),
    )


def handle_words(handle: Handle) -> list[str]:
    """Return the words of a handle: local part and domain; a number's digits as one dials them.

    That is with the country's code and without it, the 0 before an area's code or not, and without the area.
    """
    if handle.kind == HandleKind.PHONE:
        digits = "".join(c for c in handle.value.partition(";")[0] if c.isdigit())
        inland = [digits[code:] for code in COUNTRY_CODE_DIGITS]
        ends = (digits[-length:] for length in SUBSCRIBER_DIGITS)
        return list(dict.fromkeys((digits, *inland, *(f"0{number}" for number in inland), *ends)))
    if handle.kind == HandleKind.MENTION:
        return []
    words = list(pieces(handle.value))
    return [*words, "".join(words)] if handle.kind == HandleKind.WECHAT else words
