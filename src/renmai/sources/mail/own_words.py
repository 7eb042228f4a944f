"""What the author of a mail wrote anew, without quotes, forwarded mails, patches and signatures."""

import re
from typing import NamedTuple

from renmai.sources.mail.own_addresses import own_addresses
from renmai.sources.mail.quotes import (
    LINE,
    attribution,
    begins_header_block,
    is_forward,
    is_quote_next,
    is_rule_above_foreign_text,
)
from renmai.sources.mail.signatures import is_mark, is_mobile, signature_below, signed_off, without_blank_end

MOST_SIGNATURE_LINES = 6
_MOST_LINE = 120

# Most lines are prose: only a first character of these, then only such a beginning, is looked at closely.
_CARE = frozenset(
    "-_=—*AaBbCcDdEeFfGgIiOoPpRrSsTtVvZzÀàДдЗзКкОоТт|发日时時收抄主标已回寄副差送宛件보받제来來傳从從获取开開以转"
)
_SUSPECT = re.compile(
    r"[-_=*]{2}|—|diff --git |[*\s|]{0,4}[^\W\d_][\w\u3000 -]{0,12}[*\s|]{0,4}[:：]"
    r"|[Ss]ent |[Gg]et |[Vv]on |[Vv]ia |[Ee]nv|[Оо]т|[Bb]egin|[发来來傳从從获取开開以转]"
)
_PATCH = ("diff --git ", "--- a/")
_LAST = frozenset(":：> *")

_DIFFSTAT = re.compile(
    r"\s.{1,200}\|\s{1,9}(?:\d{1,7}\b|Bin\b)|\s{1,4}\d{1,7} files? changed"
    r"|\s(?:create|delete|rename|copy|mode) "
)
_TRAILER = re.compile(
    r"(?:[A-Z][a-z]{2,12}(?:-[a-z]{2,12}){0,3}-by|Cc|Fixes|Link|Change-Id|Closes|base-commit):\s"
)
_VERSION = re.compile(r"\d{1,3}(?:\.[\w()-]{1,40}){1,12}\s*$")


class OwnWords(NamedTuple):
    """The author's new words as lines, the signature's lines beneath them, further addresses of theirs."""

    lines: list[str]
    signature: list[str]
    addresses: list[str]


def own_words(text: str, author: str = "") -> OwnWords:
    """Cut from `text` whatever its author did not write now; `author` is their name, if known."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("-----BEGIN PGP"):
        text = _signed_text(text)
    patch_at = text.find("\ndiff --git ")
    kept, signature, is_patch = _unquoted((text if patch_at < 0 else text[:patch_at]).split("\n"))
    is_patch = is_patch or patch_at >= 0
    written = [*kept, *signature]
    kept = without_blank_end(_prose_of_patch(kept) if is_patch else kept)
    is_marked = not all(map(is_mobile, signature))
    kept, above = signed_off(kept, author, is_marked=is_marked)
    signature = signature if is_marked else above + signature
    if len(signature) == 1 and _VERSION.match(signature[0]):
        signature = []
    told = [line.strip()[:_MOST_LINE] for line in signature[:MOST_SIGNATURE_LINES]]
    return OwnWords(kept, told, own_addresses(written, told, author) if "@" in text else [])


def _signed_text(text: str) -> str:
    """Return what stands inside a PGP signature, nothing of what is encrypted."""
    if not text.startswith("-----BEGIN PGP SIGNED MESSAGE-----"):
        return ""
    return text.partition("\n\n")[2].partition("\n-----BEGIN PGP SIGNATURE-----")[0]


def _prose_of_patch(lines: list[str]) -> list[str]:
    """Return what somebody says above a patch, without its figures and without the lines for machines."""
    prose = (line for line in lines if line != "---" and not _TRAILER.match(line))
    return [line for line in prose if line[:1] != " " or not _DIFFSTAT.match(line[:LINE])]


def _unquoted(lines: list[str]) -> tuple[list[str], list[str], bool]:
    """Return the lines not quoted up to a foreign mail or a patch; a marked signature; whether a patch came.

    A line that began with `From ` stands in a mailbox as `>From `; it is no quote.
    """
    kept: list[str] = []
    signature: list[str] = []
    for number, line in enumerate(lines):
        first = line[:1]
        if first == ">":
            if line.startswith(">From "):
                kept.append(line[1:])
            continue
        if first == " " and line[:9].lstrip(" ")[:2] == "--":
            first, line = "-", line.lstrip(" ")
        if first in _CARE and _SUSPECT.match(line):
            if line.startswith(_PATCH):
                return kept, signature, True
            if _is_end(lines, number):
                break
            if is_mark(line):
                signature += signature_below(lines, number)
                if signature or not _has_text_below(lines, number):
                    break
                continue
            if is_mobile(line):
                signature.append(line)
                continue
        if line[-1:] in _LAST and (start := attribution(kept, lines, number)) is not None:
            del kept[start:]
            if not is_quote_next(lines, number) and any(kept):
                break
        else:
            kept.append(line)
    return kept, signature, False


def _is_end(lines: list[str], number: int) -> bool:
    """Tell whether nothing from here on is the author's: another mail begins, or the footer of a list."""
    return (
        begins_header_block(lines, number)
        or is_forward(lines[number])
        or is_rule_above_foreign_text(lines, number)
    )


def _has_text_below(lines: list[str], number: int) -> bool:
    return any(line.strip() and line[0] != ">" for line in lines[number + 1 : number + 40])
