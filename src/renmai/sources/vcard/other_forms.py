"""Cards in other forms, as JSON (jCard, RFC 7095) or XML (xCard, RFC 6351), written as the usual one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

import ijson

from renmai.sources.content_lines import escaped
from renmai.sources.json_items import NarrowStream
from renmai.sources.vcard.cut import RawCard
from renmai.sources.wide_text import narrow
from renmai.sources.xml_elements import XmlElement, xml_elements

_JSON = re.compile(rb'\s*\[\s*(?:\[\s*)?"vcard"\s*,\s*\[', re.IGNORECASE)
_XML = re.compile(
    rb"(?:\s|<\?[^>]{0,500}\?>|<!--[^>]{0,500}-->)*+<(?:\w+:)?vcards?[\s>][^>]{0,500}vcard-4\.0",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Za-z0-9-]{1,60}")
_TEXTS = frozenset(("text", "unknown", "language-tag", ""))
_OF_TYPES = ("text", "uri", "date", "date-time", "date-and-or-time", "timestamp", "unknown", "utc-offset")
_STRUCTURES = {
    "n": ("surname", "given", "additional", "prefix", "suffix"),
    "adr": ("pobox", "ext", "street", "locality", "region", "code", "country"),
    "gender": ("sex", "identity"),
}
_DEEPEST = 12


class BrokenCard(NamedTuple):
    """Where a document ends before its end, or makes no sense: at which card."""

    number: int
    at_byte: int


class WrittenProperty(NamedTuple):
    """One property: its parts, apart by semicolons, each of values apart by commas; `sort` is their type."""

    name: str
    params: Mapping[str, Sequence[str]]
    sort: str
    parts: Sequence[Sequence[str]]


def is_of_json(head: bytes) -> bool:
    """Tell jCard by its beginning."""
    return _JSON.match(narrow(head)) is not None


def is_of_xml(head: bytes) -> bool:
    """Tell xCard by its root and its namespace."""
    return _XML.match(narrow(head)) is not None


def cards_of_json(stream: BinaryIO) -> Iterator[RawCard | BrokenCard]:
    """Yield the cards of a document: one, or a list of them."""
    number, narrowed = 0, NarrowStream(stream)
    try:
        for item in _outermost(narrowed):
            found = item[1] if isinstance(item, list) and len(item) > 1 and item[0] == "vcard" else item
            if isinstance(found, list):
                number += 1
                yield _raw(number, map(_of_json, found), narrowed.at_byte)
    except (ijson.JSONError, ValueError, RecursionError):
        yield BrokenCard(number + 1, narrowed.at_byte)


def _outermost(narrowed: "NarrowStream") -> Iterator[Any]:
    """Yield what the outermost list holds.

    :raises ValueError: if it is none, or lists lie in each other deeper than any card needs
    """
    depth, building = 0, ijson.ObjectBuilder()
    for event, value in ijson.basic_parse(narrowed, use_float=True):
        is_end = event.startswith("end_")
        depth += event.startswith("start_") - is_end
        if depth > _DEEPEST:
            raise ValueError("lists too deep within each other")
        if depth == 0 or (depth == 1 and event == "start_array" and not is_end):
            continue
        building.event(event, value)
        if depth == 1:
            yield building.value
            building = ijson.ObjectBuilder()


def _of_json(item: object) -> WrittenProperty | None:
    if not isinstance(item, list) or len(item) < 4 or not isinstance(item[0], str):
        return None
    name, params, sort, *values = item
    told = {key: _texts(value) for key, value in params.items()} if isinstance(params, dict) else {}
    is_structured = len(values) == 1 and isinstance(values[0], list)
    parts = [_texts(part) for part in values[0]] if is_structured else [_texts(values)]
    return WrittenProperty(name, told, str(sort), parts)


def _texts(value: Any) -> list[str]:
    """Return a value, or the values of a list, as texts."""
    listed = value if isinstance(value, list) else [value]
    return [
        each if isinstance(each, str) else str(each) for each in listed if not isinstance(each, list | dict)
    ]


def cards_of_xml(stream: BinaryIO) -> Iterator[RawCard | BrokenCard]:
    """Yield the cards of a document."""
    number, reader = 0, _XmlCard()
    for element in xml_elements(stream, with_texts=True):
        if not element.name:
            yield BrokenCard(number + 1, element.at_byte)
            return
        name = element.name.rpartition(":")[2].lower()
        if name == "vcard" and not element.is_end:
            reader = _XmlCard()
        elif name == "vcard":
            number += 1
            yield _raw(number, reader.properties, element.at_byte)
        else:
            reader.take(name, element)


class _XmlCard:
    """Puts the elements of one card together to its properties."""

    def __init__(self) -> None:
        self.properties: list[WrittenProperty] = []
        self._path: list[str] = []
        self._params: dict[str, list[str]] = {}
        self._values: list[tuple[str, str]] = []
        self._group: str = ""

    def take(self, name: str, element: XmlElement) -> None:
        """Take an element up; groups, which stand around properties, say nothing."""
        if name in ("vcards", "group"):
            return
        if not element.is_end:
            self._path.append(name)
            if len(self._path) == 1:
                self._params, self._values = {}, []
            return
        depth, is_param = len(self._path), "parameters" in self._path[1:2]
        if depth == 4 and is_param:
            self._params.setdefault(self._path[2], []).append(element.text)
        elif depth == 2 and not is_param:
            self._values.append((name, element.text))
        elif depth == 1:
            self.properties.append(self._property(name))
        if self._path:
            self._path.pop()

    def _property(self, name: str) -> WrittenProperty:
        sort = next((kind for kind, _ in self._values if kind in _OF_TYPES), "text")
        order = _STRUCTURES.get(name)
        if order and any(kind in order for kind, _ in self._values):
            parts = [[text for kind, text in self._values if kind == wanted] for wanted in order]
        elif name == "org":
            parts = [[text] for _, text in self._values]
        else:
            parts = [[text for _, text in self._values]]
        return WrittenProperty(name, self._params, sort, parts)


def _raw(number: int, properties: Iterable[WrittenProperty | None], at_byte: int) -> RawCard:
    """Return a card as the usual form writes it."""
    lines = [_line(each) for each in properties if each is not None and _NAME.fullmatch(each.name)]
    known = [line for line in lines if not line.startswith(("VERSION", "BEGIN", "END:"))]
    text = "\r\n".join(["BEGIN:VCARD", "VERSION:4.0", *known, "END:VCARD", ""])
    return RawCard(number, 1, bytearray(text.encode("utf-8", "replace")), at_byte, is_closed=True)


def _line(written: WrittenProperty) -> str:
    params = dict(written.params)
    group = next(iter(params.pop("group", ())), "")
    told = "".join(
        f";{key.upper()}={','.join(map(_quoted, values))}"
        for key, values in params.items()
        if _NAME.fullmatch(key)
    )
    value = ";".join(",".join(_value(text, written.sort) for text in part) for part in written.parts)
    lead = f"{group}." if _NAME.fullmatch(group) else ""
    return f"{lead}{written.name.upper()}{told}:{value}"


def _value(text: str, sort: str) -> str:
    return escaped(text) if sort in _TEXTS else " ".join(text.split())


def _quoted(text: str) -> str:
    plain = " ".join(text.replace('"', "'").split())
    return f'"{plain}"' if any(sign in plain for sign in ":;,") else plain
