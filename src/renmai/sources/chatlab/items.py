"""The items of a ChatLab file in their order: header, members, messages; line by line or as one document."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from renmai.sources.json_items import json_items
from renmai.sources.text_lines import LineStream

MOST_BYTES = 8 << 20
"""Of one line: a member's picture may stand in it."""
_HEADER = frozenset(("chatlab", "meta"))
_SORTS = {"members.item": "member", "messages.item": "message"}


class ChatItem(NamedTuple):
    """One item: `sort` is header, member, message or broken; `number` its line, or its place in its sort."""

    sort: str
    number: int
    at_byte: int
    fields: dict[str, Any]


def items_of(stream: BinaryIO, *, is_document: bool) -> Iterator[ChatItem]:
    """Yield the items of a file in their order; what is no JSON is `broken`, and ends a document."""
    return _of_a_document(stream) if is_document else _of_lines(stream)


def _of_lines(stream: BinaryIO) -> Iterator[ChatItem]:
    for line in LineStream(stream, most_bytes=MOST_BYTES):
        text = line.text.strip()
        if not text or text.startswith("#"):
            continue
        try:
            fields = json.loads(text)
        except (ValueError, RecursionError):
            fields = None
        is_item = isinstance(fields, dict)
        sort = str(fields.get("_type", "")) if is_item else "broken"
        yield ChatItem(sort, line.number, line.at_byte, fields if is_item else {})


def _of_a_document(stream: BinaryIO) -> Iterator[ChatItem]:
    """Yield the header as soon as both its halves are known, then members and messages."""
    header: dict[str, Any] = {}
    last = 0
    for item in json_items(stream, (*_SORTS, *_HEADER)):
        if not item.prefix:
            yield ChatItem("broken", last + 1, item.at_byte, {})
        elif item.prefix in _HEADER:
            header[item.prefix] = item.value
            yield ChatItem("header", 1, item.at_byte, dict(header))
        else:
            sort = _SORTS[item.prefix]
            last = item.number if sort == "message" else last
            yield ChatItem(sort, item.number, item.at_byte, item.value)
