"""Reads CSV row by row, whatever its charset, delimiter and line ends, also where its quotes fail."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from enum import StrEnum
from io import StringIO
from itertools import groupby
from typing import BinaryIO, Literal, NamedTuple

from renmai.sources.charsets import Guess, decoded, guessed
from renmai.sources.wide_text import narrow, narrow_blocks

_BLOCK_BYTES = 256 * 1024
_MOST_BYTES = 1 << 20  # of one row
_MOST_LINES = 2_000  # of one row: a note may be long
_DELIMITERS = (",", ";", "\t")
_UTF8 = Guess("utf-8", is_sure=True)


class RowFault(StrEnum):
    """What is wrong with a row."""

    MISQUOTED = "misquoted"  # its quotes do not match; it was read as far as they allow
    TORN = "torn"  # its quotes leave no values to be told apart; it has none


class Row(NamedTuple):
    """One row; `number` counts as a spreadsheet does, the headings being row 1, `lines` how many it fills."""

    number: int
    cells: list[str]
    at_byte: int
    lines: int = 1
    fault: RowFault | None = None


def rows_in(head: bytes) -> list[list[str]]:
    """Return the rows in the first bytes of a file; of the last, which may be cut, only whole values."""
    lines = narrow(head).replace(b"\0", b"").splitlines(keepends=True)
    reader = _Reader(guessed(head) if not head.isascii() else _UTF8)
    rows = [row for line in lines for row in reader.take(line, 0)]
    rows += reader.rest()
    is_cut = bool(lines) and not lines[-1].endswith((b"\n", b"\r"))
    return [row.cells[:-1] if is_cut and row is rows[-1] else row.cells for row in rows]


class RowStream:
    """Reads rows one after the other, holding no more than one; `charset` is the file's, once it is known."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._reader = _Reader(None)

    @property
    def charset(self) -> Guess | None:
        """What the file was read in, None as long as it held nothing but ASCII."""
        return self._reader.charset

    def __iter__(self) -> Iterator[Row]:
        """Yield every row; a row without any value counts, too."""
        held, at_byte = b"", 0
        for block, at_byte in narrow_blocks(self._stream, _BLOCK_BYTES):
            if self._reader.charset is None and not block.isascii():
                self._reader.charset = guessed(block)
            lines = (held + block).splitlines(keepends=True)
            held = lines.pop() if lines and not lines[-1].endswith(b"\n") else b""
            if len(held) > _MOST_BYTES:
                held = held[:_MOST_BYTES]
            for line in lines:
                yield from self._reader.take(line, at_byte)
        if held:
            yield from self._reader.take(held, at_byte)
        yield from self._reader.rest()


class _Reader:
    """Puts lines together to rows: a line with an odd number of quotes leaves a value open."""

    def __init__(self, charset: Guess | None) -> None:
        self.charset = charset
        self._lines: list[bytes] = []
        self._size = self._number = self._columns = self._usual_length = self._at_byte = 0
        self._is_open = self._is_adrift = False
        self._delimiter = ""

    def take(self, line: bytes, at_byte: int) -> Iterator[Row]:
        """Add a line; yield what is whole with it."""
        self._at_byte = at_byte
        waiting = deque([line])
        while waiting:
            line = waiting.popleft()
            if not self._delimiter:
                if not line.strip():
                    continue
                self._delimiter = max(_DELIMITERS, key=lambda sign: line.count(sign.encode()))
            self._lines.append(line)
            self._size += len(line)
            self._is_open ^= line.count(b'"') % 2 == 1
            if not self._is_open or self._size > _MOST_BYTES or len(self._lines) >= _MOST_LINES:
                rows, left = self._settled()
                yield from rows
                waiting.extendleft(reversed(left))

    def rest(self) -> Iterator[Row]:
        """Yield what the end of the file leaves."""
        while self._lines:
            rows, left = self._settled()
            yield from rows
            for line in left:
                yield from self.take(line, self._at_byte)

    def _settled(self) -> tuple[list[Row], list[bytes]]:
        """Return the rows of the lines that are held, and the lines that are to be read again.

        Where they make no rows, a quote was opened that should not have been: the first line behind it that
        is a row of its own is where reading goes on.
        """
        lines, self._lines, self._size, self._is_open = self._lines, [], 0, False
        parsed = self._parsed(b"".join(lines))
        if parsed is not None and (len(lines) == 1 or all(len(cells) <= self._columns for cells in parsed)):
            return [self._row(cells, len(lines) if len(parsed) == 1 else 1) for cells in parsed], []
        whole = (place for place, line in enumerate(lines[1:], 1) if self._is_row_of_its_own(line))
        start = next(whole, len(lines))
        return self._mended(lines[:start]), lines[start:]

    def _mended(self, lines: list[bytes]) -> list[Row]:
        """Return what can be read of lines whose quotes do not match: one row, if quotes inside a value are
        taken as written, else each line that is as long as a row where quotes mean nothing."""
        inside = self._taken_as_written(b"".join(lines))
        if inside is not None:
            return [self._row(inside, len(lines), RowFault.MISQUOTED)]
        rows = []
        for is_torn, pieces in groupby(map(self._mended_line, lines), key=lambda cells: cells is None):
            if is_torn:
                rows.append(self._row([], len(list(pieces)), RowFault.TORN))
            else:
                rows += [self._row(cells or [], 1, RowFault.MISQUOTED) for cells in pieces]
        return rows

    def _mended_line(self, line: bytes) -> list[str] | None:
        return self._taken_as_written(line) or self._literal(line)

    def _row(self, cells: list[str], lines: int, fault: RowFault | None = None) -> Row:
        """Return the next row. Behind a torn one, pieces of it may look like rows: they are torn as well."""
        self._number += 1
        self._columns = self._columns or len(cells)
        if self._is_adrift and cells and not self._is_long_enough(cells):
            cells, fault = [], RowFault.TORN
        self._is_adrift = fault is RowFault.TORN or (self._is_adrift and not cells)
        if fault is None and len(cells) > 1:
            self._usual_length = len(cells)
        return Row(self._number, cells, self._at_byte, lines, fault)

    def _is_row_of_its_own(self, line: bytes) -> bool:
        parsed = self._parsed(line) if line.count(b'"') % 2 == 0 else None
        return parsed is not None and len(parsed) == 1 and self._is_long_enough(parsed[0])

    def _is_long_enough(self, cells: list[str]) -> bool:
        """Tell whether values are as many as the headings, or as those of the last row that was in order."""
        return len(cells) > 1 and len(cells) in (self._columns, self._usual_length)

    def _taken_as_written(self, raw: bytes) -> list[str] | None:
        """Return the one row of bytes in which a quote inside a value stands for itself, or None."""
        edge = f'[^{self._delimiter}\\r\\n"]'
        parsed = _cells(re.sub(f'(?<={edge})"(?={edge})', '""', self._text(raw)), self._delimiter)
        is_row = parsed is not None and len(parsed) == 1 and self._is_long_enough(parsed[0])
        return parsed[0] if parsed and is_row else None

    def _literal(self, raw: bytes) -> list[str] | None:
        """Return the one row of bytes in which no quote means anything, or None."""
        parsed = _cells(self._text(raw), self._delimiter, is_literal=True)
        is_row = parsed is not None and len(parsed) == 1 and self._is_long_enough(parsed[0])
        return [cell.strip('"') for cell in parsed[0]] if parsed and is_row else None

    def _parsed(self, raw: bytes) -> list[list[str]] | None:
        return _cells(self._text(raw), self._delimiter)

    def _text(self, raw: bytes) -> str:
        """Return bytes as text, without the NUL that no database takes."""
        guess = self.charset or _UTF8
        text = decoded(raw, guess.charset)
        if text is None:
            text = decoded(raw, "utf-8")
        return (raw.decode(guess.charset, "replace") if text is None else text).replace("\0", "")


def _cells(text: str, delimiter: str, *, is_literal: bool = False) -> list[list[str]] | None:
    """Return the rows of a text, None where its quotes do not match or a value is beyond all bounds."""
    lines = StringIO(text, newline="")
    quoting: Literal[0, 3] = csv.QUOTE_NONE if is_literal else csv.QUOTE_MINIMAL
    try:
        return list(csv.reader(lines, delimiter=delimiter, strict=True, quoting=quoting))
    except csv.Error:
        return None
