"""The parameters of a content line, which cards and calendars write alike (RFC 6350, 5545, 6868)."""

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
