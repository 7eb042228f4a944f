"""No letter, card or calendar makes its reader slow, whatever is repeated in whichever of its places."""

import time
from collections.abc import Iterator
from io import BytesIO

import pytest

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources import registry
from renmai.sources.base import Part, Reading

SMALL, TIMES = 15_000, 4
FLOOR_S = 0.3
TRIES = 3
"""What reads too slowly does so each time; a busy machine, once."""
PUMPS = (
    "a",
    "a ",
    "@",
    "<",
    "a@",
    "<a@",
    "(",
    '"',
    ",",
    ":",
    ";",
    "=?a?q?_",
    "=?utf-8?b?IA==?= ",
    "\\",
    "\n ",
    "é",
    "/",
    "1 ",
)
MAIL_HEADERS = (
    "From", "To", "Subject", "Date", "Message-ID", "References", "In-Reply-To", "List-Post", "List-Id",
    "X-Mailing-List", "Reply-To", "Sender", "Organization", "Content-Type", "Received",
)  # fmt: skip
CARD_FIELDS = (
    "FN",
    "N",
    "TEL",
    "EMAIL",
    "ADR",
    "URL",
    "ORG",
    "BDAY",
    "NOTE",
    "X-ABLABEL",
    "IMPP",
    "TEL;TYPE=x",
    "AGENT",
)
EVENT_FIELDS = (
    "SUMMARY",
    "ATTENDEE",
    "ORGANIZER;CN",
    "DTSTART",
    "RRULE",
    "RDATE",
    "DESCRIPTION",
    "DTSTART;TZID",
)


def mail(field: str, value: str) -> str:
    usual = {"From": "Ann <a@b.example>", "To": "me@owner.example", "Date": "Mon, 2 Mar 2026 10:00:00 +0000"}
    lines = "".join(f"{name}: {text}\n" for name, text in {**usual, field: value}.items())
    return f"From a@b.example Mon Mar  2 10:00:00 2026\n{lines}\nhi\n"


def card(field: str, value: str) -> str:
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:Ann\n{field}:{value}\nEND:VCARD\n"


def event(field: str, value: str) -> str:
    usual = "UID:1\nDTSTART;VALUE=DATE:20260302\nRRULE:FREQ=YEARLY\n"
    return f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{field}:{value}\n{usual}END:VEVENT\nEND:VCALENDAR\n"


def row(field: str, value: str) -> str:
    quoted = value.replace('"', '""')
    return f'First Name,Last Name,{field}\nAnn,Lee,"{quoted}"\n'


PLACES = [
    *(("mail", mail, header) for header in MAIL_HEADERS),
    *(("vcard", card, field) for field in CARD_FIELDS),
    *(("ics", event, field) for field in EVENT_FIELDS),
    *(("google_csv", row, heading) for heading in ("Phone 1 - Value", "E-mail 1 - Value", "Birthday")),
]


def items(name: str, text: str) -> Iterator[RawRecord | Problem]:
    content = text.encode()
    source = registry.load_source(name)
    part = Part(name="piece", head=content[:4096], open=lambda: BytesIO(content), size=len(content))
    for item in source.read(part):
        yield item
        if isinstance(item, RawRecord):
            yield from source.adapt(item, Reading()).problems


def seconds(name: str, text: str) -> float:
    began = time.process_time()
    list(items(name, text))
    return time.process_time() - began


def grows_as_the_text(name: str, small: str, large: str) -> bool:
    """Tell whether the longer text is read quickly, or in a time that the shorter one explains."""
    took = seconds(name, large)
    return took <= FLOOR_S or took < 2 * TIMES * seconds(name, small)


@pytest.mark.parametrize(
    ("name", "write", "field"), PLACES, ids=[f"{name}-{field}" for name, _, field in PLACES]
)
def test_reading_takes_as_long_as_the_text_is_whatever_it_repeats(name, write, field):
    for pump in PUMPS:
        small = write(field, pump * (SMALL // len(pump)))
        large = write(field, pump * (SMALL * TIMES // len(pump)))
        assert any(grows_as_the_text(name, small, large) for _ in range(TRIES)), pump


def test_a_header_of_a_million_letters_is_cut_and_that_is_said():
    text = mail("List-Post", "a" * 1_000_000)
    began = time.process_time()
    record, *problems = items("mail", text)

    assert time.process_time() - began < 2
    assert isinstance(record, RawRecord) and len(str(record.fields["list_post"])) == 16 << 10
    assert [(problem.code, problem.numbers["headers"]) for problem in problems] == [
        ("mail_header_cut", ["list-post"])
    ]


def test_an_address_behind_a_name_of_any_length_is_still_read():
    record, problem = items("mail", mail("From", f"{'李' * 300_000} <ann@b.example>"))

    assert str(record.fields["from"]).endswith("<ann@b.example>")
    assert problem.code == "mail_header_cut"


def test_ten_thousand_headers_of_one_name_are_read_as_far_as_they_make_sense():
    text = mail("Subject", "s").replace("To: me@owner.example\n", "To: a@b.example\n" * 10_000)
    record, *problems = items("mail", text)

    assert str(record.fields["to"]).count("@") == 1_000
    assert "mail_header_cut" in {problem.code for problem in problems}
