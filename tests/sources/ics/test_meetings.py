"""Who took part in a meeting, when it was, and what is no meeting at all."""

from zoneinfo import ZoneInfo

import pytest
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import Fact
from renmai.sources.base import Reading
from renmai.sources.ics.zones import named_zone
from tests.sources.ics.calendars import adapted, calendar, codes, meetings, roles, starts

TALK = """
    UID:talk@example.org
    DTSTAMP:20240101T000000Z
    DTSTART:20240301T040000Z
    DTEND:20240301T050000Z
    SUMMARY:Talk\\, with cake
"""
ADA = "ATTENDEE;CN=Ada;PARTSTAT=ACCEPTED:mailto:ada@example.org\n"
OWN = "X-WR-CALNAME:me@example.org"


def party(*lines: str, head: str = OWN) -> dict[str, str]:
    """Return everybody's role in a meeting with these lines."""
    (found,) = meetings(calendar(TALK + "\n".join(lines), head=head))
    return roles(found)


def test_organiser_and_attendees_met():
    lines = ("ORGANIZER;CN=Li Lei:mailto:li@example.cn", ADA, "ATTENDEE:mailto:me@example.org")

    assert party(*lines) == {
        "li@example.cn": "organiser",
        "ada@example.org": "attendee",
        "me@example.org": "attendee",
    }


@pytest.mark.parametrize(
    ("state", "role"),
    [
        ("PARTSTAT=ACCEPTED", "attendee"),
        ("PARTSTAT=TENTATIVE", "attendee"),
        ("RSVP=TRUE", "attendee"),
        ("PARTSTAT=NEEDS-ACTION", "to"),
        ("ROLE=NON-PARTICIPANT", "cc"),
        ("ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED", "attendee"),
        ("PARTSTAT=DECLINED", None),
        ("PARTSTAT=DELEGATED", None),
        ("CUTYPE=ROOM", None),
        ("CUTYPE=RESOURCE;PARTSTAT=ACCEPTED", None),
    ],
)
def test_an_attendee_counts_as_their_answer_says(state, role):
    assert party(ADA, f"ATTENDEE;CN=Bob;{state}:mailto:bob@example.org").get("bob@example.org") == role


def test_somebody_who_declined_their_own_meeting_was_not_there():
    lines = ("ORGANIZER:mailto:li@example.cn", "ATTENDEE;PARTSTAT=DECLINED:mailto:li@example.cn", ADA)

    assert "li@example.cn" not in party(*lines)


def test_a_group_is_marked_as_a_list_and_not_as_a_person():
    (found,) = meetings(
        calendar(TALK + ADA + "ATTENDEE;CUTYPE=GROUP;CN=Team:mailto:team@example.org", head=OWN)
    )

    assert found.participations[1].mention.facts == (Fact("list", "group"),)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("ATTENDEE;CN=Ada:MAILTO:Ada@Example.ORG", "ada@example.org"),
        ("ATTENDEE;CN=Ada:ada@example.org", "ada@example.org"),
        ("ATTENDEE;CN=Ada;EMAIL=ada@example.org:/aMTM1NDM1NTEz/principal/", "ada@example.org"),
        ("ATTENDEE;CN=ada@example.org:invalid:nomail", "ada@example.org"),
        ("ATTENDEE;CN=Ada Lovelace:invalid:nomail", "Ada Lovelace"),
        ("ATTENDEE;CN=张三:urn:uuid:00000000-0000-0000-0000-000000000000", "张三"),
        ("ATTENDEE;CN=李雷:tel:+86-138-0013-8000", "+8613800138000"),
        ("ATTENDEE:mailto:a%2Bb@example.org", "a+b@example.org"),
        ('ATTENDEE;CN="Lovelace, Ada";X-NUM-GUESTS=0:mailto:ada@example.org', "ada@example.org"),
        ('ATTENDEE;CN="Ada:mailto:ada@example.org', "ada@example.org"),
        ("ATTENDEE ; CN = Ada : mailto:ada@example.org", "ada@example.org"),
    ],
)
def test_people_are_found_however_a_program_writes_them(line, key):
    assert set(party(line)) == {key, "me@example.org"}


def test_a_name_keeps_its_comma_and_its_quotation_marks():
    lines = (
        "ATTENDEE;CN=\"Lovelace, Ada\":mailto:a@example.org\nATTENDEE;CN=G ^'Babe^' R:mailto:b@example.org"
    )
    (found,) = meetings(calendar(TALK + lines, head=OWN))

    assert [part.mention.name for part in found.participations] == ["Lovelace, Ada", 'G "Babe" R', ""]


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CN=Room:mailto:abc@resource.calendar.google.com",
        "ATTENDEE;CN=Team:mailto:abc@group.calendar.google.com",
        "ORGANIZER:mailto:unknownorganizer@calendar.google.com",
        "ATTENDEE:",
        "ATTENDEE:mailto:",
    ],
)
def test_rooms_calendars_and_nobody_are_no_people(line):
    assert party(line, ADA) == {"ada@example.org": "attendee", "me@example.org": "attendee"}


def test_the_owner_of_a_calendar_called_by_their_address_was_there():
    assert party(ADA)["me@example.org"] == "attendee"


def test_the_owner_of_any_other_calendar_was_there_whoever_they_are():
    assert party(ADA, head="X-WR-CALNAME:Work") == {"ada@example.org": "attendee", "me": "organiser"}


def test_nobody_is_taken_for_the_owner_where_somebody_declined_who_may_be_them():
    lines = (ADA, "ATTENDEE;PARTSTAT=DECLINED:mailto:perhaps-me@example.org")

    assert party(*lines, head="") == {"ada@example.org": "attendee"}


def test_what_somebody_only_announced_is_one_way():
    assert party("ORGANIZER:mailto:li@example.cn", head="") == {"li@example.cn": "organiser", "me": "to"}


@pytest.mark.parametrize("title", ["Canceled: Talk", "Cancelled: Talk", "已取消: 讨论", "已取消：讨论"])
def test_a_meeting_whose_title_says_it_was_called_off_is_none(title):
    assert meetings(calendar(TALK.replace("Talk", title) + ADA)) == []


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", "STATUS:cancelled"])
def test_a_cancelled_meeting_is_none(line):
    assert meetings(calendar(TALK + ADA + line)) == []
    assert meetings(calendar(TALK + ADA, head="METHOD:CANCEL")) == []


def test_a_day_or_an_appointment_without_people_is_no_meeting():
    holiday = "UID:1\nDTSTART;VALUE=DATE:20241001\nSUMMARY:国庆节\nRRULE:FREQ=YEARLY"

    assert meetings(calendar(TALK, holiday, head=OWN)) == []


def test_what_a_meeting_was_about_and_where_it_was():
    (found,) = meetings(calendar(TALK + ADA + "LOCATION:West Lake\\, Hangzhou\nDESCRIPTION:Tea\\nand cake"))

    assert found.subject == "Talk, with cake"
    assert found.excerpt == "West Lake, Hangzhou · Tea and cake"
    assert (found.kind, found.nature, found.duration_s) == ("meeting", "direct", 3600)


@pytest.mark.parametrize(
    ("end", "duration_s"),
    [
        ("DURATION:PT45M", 2700),
        ("DURATION:P1W", 28800),
        ("DTEND:20240301T050000Z", 3600),
        ("DTEND:20240305T050000Z", 28800),
        ("DTEND:20240201T050000Z", 0),
        ("DURATION:-PT5M", 0),
        ("DURATION:tomorrow", 0),
        ("", 0),
    ],
)
def test_a_meeting_lasts_as_it_says_but_no_longer_than_a_working_day(end, duration_s):
    (found,) = meetings(calendar(TALK.replace("DTEND:20240301T050000Z", end) + ADA))

    assert found.duration_s == duration_s


def test_beyond_thirty_people_a_meeting_is_an_audience():
    guests = [f"ATTENDEE:mailto:guest{number}@example.org\n" for number in range(30)]

    assert meetings(calendar(TALK + "".join(guests[:29]), head=OWN))[0].nature == "direct"
    assert meetings(calendar(TALK + "".join(guests), head=OWN))[0].nature == "mass"


def test_a_crowd_is_cut_and_the_rest_counted():
    guests = "".join(f"ATTENDEE:mailto:guest{number}@example.org\n" for number in range(20_000))
    (found,) = adapted(calendar(TALK + guests, head=OWN))

    assert len(found.interactions[0].participations) == 501
    assert found.interactions[0].nature == "mass"
    assert [(problem.code, problem.numbers["left_out"]) for problem in found.problems] == [
        ("ics_attendees_left_out", 19_500)
    ]


def test_a_whole_day_that_leaves_everybody_free_says_nothing_of_a_tie():
    away = "UID:1\nDTSTART;VALUE=DATE:20241001\nTRANSP:TRANSPARENT\nSUMMARY:Ada away\n" + ADA

    assert meetings(calendar(away))[0].nature == "mass"


ZONED = TALK.replace("DTSTART:20240301T040000Z", "DTSTART;TZID={}:20240701T120000") + ADA


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("Europe/Berlin", "2024-07-01 10:00"),
        ('"Europe/Berlin"', "2024-07-01 10:00"),
        ("W. Europe Standard Time", "2024-07-01 10:00"),
        ("China Standard Time", "2024-07-01 04:00"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "2024-07-01 10:00"),
        ("/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires", "2024-07-01 15:00"),
        ("UTC+8", "2024-07-01 04:00"),
        ('"(UTC+08:00) Beijing, Chongqing, Hong Kong"', "2024-07-01 04:00"),
    ],
)
def test_a_zone_is_known_by_any_of_its_names(name, start):
    assert starts(calendar(ZONED.format(name))) == [start]


CUSTOM = """
    BEGIN:VTIMEZONE
    TZID:Our Office
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE
"""


def test_every_zone_that_windows_names_is_known():
    of_windows = {name: zone for name, zone in WINDOWS_TO_OLSON.items() if name != "UTC"}

    assert {name: named_zone(name) for name in of_windows} == {
        name: ZoneInfo(zone) for name, zone in of_windows.items()
    }


def test_a_zone_of_the_files_own_is_followed_through_summer_and_winter():
    winter = ZONED.format("Our Office").replace("20240701", "20241201").replace("talk@", "winter@")
    text = calendar(ZONED.format("Our Office"), winter, head=CUSTOM)

    assert starts(text) == ["2024-07-01 10:00", "2024-12-01 11:00"]
    assert [meeting.utc_offset_min for meeting in meetings(text)] == [120, 60]


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "nonsense"])
def test_a_zone_with_a_trap_in_it_is_not_followed(rule):
    head = CUSTOM.replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", rule)

    assert len(starts(calendar(ZONED.format("Our Office"), head=head))) == 1


def test_an_unknown_zone_is_the_owners_own_and_is_said():
    text = calendar(ZONED.format("Atlantis"))

    assert starts(text, Reading(time_zone="Asia/Shanghai")) == ["2024-07-01 04:00"]
    assert codes(text) == ["ics_time_zone_unknown"]


def test_a_floating_time_is_the_calendars_else_the_owners():
    event = TALK.replace("DTSTART:20240301T040000Z", "DTSTART:20240701T120000") + ADA

    assert starts(calendar(event), Reading(time_zone="Asia/Shanghai")) == ["2024-07-01 04:00"]
    assert starts(calendar(event, head="X-WR-TIMEZONE:Europe/Berlin")) == ["2024-07-01 10:00"]


def test_a_whole_day_with_people_is_that_day_where_the_owner_lives():
    event = "UID:1\nDTSTART;VALUE=DATE:20240701\n" + ADA

    assert starts(calendar(event), Reading(time_zone="Asia/Shanghai")) == ["2024-07-01 04:00"]


def test_an_attendee_that_cannot_be_read_is_said():
    assert codes(calendar(TALK + ADA + "ATTENDEE;CN=A\x01;;=:mailto:x@example.org")) == [
        "ics_attendee_unreadable"
    ]


def test_a_handle_is_in_its_normal_form():
    (found,) = meetings(calendar(TALK + "ATTENDEE;CN=Ada:mailto:ADA@Example.org", head=OWN))

    assert found.participations[0].mention.handles == (Handle("mailto", "ada@example.org"),)


def test_rooms_and_things_invited_like_people_took_no_part():
    (meeting,) = meetings(
        calendar(
            "UID:1\nDTSTART:20261102T020000Z\nSUMMARY:Review\nORGANIZER;CN=Me:mailto:me@example.org\n"
            "ATTENDEE;CN=Li Lei;PARTSTAT=ACCEPTED:mailto:li.lei@acme.example\n"
            "ATTENDEE;PARTSTAT=ACCEPTED;CN=3楼会议室301:mailto:a301@acme.example\n"
            "ATTENDEE;PARTSTAT=ACCEPTED;CN=Mars (12):mailto:mars@acme.example\n"
            "ATTENDEE;PARTSTAT=ACCEPTED;CN=Projector 2:mailto:p2@acme.example\n"
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:confroom302@acme.example"
        )
    )

    assert {part.mention.name for part in meeting.participations} == {"Me", "Li Lei", ""}
