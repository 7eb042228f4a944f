"""Files damaged or hostile, each made on the spot, with what must be said and what must be kept of it."""

import gzip
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from typing import NamedTuple

MAIL = (
    "From: {name} <{name}@example.org>\r\nTo: me@example.org\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n"
    "Message-ID: <{name}@example.org>\r\nSubject: {name}\r\n\r\nHello from {name}.\r\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEMAIL:{mail}\r\nEND:VCARD\r\n"
EVENT = (
    "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260301T000000Z\r\nDTSTART:20260302T100000Z\r\n{more}"
    "ATTENDEE;CN=Ada:mailto:ada@example.org\r\nEND:VEVENT\r\n"
)
MEBIBYTE = 1 << 20


class Damage(NamedTuple):
    """A damaged file: how to write it, which codes must be said, how many records, whose names are kept."""

    content: Callable[[], bytes]
    codes: tuple[str, ...]
    records: int
    people: tuple[str, ...] = ()


def mail(name: str) -> str:
    """Return a whole small mail."""
    return MAIL.format(name=name)


def mbox(*mails: str) -> bytes:
    """Return mails as an mbox."""
    return "".join(f"From x@example.org Mon Mar  2 10:00:00 2026\r\n{text}\r\n" for text in mails).encode()


def card(name: str) -> str:
    """Return a small card; a name stands in one file only."""
    return CARD.format(name=name, mail=f"{name.encode().hex()}@example.org")


def calendar(*events: str) -> bytes:
    """Return events as a calendar."""
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


def event(uid: str, more: str = "") -> str:
    """Return a small event with one guest."""
    return EVENT.format(uid=uid, more=more)


def zipped(**members: bytes) -> bytes:
    """Return a zip; a double underscore in a name stands for its dot."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def mails_among(middle: str) -> bytes:
    """Return an mbox of a good mail, the one given, and another good one."""
    return mbox(mail("first"), middle, mail("last"))


def crowd() -> str:
    """Return a mail to 20,000 people."""
    people = ",\r\n ".join(f"Guest {number} <guest{number}@example.org>" for number in range(20_000))
    return mail("crowd").replace("To: me@example.org", f"To: {people}")


def nested_parts(depth: int = 500) -> str:
    """Return a mail with parts within parts, the text in the innermost."""
    text = "Content-Type: text/plain\r\n\r\nAt the bottom.\r\n"
    for level in range(depth):
        inside = f"\r\n\r\n--b{level}\r\n{text}\r\n--b{level}--\r\n"
        text = f'Content-Type: multipart/mixed; boundary="b{level}"{inside}'
    head = mail("nested").partition("\r\n\r\n")[0]
    return f"{head}\r\nMIME-Version: 1.0\r\n{text}"


def nested_divs(depth: int = 100_000) -> str:
    """Return a mail whose HTML is as deep as it is long."""
    head = mail("divs").partition("\r\n\r\n")[0]
    return f"{head}\r\nContent-Type: text/html\r\n\r\n{'<div>' * depth}Deep.{'</div>' * depth}\r\n"


def mislabelled() -> bytes:
    """Return a mail that says it is ASCII and is GBK."""
    text = (
        mail("lilei")
        .replace("Subject: lilei", "Subject: 关于报价")
        .replace("Hello from lilei.", "报价单请查收，谢谢。")
    )
    return text.replace("Message-ID", "Content-Type: text/plain; charset=us-ascii\r\nMessage-ID").encode(
        "gbk"
    )


def traversal() -> bytes:
    """Return a zip whose members try to leave it."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../../escaped.vcf", card("Tom Away"))
        archive.writestr("/etc/escaped.vcf", card("Tess Away"))
    return packed.getvalue()


def cut(content: bytes, keep: float) -> bytes:
    """Return the first part of a file."""
    return content[: int(len(content) * keep)]


CRUEL_RULES = (
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;COUNT=100000000",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7;BYMINUTE=0,1,2,3,4,5,6,7",
    "FREQ=DAILY",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
)

LONG_NAME = "李" * 300_000

DAMAGES: dict[str, Damage] = {
    "empty.mbox": Damage(lambda: b"", ("empty",), 0),
    "truncated.mbox": Damage(
        lambda: cut(mbox(mail("first"), mail("second"), mail("third")), 0.95), ("mail_cut_short",), 2
    ),
    "bomb.zip": Damage(
        lambda: zipped(bomb__mbox=b"\0" * (200 * MEBIBYTE), good__vcf=card("Zoe Packed").encode()),
        ("archive_bomb",),
        1,
        ("Zoe Packed",),
    ),
    "bomb.mbox.gz": Damage(
        lambda: gzip.compress(mbox(mail("first")) + b"\n" * (200 * MEBIBYTE), 6), ("archive_bomb",), 1
    ),
    "nested.zip": Damage(
        lambda: zipped(inner__zip=zipped(a__vcf=b"x" * 99), good__vcf=card("Nina Nest").encode()),
        ("archive_nested",),
        1,
        ("Nina Nest",),
    ),
    "traversal.zip": Damage(traversal, (), 2, ("Tom Away", "Tess Away")),
    "truncated.zip": Damage(lambda: cut(zipped(a__vcf=card("Ada").encode() * 50), 0.7), ("zip_damaged",), 0),
    "truncated.vcf.gz": Damage(
        lambda: cut(gzip.compress("".join(card(f"Person {n}") for n in range(500)).encode()), 0.8),
        ("gzip_cut_short",),
        1,
    ),
    "gbk.vcf": Damage(lambda: card("韩梅梅").encode("gbk"), (), 1, ("韩梅梅",)),
    "utf16.vcf": Damage(lambda: card("李清照").encode("utf-16"), (), 1, ("李清照",)),
    "unended.vcf": Damage(
        lambda: (card("Una Whole") + card("Uta Ended")).encode()[:-14],
        (),
        2,
        ("Una Whole", "Uta Ended"),
    ),
    "unclosed.vcf": Damage(
        lambda: (
            'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Carl Closed\r\nADR;LABEL="unclosed:;;x;;;;\r\nEND:VCARD\r\n'
            + card("Clara Closed")
        ).encode(),
        (),
        2,
        ("Carl Closed", "Clara Closed"),
    ),
    "endless-line.vcf": Damage(
        lambda: (
            (card("Ella Line").replace("EMAIL", f"NOTE:{'x' * 60_000_000}\r\nEMAIL")).encode()
            + card("Else Line").encode()
        ),
        ("vcard_too_big",),
        2,
        ("Ella Line", "Else Line"),
    ),
    "binary.ics": Damage(lambda: Random(7).randbytes(200_000), ("unrecognised",), 0),
    "truncated.ics": Damage(
        lambda: cut(calendar(*(event(f"e{n}") for n in range(10))), 0.97), ("ics_event_cut_off",), 9
    ),
    "unclosed.ics": Damage(
        lambda: calendar(event("a", 'ATTENDEE;CN="Grace:mailto:grace@example.org\r\n'), event("b")), (), 2
    ),
    "cruel.ics": Damage(
        lambda: calendar(*(event(f"r{n}", f"RRULE:{rule}\r\n") for n, rule in enumerate(CRUEL_RULES))),
        ("ics_recurrence_finer_than_a_day", "ics_recurrence_not_understood"),
        len(CRUEL_RULES),
    ),
    "crowd.mbox": Damage(lambda: mails_among(crowd()), ("mail_many_recipients",), 3),
    "nested.mbox": Damage(lambda: mails_among(nested_parts()), ("mail_too_deep",), 3),
    "divs.mbox": Damage(lambda: mails_among(nested_divs()), (), 3),
    "mislabelled.eml": Damage(mislabelled, (), 1),
    "unclosed.mbox": Damage(
        lambda: mails_among(
            mail("quote").replace("From: quote", 'From: "quote (unclosed <x').replace("To: ", 'To: "')
        ),
        (),
        3,
    ),
    "huge-header.mbox": Damage(
        lambda: mails_among(mail("huge").replace("Subject: huge", f"Subject: {'x' * 40_000_000}")),
        ("mail_headers_too_long",),
        3,
    ),
    "many-headers.mbox": Damage(
        lambda: mails_among(
            mail("many").replace("Subject: many", "\r\n".join(f"X-{n}: y" for n in range(300_000)))
        ),
        (),
        3,
    ),
    "long-name.mbox": Damage(
        lambda: mails_among(mail("long").replace("From: long", f"From: {LONG_NAME}")), (), 3
    ),
    "long-name.vcf": Damage(
        lambda: (card(LONG_NAME) + card("Shorty Short")).encode(), (), 2, ("Shorty Short",)
    ),
    "long-name.ics": Damage(
        lambda: calendar(event("long", f"ATTENDEE;CN={LONG_NAME}:mailto:long@example.org\r\n")), (), 1
    ),
    "no-headers.mbox": Damage(lambda: mails_among("\r\njust words\r\n"), (), 2),
}


def write_all(folder: Path) -> None:
    """Write every damaged file into a folder."""
    for name, damage in DAMAGES.items():
        (folder / name).write_bytes(damage.content())
