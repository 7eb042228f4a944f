"""What a card calls the person it is of."""

import re
import unicodedata
from itertools import chain

from renmai.domain.people.mentions import Fact
from renmai.sources.vcard.properties import Card, Property
from renmai.sources.vcard.values import parts_of, text_of

_LONGEST = 200
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af·•]+")
_PHONE = re.compile(r"[+\d()\s.\-/#*]{5,}")
_MAIL = re.compile(r"\S+@\S+")
_READINGS = (
    ("X-PHONETIC-LAST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-FIRST-NAME"),
    ("X-ANDROID-PHONETIC-LAST-NAME", "X-ANDROID-PHONETIC-MIDDLE-NAME", "X-ANDROID-PHONETIC-FIRST-NAME"),
)


def name_of(card: Card) -> str:
    """Return the person's name, or the nearest to one: nickname, organisation; nothing if there is none."""
    family, given, additional = _parts(card)
    spelt = _spelt(family, given, additional)
    formatted = [tidy(text_of(each)) for each in card.all("FN")]
    for name in formatted:
        if name and not _is_handle(name):
            return _in_order(name, family, given)
    others = [*card.all("NICKNAME"), *card.all("ORG")]
    named = [spelt, *(tidy(" ".join(filter(None, parts_of(each)[:1]))) for each in others)]
    return next((name for name in named if name and not _is_handle(name)), "")


def reading_of(card: Card, name: str) -> tuple[Fact, ...]:
    """Return how `name` is read or sorted, where the card says so."""
    said = (" ".join(text_of(each) for part in names for each in card.all(part)) for names in _READINGS)
    sort_as = (
        " ".join(values).replace(",", " ")
        for each in card.all("N", "FN")
        for key, values in each.params
        if key == "SORT-AS"
    )
    sort_string = (text_of(each) for each in card.all("SORT-STRING"))
    sort_keys = () if name.isascii() else chain(sort_as, sort_string)  # else they repeat the name
    reading = next(filter(None, map(tidy, chain(said, sort_keys))), "")
    return (Fact("name_reading", reading),) if reading else ()


def tidy(text: str) -> str:
    """Return a name on one line, its spaces single, without control characters, of a bounded length."""
    text = unicodedata.normalize("NFC", text[: 4 * _LONGEST])
    if not text.isprintable():
        text = "".join(c for c in text if c.isprintable() or c.isspace())
    return " ".join(text.split())[:_LONGEST]


def is_han(text: str) -> bool:
    """Tell whether `text` is written in Chinese characters only."""
    return _HAN.fullmatch(text) is not None


def _parts(card: Card) -> tuple[str, str, str]:
    each: Property | None = next(iter(card.all("N")), None)
    parts = [tidy(part) for part in parts_of(each)[:3]] if each is not None else []
    family, given, additional = (*parts, "", "", "")[:3]
    return family, given, additional


def _spelt(family: str, given: str, additional: str) -> str:
    """Return the name from its parts, family name first in Chinese."""
    parts = [part for part in (family, additional, given) if part]
    if all(is_han(part) for part in parts):
        return "".join(parts)
    return " ".join(part for part in (given, additional, family) if part)


def _in_order(name: str, family: str, given: str) -> str:
    """Put a Chinese name that an exporter cut or turned around (`雷 李`) into its own order."""
    joined = name.replace(" ", "")
    if family and given and is_han(family + given) and joined in (family + given, given + family):
        return family + given
    return joined if len(joined) <= 3 and is_han(joined) else name


def _is_handle(name: str) -> bool:
    return _PHONE.fullmatch(name) is not None or _MAIL.fullmatch(name) is not None
