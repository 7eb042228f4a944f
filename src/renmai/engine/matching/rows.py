"""Needs and offers as lines of JSON, with the lines that cannot be used told by number."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from renmai.domain.book.refusals import Refused

FAULTS = ("not_json", "no_id", "no_text", "same_id")
MOST_LISTED = 20  # line numbers of a fault; more are counted only


class BadTexts(Refused):
    """A file of needs or offers that cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Text:
    """One need or offer: its id as it was given and what it says."""

    id: str | int
    text: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The usable rows of a file; `left_out` counts the others by fault, `lines` are the first of them."""

    rows: list[Text]
    left_out: Mapping[str, int]
    lines: Mapping[str, list[int]]


def read_rows(path: Path) -> Texts:
    """Return the rows of a JSONL file, one `{"id": …, "text": …}` a line; other keys are not looked at.

    An id is text or a whole number; 7 and "7" are the same. Blank lines are passed over. The text itself
    shows which language it is, so `lang` may be missing or wrong.
    """
    try:
        with path.open("rb") as file:
            return _read(path, file.read().removeprefix(b"\xef\xbb\xbf").splitlines())
    except FileNotFoundError as missing:
        raise BadTexts("match_no_file", path=str(path)) from missing
    except OSError as wrong:
        raise BadTexts("match_unreadable", path=str(path), fault=str(wrong.strerror)) from wrong


def _read(path: Path, lines: list[bytes]) -> Texts:
    rows: list[Text] = []
    bad: dict[str, list[int]] = {fault: [] for fault in FAULTS}
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row = _row(line)
        if isinstance(row, str):
            bad[row].append(number)
        elif str(row.id) in seen:
            bad["same_id"].append(number)
        else:
            seen.add(str(row.id))
            rows.append(row)
    if bad["not_json"] and not rows and not bad["no_text"]:
        raise BadTexts("match_not_jsonl", path=str(path))
    return Texts(
        rows,
        {fault: len(numbers) for fault, numbers in bad.items() if numbers},
        {fault: numbers[:MOST_LISTED] for fault, numbers in bad.items() if numbers},
    )


def _row(line: bytes) -> Text | str:
    """Return what a line says, or its fault."""
    try:
        plain = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return "not_json"
    if not isinstance(plain, dict):
        return "not_json"
    key, text = plain.get("id"), plain.get("text")
    if isinstance(key, bool) or not isinstance(key, str | int) or key == "":
        return "no_id"
    if not isinstance(text, str) or not text.strip():
        return "no_text"
    return Text(key, text)
