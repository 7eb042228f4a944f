"""The parameters of a Content-Type (boundary, charset, method), also in pieces (RFC 2231)."""

import re
from functools import lru_cache
from urllib.parse import unquote_to_bytes

_PARAMETER = re.compile(
    r";\s{0,99}([A-Za-z][\w-]{0,30})(?:\*(\d{1,3}))?(\*)?\s{0,9}=\s{0,9}(?:\"((?:[^\"\\]|\\.){0,998})\"|([^\s;\"]{1,998}))",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)")


@lru_cache(4096)
def parameters_of(kind: str) -> dict[str, str]:
    """Return a header's parameters by their names in lower case; the first of a name counts.

    A value may come in numbered pieces, and each piece in percent signs behind a charset and a language.
    """
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, number, is_coded, quoted, bare in _PARAMETER.findall(kind):
        value = _ESCAPED.sub(r"\1", quoted) if quoted else bare
        pieces.setdefault(name.lower(), {}).setdefault(int(number or 0), (value, bool(is_coded)))
    return {name: _joined(found) for name, found in pieces.items()}


def _joined(found: dict[int, tuple[str, bool]]) -> str:
    values = [found[number] for number in sorted(found)]
    charset = ""
    first, is_coded = values[0]
    if is_coded and first.count("'") >= 2:
        charset, _, first = first.split("'", 2)
        values[0] = first, True
    raw = b"".join(
        unquote_to_bytes(value) if is_coded else value.encode("utf-8", "replace")
        for value, is_coded in values
    )
    try:
        return raw.decode(charset or "utf-8", "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")
