"""What an entry calls its person: names on one line, in the order of their language."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 200
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af·•]+")
_PHONE = re.compile(r"[+\d()\s.\-/#*]{5,}")
_MAIL = re.compile(r"\S+@\S+")


def tidy(text: str) -> str:
    """Return a name on one line, its spaces single, without control characters, of a bounded length."""
    text = unicodedata.normalize("NFC", text[: 4 * _LONGEST])
    if not text.isprintable():
        text = "".join(c for c in text if c.isprintable() or c.isspace())
    return " ".join(text.split())[:_LONGEST]


def is_han(text: str) -> bool:
    """Tell whether `text` is written in Chinese characters only."""
    return _HAN.fullmatch(text) is not None


def first_real_name(candidates: Iterable[str]) -> str:
    """Return the first that is a name and not an address or a number; nothing if none is."""
    return next((name for name in candidates if name and not is_handle(name)), "")


def spelt(family: str, given: str, additional: str) -> str:
    """Return the name from its parts, family name first in Chinese."""
    parts = [part for part in (family, additional, given) if part]
    if all(is_han(part) for part in parts):
        return "".join(parts)
    return " ".join(part for part in (given, additional, family) if part)


def in_order(name: str, family: str, given: str) -> str:
    """Put a Chinese name that an exporter cut or turned around (`雷 李`) into its own order."""
    joined = name.replace(" ", "")
    if family and given and is_han(family + given) and joined in (family + given, given + family):
        return family + given
    return joined if len(joined) <= 3 and is_han(joined) else name


def is_handle(name: str) -> bool:
    """Tell whether what stands as a name is a number or an address."""
    return _PHONE.fullmatch(name) is not None or _MAIL.fullmatch(name) is not None
