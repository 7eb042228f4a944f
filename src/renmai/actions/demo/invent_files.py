"""Writes the invented network as files any program might export: a mailbox, an address book, a calendar."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from email.header import Header
from email.utils import format_datetime, formataddr
from functools import cache
from typing import Any

from borax.calendars.lunardate import LunarDate

from renmai.actions.demo.invent_letters import InventedLetter, InventedMeeting
from renmai.domain.people.names import has_han

MARK = "Invented by renmai demo"
PLAIN_TEXT = (
    ("MIME-Version", "1.0"),
    ("Content-Type", 'text/plain; charset="utf-8"'),
    ("Content-Transfer-Encoding", "8bit"),
)


def mailbox(letters: Iterable[InventedLetter]) -> bytes:
    """Return the letters as an mbox."""
    return b"".join(_mail(letter) for letter in letters)


def _mail(letter: InventedLetter) -> bytes:
    """Return a letter with its line of an mbox, written by hand: `EmailMessage` needs ten times as long."""
    head = [
        ("Message-ID", letter.message_id),
        ("Date", format_datetime(letter.at)),
        ("From", _address(*letter.sender)),
        ("To", _address(*letter.recipient)),
        *([("Cc", ", ".join(_address(*copy) for copy in letter.copies))] if letter.copies else ()),
        ("Subject", _encoded(letter.subject)),
        ("X-Invented", MARK),
        *([("In-Reply-To", letter.answers), ("References", letter.answers)] if letter.answers else ()),
        *((name, _encoded(value)) for name, value in letter.headers),
        *PLAIN_TEXT,
    ]
    text = f"{letter.text}{_quote(letter)}\n\n-- \n{letter.sender[0]}\n"
    moment = letter.at.astimezone(UTC).strftime("%a %b %d %H:%M:%S %Y")
    lines = [f"From {letter.sender[1]} {moment}", *(f"{name}: {value}" for name, value in head), "", text, ""]
    return "\n".join(lines).encode()


@cache
def _address(name: str, mail: str) -> str:
    return formataddr((name, mail))


@cache
def _encoded(value: str) -> str:
    return value if value.isascii() else Header(value, "utf-8").encode(linesep="\n")


def _quote(letter: InventedLetter) -> str:
    """Return what is answered below the answer, as mail programs put it there."""
    if not letter.quoted:
        return ""
    return f"\n\n{letter.recipient[0]} <{letter.recipient[1]}> wrote:\n> " + letter.quoted.replace(
        "\n", "\n> "
    )


def address_book(network: Mapping[str, Any], *, today: date) -> bytes:
    """Return a card for everybody."""
    return "".join(_card(who, today) for who in network["person"]).encode()


def _card(who: Mapping[str, Any], today: date) -> str:
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{_plain(who['name'])}", f"N:{_structured(who['name'])}"]
    if "organisation" in who:
        lines.append(f"ORG:{_plain(who['organisation'])}")
    if "title" in who:
        lines.append(f"TITLE:{_plain(who['title'])}")
    if "mail" in who:
        lines.append(f"EMAIL;TYPE=INTERNET:{who['mail']}")
    if "phone" in who:
        lines.append(f"TEL;TYPE=CELL:{who['phone']}")
    lines.extend(_birthday(who, today))
    note = f"{who['note']}. {MARK}" if "note" in who else MARK
    return "\r\n".join([*lines, f"NOTE:{_plain(note)}", "END:VCARD", ""])


def _birthday(who: Mapping[str, Any], today: date) -> Iterator[str]:
    if "birthday_in" in who:
        on = today + timedelta(days=who["birthday_in"])
        yield f"BDAY:{who['born']:04d}-{on:%m-%d}" if "born" in who else f"BDAY:--{on:%m-%d}"
    if "lunar_in" in who:
        lunar = LunarDate.from_solar(today + timedelta(days=who["lunar_in"]))
        yield f"X-LUNAR-BIRTHDAY:{who['born']}年{lunar.month}月{lunar.day}日"


def _structured(name: str) -> str:
    """Return surname and given name apart."""
    if has_han(name):
        cut = 2 if name.startswith("欧阳") else 1
        return f"{name[:cut]};{name[cut:]};;;"
    first, _, last = name.rpartition(" ")
    return f"{_plain(last)};{_plain(first)};;;"


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def calendar(network: Mapping[str, Any], meetings: Iterable[InventedMeeting]) -> bytes:
    """Return the meetings as iCalendar."""
    me = network["me"]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//renmai//demo//EN"]
    for meeting in meetings:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{meeting.uid}",
            f"DTSTAMP:{_stamp(meeting.starts_at)}",
            f"DTSTART:{_stamp(meeting.starts_at)}",
            f"DTEND:{_stamp(meeting.starts_at + timedelta(hours=meeting.hours))}",
            f"SUMMARY:{_plain(meeting.subject)}",
            f"X-INVENTED:{MARK}",
            f'ORGANIZER;CN="{me["name"]}":mailto:{me["mails"][0]}',
            f'ATTENDEE;CN="{me["name"]}";PARTSTAT=ACCEPTED:mailto:{me["mails"][0]}',
            f'ATTENDEE;CN="{meeting.guest[0]}";PARTSTAT=ACCEPTED:mailto:{meeting.guest[1]}',
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
