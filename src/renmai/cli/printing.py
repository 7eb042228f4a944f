"""How the command line writes: JSON, lines and tables on stdout, one clear sentence on stderr."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from django.utils.translation import get_language
from rich.console import Console
from rich.table import Table
from rich.text import Text

from renmai.domain.book.because import Because
from renmai.wording import sentence
from renmai.wording.book.days import day_said

Card = TypeVar("Card")
WIDE = 200
VERMILION, INK_BLUE, QUIET = "#b5482c", "#3f5f7d", "dim"
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 0x0A]
_PICTURES = {code: chr(0x2400 + code) if code < 0x20 else "\ufffd" for code in _CONTROLS}
_PICTURES |= {0x7F: "\u2421", **dict.fromkeys((*range(0x202A, 0x202F), 0x2066, 0x2067), "\ufffd")}
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff"
_FROM_THE_RIGHT = re.compile(f"[{_RIGHT}](?:[^\\n\\u2069]*[{_RIGHT}])?")
_ESCAPED_IN_JSON = re.compile(r"[\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]")


def console(*, is_error: bool = False) -> Console:
    """Return where to write: coloured and as wide as the window on a terminal, plain and wide elsewhere."""
    stream = sys.stderr if is_error else sys.stdout
    width = None if stream.isatty() else WIDE
    return Console(file=stream, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


def harmless(text: str | Text) -> Text:
    """Return a text that a terminal only shows, whoever wrote it.

    A control character could clear the screen, name the window or fill the clipboard, so each but a line's
    end stands as its picture, and so does what turns the direction of all that follows. What runs from right
    to left is kept apart from what stands around it.
    """
    given = text.copy() if isinstance(text, Text) else Text(text)
    given.plain = given.plain.translate(_PICTURES)
    safe, end = given.blank_copy(), 0
    for run in _FROM_THE_RIGHT.finditer(given.plain):
        safe.append_text(given[end : run.start()])
        safe.append("\u2068").append_text(given[run.start() : run.end()]).append("\u2069")
        end = run.end()
    return safe.append_text(given[end:]) if end else given


def line(text: str | Text = "") -> None:
    """Write one line, never broken."""
    console().print(harmless(text), soft_wrap=True)


def aside(text: str | Text) -> None:
    """Write one line to stderr that is no part of the answer."""
    console(is_error=True).print(harmless(text), soft_wrap=True)


def is_conversation() -> bool:
    """Tell whether somebody sits at a terminal who can be asked back."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def error(text: str) -> None:
    """Write one sentence to stderr, after the program's name."""
    console(is_error=True).print(harmless(f"renmai: {text}"), soft_wrap=True)


def answer(
    looked_at: Card, shape: Callable[[Card], object], page: Callable[[Card], object], *, as_json: bool
) -> None:
    """Write what was looked at: by its shape as JSON, or as a page."""
    if as_json:
        write_json(shape(looked_at))
    else:
        page(looked_at)


def write_json(value: object) -> None:
    """Write a value as JSON in UTF-8; text that cannot be written so is escaped, as JSON allows.

    So are the controls that JSON itself would let through, and marks of direction.
    """
    text = _ESCAPED_IN_JSON.sub(_escape, json.dumps(value, ensure_ascii=False, indent=2))
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, ensure_ascii=True, indent=2)
    sys.stdout.write(f"{text}\n")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def ignore_broken_pipe() -> int:
    """Ignore a reader that went away (`| head`); return the exit status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def table(
    headings: Iterable[str], rows: Iterable[Iterable[str | Text]], *, right: Iterable[int] = ()
) -> None:
    """Write rows under quiet headings (none if all are empty), aligned also where Chinese stands in them."""
    headings = tuple(headings)
    grid = Table(
        box=None, pad_edge=False, header_style=QUIET, padding=(0, 2, 0, 0), show_header=any(headings)
    )
    numeric = set(right)
    for place, heading in enumerate(headings):
        grid.add_column(
            heading, justify="right" if place in numeric else "left", overflow="ellipsis", no_wrap=True
        )
    for row in rows:
        grid.add_row(*map(harmless, row))
    console().print(grid)


def because_lines(reasons: Iterable[Because], *, indent: int = 2) -> list[Text]:
    """Return one line a reason, each after the sign for because."""
    return [Text.assemble(" " * indent, ("∵ ", VERMILION), sentence(reason)) for reason in reasons]


def day(on: date) -> str:
    """Return a day in words, with its year where that is not the one that is looked at."""
    return day_said(on, is_chinese=is_chinese())


def is_chinese() -> bool:
    """Tell whether Chinese is spoken."""
    return (get_language() or "").startswith("zh")


def listed(items: Iterable[str]) -> str:
    """Return items one after another, between them the reader's own mark of a list."""
    return ("、" if is_chinese() else ", ").join(items)
