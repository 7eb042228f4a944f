"""Address headers as names and addresses: commas in names, groups, comments, and lists' disguises."""

import re
from functools import lru_cache
from typing import NamedTuple

from renmai.domain.people.names import in_spoken_order
from renmai.sources.disguises import disguised_in

LONGEST_NAME = 200
REMEMBERED = 4000  # characters; a longer header is read anew each time, so that memory stays bounded

_TOKEN = re.compile(r'[\\"(),:;<>]')
_ANGLE = re.compile(r"^([^<]*)<([^<>]*)>?")
_COMMENT = re.compile(r"^([^\s()]+)\s*\((.*)\)$", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)")
_VIA = re.compile(
    r"\s+\(?\bvia\b\s+[^()]{1,200}\)?$|\s*[(（](?:via|通过)\s+[^()（）]{1,200}[)）]$", re.IGNORECASE
)


class Mailbox(NamedTuple):
    """A name as it stood, unquoted, and an address, disguised or not; either may be empty."""

    name: str
    address: str


def mailboxes(header: str) -> tuple[Mailbox, ...]:
    """Return the mailboxes of an address header; groups are expanded, what names nobody is left out."""
    return _read_mailboxes(header) if len(header) < REMEMBERED else _read_mailboxes.__wrapped__(header)


@lru_cache(16384)
def _read_mailboxes(header: str) -> tuple[Mailbox, ...]:
    if not header:
        return ()
    pieces = _pieces(header) if _needs_care(header) else header.split(",")
    mailboxes_read: list[Mailbox] = []
    surname = ""
    for piece in pieces:
        piece = piece.strip()
        if not piece:
            continue
        is_name = "@" not in piece and "<" not in piece and len(piece) < 80 and disguised_in(piece) is None
        if is_name and not surname:
            surname = piece  # `Lovelace, Ada <ada@…>` without the quotes it needs
            continue
        mailbox = _mailbox(f"{surname}, {piece}" if surname and "<" in piece else piece)
        surname = ""
        if mailbox.address:
            mailboxes_read.append(mailbox)
    return tuple(mailboxes_read)


def _needs_care(header: str) -> bool:
    return '"' in header or "(" in header or ";" in header or "\\" in header or ":" in header


def _pieces(header: str) -> list[str]:
    """Cut at the commas that divide mailboxes, not those in quotes, comments or angles; lay groups open."""
    pieces: list[str] = []
    start = depth = 0
    is_quoted = is_angled = is_routed = False
    skip_to = -1
    for match in _TOKEN.finditer(header):
        at, token = match.start(), match[0]
        if at < skip_to:
            continue
        if token == "\\":
            skip_to = at + 2
        elif is_quoted:
            is_quoted = token != '"'
        elif depth:
            depth += (token == "(") - (token == ")")
        elif token == '"':
            is_quoted = True
        elif token == "(":
            depth = 1
        elif token in "<>":
            is_angled = token == "<"
            is_routed = is_angled and header[at + 1 : at + 2] == "@"
        elif token in ",;" and not (is_angled and (is_routed or token == ";")):
            pieces.append(header[start:at])
            start, is_angled = at + 1, False
        elif token == ":" and not is_angled and "@" not in header[start:at]:
            start = at + 1  # a group's name
    pieces.append(header[start:])
    return pieces


@lru_cache(65536)
def _mailbox(piece: str) -> Mailbox:
    if (found := disguised_in(piece)) is not None:
        return Mailbox(_unquoted(found[0]), found[1])
    match = _ANGLE.match(piece) if piece[:1] != '"' else None
    if match is None and "<" in piece:
        name, _, address = piece.rpartition("<")
        return Mailbox(_unquoted(name), _bare(address.partition(">")[0]))
    if match:
        return Mailbox(_unquoted(match[1]), _bare(match[2]))
    if match := _COMMENT.match(piece):
        return Mailbox(_unquoted(match[2]), _bare(match[1]))
    return Mailbox("", _bare(piece))


def _bare(address: str) -> str:
    """Return an address without a route, a scheme or spaces, or a disguised one; nothing if it is none."""
    address = address.strip().strip("'")
    if address[:1] == "@":
        address = address.rpartition(":")[2]
    if address[:7].lower() == "mailto:":
        address = address[7:]
    if "@" not in address or "(@)" in address or "[@]" in address:
        found = disguised_in(address)
        return found[1] if found is not None else ""
    if " " in address:
        if address.count("@") > 1:
            address = next(word for word in address.split() if "@" in word)
        address = address.replace(" ", "")
    return address


def _unquoted(name: str) -> str:
    name = name.strip()
    if name[:1] == '"' and name[-1:] == '"' and len(name) > 1:
        name = name[1:-1]
    elif '"' in name:
        name = name.replace('"', "")
    return _ESCAPED.sub(r"\1", name).strip() if "\\" in name else name.strip()


def has_via(name: str) -> bool:
    """Tell whether a list or a service wrote itself into the name: `Ada via linux-list`."""
    return bool(_VIA.search(name[-2 * LONGEST_NAME :]))


@lru_cache(65536)
def clean_name(name: str, address: str) -> str:
    """Return the name a person would sign with, or nothing where only an address stands in its place."""
    name = name[:LONGEST_NAME].strip().strip("'\"“”‘’").strip()
    name = _VIA.sub("", name).strip().strip("'\"").strip()
    if not name or "@" in name or name.lower() == address.lower():
        return ""
    return " ".join(in_spoken_order(name).split())
