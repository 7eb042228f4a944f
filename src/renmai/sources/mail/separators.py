"""Where a mail begins in a mailbox: separator lines in every dialect, judged with the headers below."""

import re

LOOK_BYTES = 8192
"""So much after a separator is looked at: its line, and as many headers as tell a mail from a quotation."""
LINE_BYTES = 1000  # no separator line is longer

_FULL = re.compile(
    rb"From [^\r\n]{0,400}?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? "  # weekday
    rb"[^\r\n]{0,40}?\d\d?:\d\d(?::\d\d)?[^\r\n]{0,40}?\b\d{4}\b"  # clock and year
)
# Without weekday and year it must hold no more than a sender in one word and a moment in digits.
_LAX = re.compile(
    rb"From(?: +(?:-|\"?[^\s\"]{1,200}@[^\s\"]{1,200}\"?|[!-~]{1,60}))?"
    rb"(?:[ \t]+[^\r\n]{0,60}?\d{1,4}[:./-]\d\d?[^\r\n]{0,40})?[ \t]*\r?\n"
)
_HEADER = re.compile(rb">?From |[!-9;-~]{1,100}[ \t]*:")
_PATCH = re.compile(rb"From [0-9a-f]{40} Mon Sep 17 00:00:00 2001")
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_OF_MAIL = frozenset(
    (b"from", b"to", b"cc", b"date", b"subject", b"message-id", b"received", b"return-path", b"delivered-to")
    + (b"mime-version", b"content-type", b"reply-to", b"sender", b"references", b"in-reply-to", b"status")
)
_OF_TRANSPORT = frozenset((b"message-id", b"received", b"return-path", b"mime-version", b"delivered-to"))
_FEWEST_FIELDS = 3


def is_patch(text: bytes) -> bool:
    """Tell `From 0123…abcd Mon Sep 17 2001`, which begins a patch that somebody formatted."""
    return bool(_PATCH.match(text))


def is_mailbox(head: bytes) -> bool:
    """Tell whether a file begins with a mailbox's separator line followed by a mail's headers."""
    return is_separator(head, 0, is_after_blank=True, is_of_patches=True)


def is_separator(text: bytes, at: int, *, is_after_blank: bool, is_of_patches: bool) -> bool:
    """Tell whether the line at `at` parts two mails.

    A well-formed one after a blank line needs only a header below it. Every other (no blank line above, no
    date, `From ` alone) needs a whole mail's headers, because people also write lines that begin with From.

    :param is_of_patches: the file itself is of formatted patches, so that one is no quotation
    """
    if not is_of_patches and _PATCH.match(text, at):
        return False
    line_end = text.find(b"\n", at, at + LINE_BYTES)
    if line_end < 0:
        return False
    if _FULL.match(text, at, line_end):
        return _begins_header(text, line_end) and (is_after_blank or _are_headers(text, line_end))
    return bool(_LAX.match(text, at)) and _are_headers(text, line_end)


def _begins_header(text: bytes, line_end: int) -> bool:
    return bool(_HEADER.match(text, line_end + 1))


def _are_headers(text: bytes, line_end: int) -> bool:
    """Tell whether a mail's own headers follow: who, when, and what only a mail on its way carries."""
    names: set[bytes] = set()
    *lines, _ = text[line_end + 1 : line_end + 1 + LOOK_BYTES].split(b"\n")  # the last may be cut in two
    for line in lines:
        if not line.strip():
            break
        if line[:1] in b" \t" and names:
            continue
        match = _FIELD.match(line)
        if match is None:
            if line.startswith((b">From ", b"From ")) and not names:
                continue
            return False
        names.add(match[1].lower())
    known = names & _OF_MAIL
    is_sent = b"from" in names and (b"date" in names or b"received" in names)
    return is_sent and len(known) >= _FEWEST_FIELDS + (not known & _OF_TRANSPORT)
