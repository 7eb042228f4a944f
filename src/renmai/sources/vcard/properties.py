"""A card as its properties: group, name, parameters and value of each, and the lines that are none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from renmai.sources.content_lines import Params

_ENCODINGS = {"QUOTED-PRINTABLE": "quoted-printable", "BASE64": "base64", "B": "base64"}
_CHARSET_NAME = re.compile(r"[\w.:-]{1,40}")


class CardProperty(NamedTuple):
    """One property. Its value is unfolded, else as written; a bare parameter (`TEL;HOME:`) has no name.

    `charset` is the card's, by which encoded bytes are read unless the property declares its own.
    """

    group: str
    name: str
    params: Params
    value: str
    charset: str = "utf-8"

    def param(self, name: str) -> str:
        """Return the first value of a parameter, or nothing."""
        return next((values[0] for key, values in self.params if key == name and values), "")

    @property
    def types(self) -> frozenset[str]:
        """What the TYPE parameters and the bare ones say, in lower case."""
        listed = ",".join(value for name, values in self.params if name in ("", "TYPE") for value in values)
        return frozenset(kind.strip().lower() for kind in listed.split(",") if kind)

    @property
    def declared_charset(self) -> str:
        """Return the charset the property itself names, or nothing."""
        return declared_charset(self.params)

    @property
    def encoding(self) -> str:
        """Return quoted-printable, base64 or nothing."""
        return encoding_of(self.params)


class Broken(NamedTuple):
    """A line that is no property, by its number in the card."""

    line: int
    text: str


class Card(NamedTuple):
    """A card's properties in their order, and the lines that are none."""

    properties: tuple[CardProperty, ...]
    broken: tuple[Broken, ...] = ()

    def all(self, *names: str) -> list[CardProperty]:
        """Return the properties so called, in the card's order."""
        return [prop for prop in self.properties if prop.name in names]

    def content(self) -> Iterator[bytes]:
        """Yield what the card says; two cards that differ only in folds and line ends yield the same."""
        for group, name, params, value, _ in self.properties:
            parts = (part for key, values in params for part in (key, *values))
            yield "\0".join((group, name, *parts, "")).encode()
            yield value.encode()
        for _, text in self.broken:
            yield text.encode()


def declared_charset(params: Params) -> str:
    """Return the charset that parameters name, if it can be a name at all, or nothing."""
    declared = next((values[0] for key, values in params if key == "CHARSET" and values), "")
    return declared if _CHARSET_NAME.fullmatch(declared) else ""


def encoding_of(params: Params) -> str:
    """Return quoted-printable, base64 or nothing, also where it stands bare (`PHOTO;BASE64:`)."""
    for name, values in params:
        if name in ("", "ENCODING"):
            for value in values:
                if value.upper() in _ENCODINGS:
                    return _ENCODINGS[value.upper()]
    return ""
