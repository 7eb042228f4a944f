"""What of a calendar file becomes a record, what becomes a problem, and where."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.ics import SOURCE
from tests.sources.ics.calendars import adapted, calendar, codes, meetings, part, read

LUNCH = """
    UID:lunch@example.org
    DTSTAMP:20240101T000000Z
    DTSTART:20240301T040000Z
    DTEND:20240301T050000Z
    SUMMARY:Lunch
    ATTENDEE;CN=Ada:mailto:ada@example.org
"""
TALK = LUNCH.replace("lunch@", "talk@").replace("Lunch", "Talk")

WIDE = ("utf-16", "utf-16-le", "utf-16-be", "utf-32")


def test_each_event_is_one_record_named_by_its_uid():
    assert [(item.external_id, str(item.where)) for item in read(calendar(LUNCH, TALK))] == [
        ("lunch@example.org", "line 3"),
        ("talk@example.org", "line 11"),
    ]


def test_an_export_on_another_day_is_the_same_record():
    later = LUNCH.replace("DTSTAMP:20240101", "DTSTAMP:20240908")

    assert read(calendar(LUNCH))[0].digest == read(calendar(later))[0].digest


def test_a_changed_event_has_another_digest_under_the_same_name():
    moved = LUNCH.replace("T040000Z", "T043000Z")
    first, second = read(calendar(LUNCH))[0], read(calendar(moved))[0]

    assert first.external_id == second.external_id
    assert first.digest != second.digest


def test_an_event_without_uid_is_named_by_its_content():
    nameless = LUNCH.replace("UID:lunch@example.org", "")
    first, again = read(calendar(nameless))[0], read(calendar(nameless, TALK))[0]

    assert first.external_id == again.external_id
    assert first.external_id.startswith("without-uid-")


def test_one_broken_event_costs_only_itself():
    broken = LUNCH.replace("DTSTART:20240301T040000Z", "DTSTART:yesterday")
    items = read(calendar(LUNCH, broken, TALK))

    assert [type(item) for item in items] == [RawRecord, Problem, RawRecord]
    assert (items[1].code, str(items[1].where), items[1].numbers) == (
        "ics_event_start_unreadable",
        "line 11",
        {"title": "Lunch"},
    )


def test_a_file_cut_off_in_an_event_keeps_the_events_before():
    whole = calendar(LUNCH, TALK)
    items = read(whole[: whole.index("SUMMARY:Talk")])

    assert [item.external_id for item in items if isinstance(item, RawRecord)] == ["lunch@example.org"]
    assert [(item.code, str(item.where)) for item in items if isinstance(item, Problem)] == [
        ("ics_event_cut_off", "line 11")
    ]


def test_a_file_cut_off_between_events_says_so():
    assert codes(calendar(LUNCH).replace("END:VCALENDAR\r\n", "")) == ["ics_cut_off"]


def test_an_event_that_never_ends_does_not_swallow_the_next():
    text = calendar(LUNCH, TALK).replace("END:VEVENT\r\n", "", 1)

    assert codes(text) == ["ics_event_cut_off"]
    assert [meeting.subject for meeting in meetings(text)] == ["Talk"]


def test_alarms_and_attachments_are_left_out_of_the_record():
    event = (
        LUNCH
        + """
        ATTACH;VALUE=BINARY;ENCODING=BASE64:AAAA
        BEGIN:VALARM
        SUMMARY:Wake up
        ATTENDEE:mailto:alarm@example.org
        END:VALARM
    """
    )
    (record,) = read(calendar(event))

    assert "AAAA" not in record.fields["event"]
    assert "alarm@" not in record.fields["event"]
    assert record.fields["event"].endswith("mailto:ada@example.org")


def test_folded_lines_are_joined_even_in_the_middle_of_a_character():
    data = calendar(LUNCH.replace("SUMMARY:Lunch", "SUMMARY:和李雷吃饭")).encode()
    middle = data.index("雷".encode()) + 1

    assert meetings(data[:middle] + b"\r\n " + data[middle:])[0].subject == "和李雷吃饭"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_any_line_end_will_do(end):
    assert len(meetings(calendar(LUNCH, TALK).replace("\r\n", end))) == 2


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", *WIDE, "utf-16-le-mark", "utf-16-be-mark", "gbk", "gb18030"]
)
def test_chinese_is_read_in_the_charsets_programs_write(charset):
    text = calendar(LUNCH.replace("SUMMARY:Lunch", "SUMMARY:和韩梅梅讨论新产品").replace("Ada", "韩梅梅"))
    marked = charset.endswith("-mark")
    data = ("\ufeff" + text).encode(charset.removesuffix("-mark")) if marked else text.encode(charset)

    assert SOURCE.recognises(data[:4096])
    assert meetings(data)[0].subject == "和韩梅梅讨论新产品"
    assert meetings(data)[0].participations[0].mention.name == "韩梅梅"


def test_western_letters_of_an_old_program_are_not_taken_for_chinese():
    data = calendar(LUNCH.replace("Lunch", "Müller, Größe, André")).encode("cp1252")

    assert meetings(data)[0].subject == "Müller, Größe, André"


def test_one_damaged_character_does_not_change_the_charset_of_the_rest():
    data = calendar(LUNCH.replace("SUMMARY:Lunch", "SUMMARY:饭局\nLOCATION:北京X")).encode()

    assert meetings(data.replace(b"X", b"\xff"))[0].subject == "饭局"


@pytest.mark.parametrize(
    "head", [b"", b"\x00" * 4096, b"MZ\x90\x00", b"PK\x03\x04", b"BEGIN:VCARD\r\n", b"From a b"]
)
def test_a_file_of_another_kind_is_not_ours_whatever_its_name(head):
    assert not SOURCE.recognises(head)


@pytest.mark.parametrize(
    "head", [b"BEGIN:VCALENDAR\r\n", b"\xef\xbb\xbfbegin:vcalendar\n", b"\r\nBEGIN:VEVENT\r\n"]
)
def test_a_calendar_is_known_by_its_first_words(head):
    assert SOURCE.recognises(head)


def test_the_answer_to_an_invitation_is_no_meeting_and_does_not_replace_it():
    assert codes(calendar(LUNCH, head="METHOD:REPLY")) == ["ics_answer_only"]
    assert meetings(calendar(LUNCH, head="METHOD:REPLY")) == []


def test_a_moment_no_calendar_means_is_a_problem():
    assert codes(calendar(LUNCH.replace("DTSTART:2024", "DTSTART:0001"))) == ["ics_event_start_unreadable"]
    assert codes(calendar(LUNCH.replace("DTSTART:2024", "DTSTART:1821"))) == ["ics_event_date_impossible"]


def test_calendars_in_one_file_keep_their_own_zones_and_names():
    zone = "BEGIN:VTIMEZONE\nTZID:Office\nBEGIN:STANDARD\nDTSTART:19700101T000000\n{}\n"
    zone += "END:STANDARD\nEND:VTIMEZONE"
    offsets = ("TZOFFSETFROM:+0100\nTZOFFSETTO:+0100", "TZOFFSETFROM:-0500\nTZOFFSETTO:-0500")
    event = LUNCH.replace("DTSTART:20240301T040000Z", "DTSTART;TZID=Office:20240301T120000")
    text = "".join(calendar(event, head=zone.format(offset)) for offset in offsets)

    assert [meeting.utc_offset_min for meeting in meetings(text)] == [60, -300]


def test_a_line_without_end_does_not_fill_the_memory():
    data = calendar(LUNCH).encode().replace(b"SUMMARY:Lunch", b"DESCRIPTION:" + b"x" * 30_000_000)
    tracemalloc.start()
    found = meetings(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(found) == 1
    assert peak < 20_000_000


def test_memory_does_not_grow_with_the_file():
    events = [LUNCH.replace("lunch@", f"lunch{number}@") for number in range(2_000)]
    data = part(calendar(*events))
    tracemalloc.start()
    count = sum(isinstance(item, RawRecord) for item in SOURCE.read(data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 2_000
    assert peak < 3_000_000


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=2_000))
def test_rubbish_never_raises(rubbish):
    adapted(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20240301T040000Z\r\n" + rubbish)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_damage_anywhere_costs_no_more_than_the_events_it_touches(data):
    text = calendar(LUNCH, TALK, LUNCH.replace("lunch@", "third@")).encode()
    start = data.draw(st.integers(0, len(text)))
    damaged = text[:start] + data.draw(st.binary(max_size=12)) + text[start + data.draw(st.integers(0, 30)) :]
    items = read(damaged)

    adapted(damaged)
    kept = [item for item in items if isinstance(item, RawRecord)]
    assert len(kept) >= 1
    assert len(kept) + sum(isinstance(item, Problem) for item in items) >= 2
