"""Own addresses: further ones that an author names under their own name, in a tag or a signature."""

import re
from collections.abc import Iterable, Iterator

from renmai.domain.people.names import is_full_name, name_words, pieces

MOST = 2
_NAMED = re.compile(
    r"(?:^|[:：,;])\s{0,4}[\"“]?([^<>\"“”:：,;@]{3,60}?)[\"”]?\s{0,4}<([^<>\s@]{1,64}@[^<>\s@.]{1,63}(?:\.[^<>\s@.]{1,63}){1,6})>"
)
_ADDRESS = re.compile(r"(?<![\w.+/-])([\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24})\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:e-?mail|mail|邮箱|邮件|电邮)\s*[:：]", re.IGNORECASE)
_SHORTEST = 3


def own_addresses(lines: Iterable[str], signature: list[str], author: str) -> list[str]:
    """Return the addresses that stand beside the author's own full name in their own words.

    :param lines: what they wrote themselves, tags such as `Signed-off-by` included
    :param signature: the lines beneath; there the name may stand on a line of its own
    """
    if not is_full_name(author):
        return []
    own = name_words(author)
    found = [
        match[2].lower()
        for line in (*lines, *signature)
        if "<" in line
        for match in _NAMED.finditer(line[:400])
        if is_full_name(match[1]) and name_words(match[1]) == own
    ]
    if any(name_words(line) == own for line in signature):
        found += _in_signature(signature, author)
    return list(dict.fromkeys(found))[:MOST]


def _in_signature(signature: list[str], author: str) -> Iterator[str]:
    """Yield the one address of a signature, where it spells the author or is called their mail."""
    addressed = [(line, match[1].lower()) for line in signature for match in _ADDRESS.finditer(line)]
    if len({address for _, address in addressed}) != 1:
        return
    line, address = addressed[0]
    local = address.partition("@")[0]
    if _LABEL.search(line) or any(len(word) >= _SHORTEST and word in local for word in pieces(author)):
        yield address
