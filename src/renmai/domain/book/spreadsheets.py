"""What a spreadsheet would take for a formula, made plain text."""

import re

_BLANKS = '[ \\u00a0\\u3000"]*'
_FORMULA = re.compile(rf"(^|[;\t\r\n])(?={_BLANKS}[=+\-@＝＋－＠])")
_WHAT_DIVIDES = ("\t", "\r", "\n")


def harmless(text: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe goes before what could be a formula.

    Where a semicolon or a tab divides cells, and quotes in the middle of a line count for nothing, what
    stands behind one within a cell begins a cell of its own; a line within a cell begins a row.
    """
    text = _FORMULA.sub(r"\1'", text)
    return f"'{text}" if text.startswith(_WHAT_DIVIDES) else text
