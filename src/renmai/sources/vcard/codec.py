"""Reads a card's text into its properties, none left out."""

import re
from collections.abc import Mapping
from functools import lru_cache

from renmai.sources.content_lines import LAX_PARAMS, PARAMS, Params, params_of
from renmai.sources.vcard.charsets import Charset, words
from renmai.sources.vcard.properties import (
    Broken,
    Card,
    CardProperty,
    declared_charset,
    encoding_of,
)

_LINE_END = re.compile(r"\r{0,2}\n|\r")
_BETWEEN_LINES = re.compile(r"(?:\r{0,2}\n|\r(?!\r?\n))(?![ \t])")
_FOLD = re.compile(r"(?:\r{0,2}\n|\r)[ \t]")
_SOFT_BREAK = re.compile(r"=[ \t]*(?:\r{0,2}\n|\r)")
_NAME = r"[ \t]*(?:([^\s;:.,=\"]++)\.)?([^\s;:,=\"]++)[ \t]*"
_HEAD = re.compile(rf"{_NAME}{PARAMS}:")
_LAX_HEAD = re.compile(rf"{_NAME}{LAX_PARAMS}:")
_BASE64_LINE = re.compile(r"[A-Za-z0-9+/=\s]+")
_FENCE = re.compile(r"(BEGIN|END)[ \t]*:[ \t]*VCARD\s*", re.IGNORECASE)
_OPENING = re.compile(r"\A[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?:\r{0,2}\n|\r|\Z)", re.IGNORECASE)
_LONGEST_FENCE = 80
_OFTEN_SEEN = 160  # longer parameters are not worth remembering


def card_of(fields: Mapping[str, object]) -> Card:
    """Return the card in a kept record's fields."""
    return parse(str(fields["text"]), Charset(str(fields["stored_as"]), str(fields["charset"])))


def parse(text: str, charset: Charset) -> Card:
    """Read one card; its BEGIN and END are left out."""
    lines = _BETWEEN_LINES.split(text)
    lines[0] = _OPENING.sub("", lines[0], count=1)
    properties: list[CardProperty] = []
    broken: list[Broken] = []
    at, end = 0, len(lines) - _is_fence(lines[-1])
    counted, number = 0, 1
    while at < end:
        line = lines[at]
        head = _HEAD.match(line) or _LAX_HEAD.match(line) or _HEAD.match(_FOLD.sub("", line))
        if head is None:
            if line.strip():
                number += sum(len(_LINE_END.findall(skipped)) + 1 for skipped in lines[counted:at])
                counted = at
                broken.append(Broken(number, line))
            at += 1
            continue
        group, name, written = head.groups()
        value = head.string[head.end() :]
        params = _params_of(written, charset)
        behind = _end_of(lines, at, end, name.upper(), encoding_of(params), value)
        if behind > at + 1:
            value = "\n".join([value, *lines[at + 1 : behind]])
        properties.append(_property(group or "", name.upper(), params, value, charset))
        at = behind
    return Card(tuple(properties), tuple(broken))


def _end_of(lines: list[str], at: int, last: int, name: str, encoding: str, value: str) -> int:
    """Return the index of the first line behind the property at `at`; some values go on without a fold."""
    end = at + 1
    if encoding == "quoted-printable":
        while end < last and lines[end - 1].rstrip(" \t").endswith("=") and not _is_fence(lines[end]):
            end += 1
    elif encoding == "base64":
        while end < last and lines[end] and _BASE64_LINE.fullmatch(lines[end]):
            end += 1
    elif name == "AGENT" and (
        _is_begin(value) or (not value.strip() and end < last and _is_begin(lines[end]))
    ):
        depth = int(_is_begin(value))
        while end < last:
            depth += 1 if _is_begin(lines[end]) else -_is_fence(lines[end])
            end += 1
            if not depth:
                break
    return end


def _is_fence(line: str) -> bool:
    return len(line) < _LONGEST_FENCE and _FENCE.fullmatch(line) is not None


def _is_begin(line: str) -> bool:
    return _is_fence(line) and line[0] in "Bb"


def _property(group: str, name: str, params: Params, value: str, charset: Charset) -> CardProperty:
    """Return the property with its value unfolded and its words read."""
    encoding = encoding_of(params)
    if encoding == "base64":
        for space in "\r\n \t":  # not by a pattern, which would make a piece of every line of a huge photo
            value = value.replace(space, "")
    elif "\n" in value or "\r" in value:
        value = _SOFT_BREAK.sub("", value) if encoding == "quoted-printable" else value
        value = value if name == "AGENT" else _FOLD.sub("", value)
    declared = declared_charset(params)
    if (declared or charset.stored_as != charset.name) and not value.isascii():
        value = words(value.encode(charset.stored_as), declared, charset.name)
    return CardProperty(group, name, params, value, charset.name)


def _params_of(written: str, charset: Charset) -> Params:
    if charset.stored_as != charset.name and not written.isascii():
        written = words(_FOLD.sub("", written).encode(charset.stored_as), "", charset.name)
    return _often_seen_params(written) if len(written) < _OFTEN_SEEN else _params(written)


def _params(written: str) -> Params:
    return params_of(_FOLD.sub("", written))


_often_seen_params = lru_cache(maxsize=4_096)(_params)
