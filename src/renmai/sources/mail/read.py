"""A mail file as raw records: mailboxes in a stream or single messages; of a body nothing but its gist."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from renmai.domain.capture.locations import Location, at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.base import Part
from renmai.sources.limits import Place, one_by_one
from renmai.sources.mail.absences import away_until
from renmai.sources.mail.addresses import clean_name, mailboxes
from renmai.sources.mail.automatic import says_it_is_automatic
from renmai.sources.mail.bodies import calendar_part, is_closed, text_of_body
from renmai.sources.mail.dates import moment_of
from renmai.sources.mail.headers import MOST_HEADER_BYTES, headers_of, ids_of, parted, received_of
from renmai.sources.mail.markup import text_of_html
from renmai.sources.mail.own_words import own_words
from renmai.sources.mail.places import LeftOutReason, by_folder, by_headers
from renmai.sources.mail.separators import is_mailbox
from renmai.sources.mail.split import MOST_BYTES, CutMail, mails_of
from renmai.sources.weight import weigh

SOURCE_NAME = "mail"
MOST_REFERENCES = 20
_HEADER_LINE = re.compile(rb"([!-9;-~]{1,80})[ \t]*:")
_LINES_JUDGED = 60
_OF_APPLE = re.compile(rb"\d{1,10}[ \t]*\r?\n")
_TELLING = {
    b"from", b"date", b"subject", b"received", b"message-id", b"return-path", b"to", b"delivered-to",
    b"mime-version", b"reply-to", b"cc", b"content-type", b"sender", b"references", b"in-reply-to",
}  # fmt: skip
_AUTHENTIC = {b"from", b"date", b"subject", b"received", b"message-id", b"return-path"}
_OF_PLACE = ("labels", "status", "more_status", "flags", "keywords", "is_draft", "type")
_APPLE_FLAGS = re.compile(rb"<key>flags</key>\s{0,20}<integer>(\d{1,18})</integer>")
_APPLE_DELETED, _APPLE_DRAFT = 1 << 1, 1 << 6
_WRAPPED = (b"application/ms-tnef", b"APPLICATION/MS-TNEF", b"application/vnd.ms-tnef", b"winmail.dat")
"""What Outlook wraps a mail in that is for other programs, too."""
_STABLE = ("from", "date", "subject", "to", "cc")
_TELLS_WHOM = ("from", "date", "subject", "message_id", "to")


def opens_with_mail(head: bytes) -> bool:
    """Tell a mailbox or a mail by the shape of its first lines."""
    plain = _plain(head)
    return is_mailbox(plain) or _is_header_block(plain)


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every mail of a file in a stream."""
    with part.open() as stream:
        if is_mailbox(_plain(part.head)):
            stream.read(len(part.head) - len(_plain(part.head)))
            read_one = partial(_mail, part, is_mailbox=True)
            yield from one_by_one(SOURCE_NAME, part.name, mails_of(stream), read_one, _place)
            return
        raw, reason = _single(stream.read(MOST_BYTES))
    if raw and reason:
        yield _left_out(part, reason, at(mail=1, byte=0), part.size or len(raw))
    elif raw:
        cut = CutMail(1, 0, part.size or len(raw), b"\n" + raw, True)
        read_one = partial(_mail, part, is_mailbox=False)
        yield from one_by_one(SOURCE_NAME, part.name, [cut], read_one, _place)


def _place(cut: CutMail) -> Place:
    return Place(at(mail=cut.number, byte=cut.at_byte), cut.end_byte)


def _mail(part: Part, cut: CutMail, *, is_mailbox: bool) -> Iterator[RawRecord | Problem]:
    where = _place(cut).where
    mail = cut.mail
    headers_end, body_at = parted(mail)
    headers, headers_cut = headers_of(mail, headers_end)
    is_received = mail.find(b"\nReceived:", 0, headers_end) >= 0
    reason = by_folder(part.within, is_mailbox=is_mailbox) or by_headers(headers, is_received=is_received)
    if reason:
        yield _left_out(part, reason, where, cut.end_byte)
        return
    is_cut_short = is_mailbox and cut.is_last and _is_cut_short(headers, mail, body_at)
    codes: dict[str, dict[str, object]] = {}
    if (is_cut_short and body_at < 0) or not any(name in headers for name in _TELLS_WHOM):
        codes["mail_cut_short" if is_cut_short and headers else "mail_without_headers"] = {}
    else:
        fields, is_too_deep = _fields(headers, mail, headers_end, body_at)
        digest = digest_of({name: fields[name] for name in _STABLE if name in fields})
        ids = ids_of(str(fields.get("message_id", "")))
        yield RawRecord(
            source=SOURCE_NAME,
            external_id=ids[0] if ids else f"no-id:{digest}",
            digest=digest,
            fields=fields,
            where=where,
            at_byte=cut.end_byte,
        )
        if "words" not in fields and any(mark in mail for mark in _WRAPPED):
            codes["mail_wrapped"] = {}
        if headers_cut:
            codes["mail_header_cut"] = {"headers": [name.replace("_", "-") for name in headers_cut]}
        if headers_end >= MOST_HEADER_BYTES:
            codes["mail_headers_too_long"] = {}
        elif is_too_deep or is_cut_short:
            codes["mail_too_deep" if is_too_deep else "mail_cut_short"] = {}
    for code, numbers in codes.items():
        byte = cut.end_byte if is_cut_short else cut.at_byte
        yield Problem(
            source=SOURCE_NAME,
            file=part.name,
            where=where,
            code=code,
            numbers={"number": cut.number, "byte": byte, **numbers},
            at_byte=cut.end_byte,
        )


def _left_out(part: Part, reason: LeftOutReason, where: Location, at_byte: int) -> Problem:
    return Problem(
        source=SOURCE_NAME, file=part.name, where=where, code=reason, at_byte=at_byte, is_on_purpose=True
    )


def _plain(head: bytes) -> bytes:
    """Return a file without byte order mark, blank lines, or the length that Apple Mail puts there."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    apple = _OF_APPLE.match(head)
    return head[apple.end() :] if apple else head


def _single(raw: bytes) -> tuple[bytes, LeftOutReason | None]:
    """Return the one mail of a file; Apple Mail says its length first and writes its own notes after it."""
    apple = _OF_APPLE.match(raw)
    if apple is None:
        return _plain(raw), None
    end = apple.end() + int(apple[0])
    noted = _APPLE_FLAGS.search(raw, end)
    flags = int(noted[1]) if noted else 0
    reason = (
        LeftOutReason.DRAFT
        if flags & _APPLE_DRAFT
        else LeftOutReason.TRASH
        if flags & _APPLE_DELETED
        else None
    )
    return raw[apple.end() : end], reason


def _is_header_block(head: bytes) -> bool:
    """Tell whether these are a mail's headers: two that mails have, and hardly any other line."""
    telling: set[bytes] = set()
    strange = lines = 0
    for line in head.split(b"\n", _LINES_JUDGED)[:_LINES_JUDGED]:
        if not line.strip():
            break
        if line.startswith(b"From ") and not lines:
            continue
        lines += 1
        if line[:1] in b" \t" and lines > 1:
            continue
        match = _HEADER_LINE.match(line)
        if match:
            telling |= {match[1].lower()} & _TELLING
            if len(telling) >= 4 and not strange:
                break
        elif lines == 1:
            return False
        else:
            strange += 1
    return len(telling) >= 2 and bool(telling & _AUTHENTIC) and strange * 5 <= lines


def _is_cut_short(headers: dict[str, str], mail: bytes, body_at: int) -> bool:
    """Tell whether the file ended inside its last mail."""
    if body_at < 0 or not mail.endswith(b"\n"):
        return True
    return len(mail) < MOST_BYTES - 1024 and not is_closed(headers.get("content_type", ""), mail)


def _fields(
    headers: dict[str, str], mail: bytes, headers_end: int, body_at: int
) -> tuple[dict[str, object], bool]:
    """Return what is kept of a mail, and whether its text was nested too deep to be found."""
    fields: dict[str, object] = dict(headers)
    kind, encoding = headers.get("content_type", ""), headers.get("content_transfer_encoding", "")
    for name in ("content_type", "content_transfer_encoding", *_OF_PLACE):
        fields.pop(name, None)
    if "references" in fields:
        fields["references"] = _few(ids_of(headers["references"]))
    if "list_unsubscribe" in fields:
        fields["list_unsubscribe"] = True
    if fields.get("return_path") != "<>":
        fields.pop("return_path", None)
    moment = moment_of(headers.get("date", ""))
    if (moment is None or moment.is_unsure) and (received := received_of(mail, headers_end)):
        fields["received"] = received
    if kind:
        if kind[:16].lower() == "multipart/report":
            fields["content_kind"] = "report"
        elif kind[:13].lower() == "text/calendar":
            fields["content_kind"] = "calendar"
    if body_at < 0:
        return fields, False
    if called := calendar_part(kind, encoding, mail, body_at):
        fields["calendar"] = called.method
        if called.uid:
            fields["calendar_uid"] = called.uid
    text = text_of_body(kind, encoding, mail, body_at)
    if text.text:
        _add_own_words(fields, text_of_html(text.text) if text.is_html else text.text)
    return fields, text.is_too_deep


def _few(references: list[str]) -> list[str]:
    """Return the first reference, which names the thread, and the last ones."""
    if len(references) > MOST_REFERENCES:
        return [references[0], *references[1 - MOST_REFERENCES :]]
    return references


def _add_own_words(fields: dict[str, object], text: str) -> None:
    senders = mailboxes(str(fields.get("from", "")))
    own = own_words(text, clean_name(*senders[0]) if senders else "")
    weight = weigh(own.lines)
    if weight.words:
        fields["excerpt"] = weight.excerpt
        fields["words"] = weight.words
    if weight.asks:
        fields["asks"] = True
    if own.signature:
        fields["signature"] = own.signature
    if others := [each for each in own.addresses if each != senders[0].address.lower()]:
        fields["addresses"] = others
    is_answer = "in_reply_to" in fields or "references" in fields
    if says_it_is_automatic(str(fields.get("subject", "")), own.lines, is_answer=is_answer):
        fields["is_automatic"] = True
    if "is_automatic" in fields or "auto_submitted" in fields or "auto_reply" in fields:
        _add_absence(fields, own.lines)


def _add_absence(fields: dict[str, object], lines: list[str]) -> None:
    """Note from when until when an away notice says that its writer is away."""
    moment = moment_of(str(fields.get("date", "")))
    if moment is None:
        return
    local_s = moment.at_epoch_s + (moment.utc_offset_min or 0) * 60
    sent_on = datetime.fromtimestamp(local_s, UTC).date()
    until = away_until("\n".join((str(fields.get("subject", "")), *lines)), sent_on)
    if until is not None:
        fields["away"] = f"{sent_on}/{until}"
