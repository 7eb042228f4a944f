"""A person's name: its bare form, whether two surely name different people, and which of several to show."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from renmai.domain.people.calling import RELATIVES, TITLES_BEFORE, Called, are_two, called
from renmai.domain.people.nicknames import NICKNAMES
from renmai.domain.people.simplified import SIMPLIFIED, TRADITIONAL

_SIMPLER = str.maketrans(TRADITIONAL, SIMPLIFIED)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PIECES = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")
_HAN_WORD = re.compile(_HAN.pattern + "+")
_LONGEST = 500  # characters; no name is longer
_BESIDE = re.compile(r"[(（\[【<].*?[)）\]】>]|\s+(?:via|on behalf of|代发|代表)\s.*$", re.IGNORECASE)
_REMARK = re.compile(r"[(（\[【<]([^()（）\[\]【】<>]+)[)）\]】>]")
_NAME_PART = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’ -])*")
_AFTER_COMMA = re.compile(
    r"(?:inc|ltd|llc|llp|gmbh|corp|co|jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|mba|cpa|s\.?a|ag|plc|team)\.?",
    re.IGNORECASE,
)
MOST_WORDS = 3
_QUOTES = "\"'“”‘’`´ \t\r\n"
_SAME_SYLLABLES = {"lv": "lu", "lyu": "lu", "nv": "nu", "nyu": "nu"}
"""How ü is written where there is no ü: 吕 is Lü, Lv, Lyu or Lu."""


class Spoken(NamedTuple):
    """A name somebody goes by: how often it was used, and whether it stands on a card."""

    name: str
    uses: int
    is_card: bool


def simpler(text: str) -> str:
    """Return `text` with the traditional characters that names are made of in their simplified form."""
    return text.translate(_SIMPLER)


def has_han(text: str) -> bool:
    """Tell whether there is a Chinese character in it."""
    return _HAN.search(text) is not None


def is_real_name(name: str) -> bool:
    """Tell a name from what machines put in its place: an address, a number, nothing."""
    return "@" not in name and any(c.isalpha() for c in name)


@lru_cache(maxsize=65_536)
def pieces(name: str) -> tuple[str, ...]:
    """Return a name's words in lower case without accents; a Chinese character is a word of its own."""
    if name.isascii():
        return tuple(_PIECES.findall(name.lower()))
    folded = unicodedata.normalize("NFKD", simpler(unicodedata.normalize("NFKC", name)).casefold())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return tuple(_PIECES.findall(unicodedata.normalize("NFC", bare)))


def shown(name: str) -> str:
    """Return a name as people write it: without quotes, remarks beside it, or the surname put in front."""
    name = " ".join(name.split())[:_LONGEST]
    name = _BESIDE.sub("", name).strip(_QUOTES) or name.strip(_QUOTES)
    return in_spoken_order(name)


def remark_of(name: str) -> str:
    """Return the first remark in brackets behind a name, by which people keep namesakes apart."""
    found = _REMARK.search(name)
    return " ".join(found[1].split()) if found and "@" not in found[1] and found.start() else ""


def with_remark(name: str, remark: str) -> str:
    """Return a name with a remark behind it, as its language writes it."""
    return f"{name}（{remark}）" if has_han(name) else f"{name} ({remark})"


def in_spoken_order(name: str) -> str:
    """Return `Lovelace, Ada` as one says it; a Chinese name stays, and a title or `Inc.` behind a comma."""
    last, comma, first = name.partition(",")
    last, first = last.strip(), first.strip()
    are_names = all(_NAME_PART.fullmatch(part) and not has_han(part) for part in (last, first))
    if not comma or not are_names or _AFTER_COMMA.fullmatch(first):
        return name
    is_short = len(last.split()) <= MOST_WORDS and len(first.split()) <= MOST_WORDS
    return f"{first} {last}" if is_short else name


def chinese_words(name: str) -> list[str]:
    """Return the Chinese words of a name as written, in simplified characters."""
    return _HAN_WORD.findall(simpler(unicodedata.normalize("NFKC", name)))


@lru_cache(maxsize=65_536)
def called_by(name: str) -> Called:
    """Return how the Chinese part of a name calls somebody."""
    return called(chinese_words(shown(name)))


def is_full_name(name: str) -> bool:
    """Tell whether it is given name and surname, not a title, a pet name or one word."""
    return called_by(name).is_full if has_han(name) else len(_latin_words(name)) > 1


def name_words(name: str) -> tuple[str, ...]:
    """Return what two ways to write one name have in common, whatever the remarks, the script, the order."""
    words = pieces(shown(name))
    return words if has_han(name) else tuple(sorted(words))


def are_surely_different(one: str, other: str) -> bool:
    """Tell whether two names surely are not one person's, so that a shared address proves nothing.

    Not sure, and so False: a name that is not full (王总, 小刘, 爸爸, Uncle Bob), unless it names another
    surname or relative; one that holds the other, initials, short forms of the same first name, and names in
    two scripts.
    """
    if has_han(one) or has_han(other):
        return has_han(one) == has_han(other) and are_two(called_by(one), called_by(other))
    kin = {RELATIVES[word] for name in (one, other) for word in pieces(name) if word in RELATIVES}
    if len(kin) > 1:
        return True
    a, b = _latin_words(one), _latin_words(other)
    if len(a) < 2 or len(b) < 2 or set(a) <= set(b) or set(b) <= set(a):
        return False
    left, right = [word for word in a if word not in b], [word for word in b if word not in a]
    if "".join(left) == "".join(right):
        return False
    return not all(any(_may_be_one_word(x, y) for y in right) for x in left)


def have_one_given_name(one: str, other: str) -> bool:
    """Tell whether two full names in Latin letters share the given name alone, as after a wedding."""
    a, b = ([] if has_han(name) else _latin_words(name) for name in (one, other))
    return len(a) > 1 and len(b) > 1 and a[-1] != b[-1] and _are_one_given_name(a[0], b[0])


def _are_one_given_name(one: str, other: str) -> bool:
    return one == other or not NICKNAMES.get(one, frozenset()).isdisjoint(NICKNAMES.get(other, ()))


def _latin_words(name: str) -> list[str]:
    """Return a Latin name's words without titles and words of kinship, in one spelling."""
    words = [_SAME_SYLLABLES.get(word, word) for word in pieces(shown(name)) if word not in TITLES_BEFORE]
    return [word for word in words if word not in RELATIVES] if len(words) > 1 else words


def _may_be_one_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or _are_one_given_name(one, other)


def best_name(names: Iterable[Spoken], *, otherwise: str = "") -> str:
    """Return the name to show: a card's before the most used, a Chinese one before its transcription.

    A full name comes before 王总, and of two cards' names the later one, as after a wedding.

    :param names: in the order in which they came into the book
    :param otherwise: what to show where nobody ever wrote a real name (an address)
    """
    uses: dict[str, list[int]] = {}
    for place, spoken in enumerate(names):
        name = shown(spoken.name)
        if is_real_name(name):
            entry = uses.setdefault(name, [0, 0, 0])
            entry[0] += spoken.is_card
            entry[1] += spoken.uses
            entry[2] = place if spoken.is_card else entry[2]
    if len(uses) <= 1:
        return next(iter(uses), otherwise)
    return max(uses, key=lambda name: (_rank(name, *uses[name]), name))


def _rank(name: str, cards: int, times: int, place: int) -> tuple[bool, bool, bool, int, int, int]:
    is_chinese_card = cards > 0 and has_han(name)
    return cards > 0, is_full_name(name), is_chinese_card, cards + times, place, len(name)
