"""The items of a ChatLab file in their order: header, members, messages; line by line or as one document."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

import ijson

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


class _Counted:
    """A stream that tells how far it has been read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.at_byte = 0

    def read(self, most: int = -1) -> bytes:
        """Read on."""
        block = self._stream.read(most)
        self.at_byte += len(block)
        return block


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
    counted = _Counted(stream)
    header: dict[str, Any] = {}
    numbers = {"member": 0, "message": 0}
    building: ijson.ObjectBuilder | None = None
    what = ""
    try:
        for prefix, event, value in ijson.parse(counted, use_float=True):
            if building is None and event == "start_map" and (prefix in _SORTS or prefix in _HEADER):
                building, what = ijson.ObjectBuilder(), prefix
            if building is None:
                continue
            building.event(event, value)
            if event != "end_map" or prefix != what:
                continue
            made, building = building.value, None
            if what in _HEADER:
                header[what] = made
                yield ChatItem("header", 1, counted.at_byte, dict(header))
            else:
                sort = _SORTS[what]
                numbers[sort] += 1
                yield ChatItem(sort, numbers[sort], counted.at_byte, made)
    except (ijson.JSONError, ValueError, RecursionError):
        yield ChatItem("broken", numbers["message"] + 1, counted.at_byte, {})
