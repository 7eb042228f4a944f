"""Content lines, which cards and calendars write alike (RFC 6350, 5545, 6868): parameters, texts, folding."""

import re

Params = tuple[tuple[str, tuple[str, ...]], ...]

PARAMS = r"((?:;(?:[^\";:\\]++|\\(?s:.)?|\"[^\"]*\")*+)*+)"
"""What stands between a name and its value; in quotes or behind a backslash a colon separates nothing."""
LAX_PARAMS = r"((?:;[^;:]*+)*+)"
"""The same where a quote is opened and never closed."""
_PARAM = re.compile(r";((?:[^\";\\]++|\\(?s:.)?|\"[^\"]*(?:\"|$))*+)")
_PARAM_VALUE = re.compile(r"(?:[^\",\\]++|\\(?s:.)?|\"[^\"]*(?:\"|$))++")
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_LONGEST_LINE = 75  # in bytes
_ESCAPED = {"\\": "\\\\", "\n": "\\n", "\r": "", ",": "\\,", ";": "\\;"}


def params_of(written: str) -> Params:
    """Read `;TYPE=home,"a,b";PREF` into upper-case names and values; a bare parameter has no name."""
    return tuple(_param(match[1]) for match in _PARAM.finditer(written))


def _param(written: str) -> tuple[str, tuple[str, ...]]:
    name, equals, rest = written.partition("=")
    if not equals:
        return "", (written.strip(),)
    values = (match[0].strip() for match in _PARAM_VALUE.finditer(rest))
    return name.strip().upper(), tuple(map(_unquoted, values))


def _unquoted(value: str) -> str:
    """Return a parameter's value without its quotes and with RFC 6868's carets read."""
    return _CARET.sub(lambda match: _CARETS[match[1]], value.replace('"', ""))


def escaped(text: str) -> str:
    """Return a text as a value holds it."""
    return "".join(_ESCAPED.get(sign, sign) for sign in text)


def folded(line: str) -> str:
    """Return a line in pieces that fit, none cut within a character."""
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        length = len(sign.encode("utf-8", "backslashreplace"))
        if size + length > _LONGEST_LINE - bool(pieces):
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + sign, size + length
    return "\r\n ".join([*pieces, piece])
