"""Blotting somebody out of texts: their addresses, numbers and names, wherever they stand."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from renmai.domain.people.handles import DISGUISE, Handle, HandleKind
from renmai.domain.people.names import has_han

BLANK = "[…]"
"""What stands where somebody stood who was erased."""
LEAST_DIGITS = 7
TELLING_DIGITS = 10
BETWEEN_DIGITS = r"[\s().\-]{0,3}"


class Blotter(NamedTuple):
    """Finds somebody in a text: `close` where they surely stand, `loose` where a closer look is worth it."""

    close: re.Pattern[str]
    loose: re.Pattern[str]

    def blot(self, value: object) -> object:
        """Return a JSON value with everything of theirs blotted out, keys and all."""
        if isinstance(value, str):
            return self.close.sub(BLANK, value)
        if isinstance(value, Mapping):
            return {str(self.blot(key)): self.blot(each) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [self.blot(each) for each in value]
        return value


def blotter_of(handles: Iterable[Handle], names: Iterable[str], texts: Iterable[str] = ()) -> Blotter | None:
    """Return what finds these handles, names and texts (ids of what goes); None where there is nothing.

    A name is taken as it is given: whether it is telling enough is the caller's to judge.
    """
    close: list[str] = []
    loose: list[str] = []
    for handle in handles:
        if handle.kind == HandleKind.PHONE:
            number = _number(handle.value)
            close.append(number)
            loose.append(number)
        elif handle.kind == HandleKind.DISGUISED:
            spelt = _disguised(handle.value)
            close.append(spelt)
            loose.append(spelt)
        elif handle.value:
            close.append(rf"(?<![\w.+%-]){re.escape(handle.value)}(?![\w-])")
            loose.append(re.escape(handle.value))
    for name in names:
        for form in _forms(name):
            words = r"\s+".join(map(re.escape, form.split()))
            close.append(words if has_han(form) else rf"(?<!\w){words}(?!\w)")
            loose.append(r"(?:\s|\\n|\\r|\\t)+".join(map(re.escape, form.split())))
    for text in filter(None, texts):
        close.append(re.escape(text))
        loose.append(re.escape(text))
    if not close:
        return None
    longest_first = sorted(dict.fromkeys(filter(None, close)), key=len, reverse=True)
    return Blotter(
        re.compile("|".join(longest_first), re.IGNORECASE),
        re.compile("|".join(sorted(dict.fromkeys(filter(None, loose)))), re.IGNORECASE),
    )


def is_telling(name: str) -> bool:
    """Tell whether a name names one person wherever it stands: two words or two characters at least."""
    return sum(map(has_han, name)) > 1 or len(name.split()) > 1


def _forms(name: str) -> list[str]:
    """Return a name as it is spoken, and turned round as cards and headers write it."""
    words = name.split()
    if len(words) < 2:
        return words
    first, last = " ".join(words[:-1]), words[-1]
    turned = [f"{last}, {first}", f"{last},{first}", f"{last};{first}", f"{last} {first}"]
    return [" ".join(words), *turned]


def _disguised(value: str) -> str:
    """Return a pattern of a disguised address, in whatever way at sign and dots are hidden."""
    between = r"[\s\W_]{0,4}(?:at|dot)?[\s\W_]{0,4}"
    words = value.partition(" (")[0].replace(DISGUISE, ".").split(".")
    return between.join(re.escape(word) for word in words if word)


def _number(value: str) -> str:
    """Return a pattern of a phone number, however its digits are set apart, with its country or without."""
    digits = re.sub(r"\D", "", value)
    if len(digits) < LEAST_DIGITS:
        return ""
    telling = BETWEEN_DIGITS.join(digits[-TELLING_DIGITS:])
    return rf"(?<!\d)(?:\+?\d[\d\s().\-]{{0,8}}?)?{telling}(?!\d)"
