"""The objects of a JSON document in their order, one at a time, however large it is and in which UTF."""

from collections.abc import Collection, Iterator
from typing import Any, BinaryIO, NamedTuple

import ijson

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem
from renmai.sources.wide_text import narrow_blocks

_BLOCK_BYTES = 1 << 16
_VALUES = frozenset(("string", "number", "boolean"))


class JsonItem(NamedTuple):
    """One object or value; `prefix` says where it stands, empty where the document breaks off.

    `number` counts what stood at that prefix, from 1.
    """

    prefix: str
    number: int
    at_byte: int
    value: Any


def message_problem(
    item: JsonItem, code: str, *, source: str, file: str, is_on_purpose: bool = False
) -> Problem:
    """Return what is wrong with one message of a chat; what is left out on purpose needs no number."""
    return Problem(
        source=source,
        file=file,
        where=at(message=item.number),
        code=code,
        numbers={} if is_on_purpose else {"number": item.number},
        at_byte=item.at_byte,
        is_on_purpose=is_on_purpose,
    )


class NarrowStream:
    """A stream in UTF-8 that tells how far it has been read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._blocks = narrow_blocks(stream, _BLOCK_BYTES)
        self.at_byte = 0

    def read(self, most: int = -1) -> bytes:
        """Return the next block, whatever its size."""
        if most == 0:
            return b""
        for block, at_byte in self._blocks:
            self.at_byte = at_byte
            if block:
                return block
        return b""


def json_items(
    stream: BinaryIO, objects: Collection[str], values: Collection[str] = frozenset()
) -> Iterator[JsonItem]:
    """Yield the objects and plain values that stand at these prefixes; what breaks the document, last."""
    narrow = NarrowStream(stream)
    numbers: dict[str, int] = {}
    building: ijson.ObjectBuilder | None = None
    what = ""
    try:
        for prefix, event, value in ijson.parse(narrow, use_float=True):
            if building is None and event == "start_map" and prefix in objects:
                building, what = ijson.ObjectBuilder(), prefix
            if building is not None:
                building.event(event, value)
                if event == "end_map" and prefix == what:
                    numbers[prefix] = numbers.get(prefix, 0) + 1
                    made, building = building.value, None
                    yield JsonItem(prefix, numbers[prefix], narrow.at_byte, made)
            elif event in _VALUES and prefix in values:
                numbers[prefix] = numbers.get(prefix, 0) + 1
                yield JsonItem(prefix, numbers[prefix], narrow.at_byte, value)
    except (ijson.JSONError, ValueError, RecursionError):
        yield JsonItem("", sum(numbers.values()) + 1, narrow.at_byte, None)


def text_at(fields: Any, key: str) -> str:
    """Return a text or whole number of an object as text, nothing where it holds none."""
    value = fields.get(key) if isinstance(fields, dict) else None
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).replace("\0", "").encode("utf-8", "replace").decode("utf-8")
