"""What stands between two lines of dashes above a note: keys with a text, a list, or lines."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_RULE = re.compile(r"---\s*")
_KEY = re.compile(r"(?P<key>[^\s:#\-][^:]{0,60}):(?:\s+(?P<text>.*))?")
_ITEM = re.compile(r"\s*-\s+(?P<text>.*)")
_HEADING = re.compile(r"#\s+(?P<name>\S.*)")
_BLOCKS = frozenset(("|", ">", "|-", ">-", "|+", ">+"))
MOST_KEYS = 200


class FrontMatter(NamedTuple):
    """The values by their keys, in order, and how many lines they fill; none where it is not closed."""

    values: dict[str, list[str]]
    lines: int


def front_matter(lines: Iterable[str]) -> FrontMatter | None:
    """Return what stands above a note, None where nothing does, or its end is missing."""
    values: dict[str, list[str]] = {}
    key = ""
    for number, line in enumerate(lines):
        if number == 0:
            if not _RULE.fullmatch(line):
                return None
        elif _RULE.fullmatch(line):
            return FrontMatter({key: texts for key, texts in values.items() if texts}, number + 1)
        elif (found := _KEY.fullmatch(line)) and len(values) < MOST_KEYS:
            key = found["key"].strip()
            values[key] = list(_texts(found["text"] or ""))
        elif key and (item := _ITEM.fullmatch(line)):
            values[key].append(_bare(item["text"]))
        elif key and line.startswith((" ", "\t")) and line.strip():
            values[key].append(line.strip())
    return None


def heading_in(lines: Iterable[str]) -> str:
    """Return the first heading of a note, which is what it is about."""
    found = (_HEADING.fullmatch(line.strip()) for line in lines)
    return next((heading["name"].strip() for heading in found if heading), "")


def _texts(text: str) -> Iterator[str]:
    text = text.strip()
    if text in _BLOCKS or not text:
        return
    pieces = text[1:-1].split(",") if text.startswith("[") and text.endswith("]") else [text]
    yield from filter(None, map(_bare, pieces))


def _bare(text: str) -> str:
    """Return a text without quotes, or the double brackets of a link to another note."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return text.removeprefix("[[").removesuffix("]]").strip()
