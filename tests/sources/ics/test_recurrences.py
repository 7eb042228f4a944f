"""How often a meeting comes back: every rule ends, and agrees with a library that follows rules freely."""

import time
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.sources.ics.recurrences import MOST_INSTANCES, RefusedRule, expanded
from tests.sources.ics.calendars import calendar, codes, meetings, starts

START = datetime.fromisoformat("2024-01-29T09:30")
UNTIL = datetime.fromisoformat("2028-12-31")
LONG_AGO = datetime.fromisoformat("1990-01-01")
MEETING = """
    UID:weekly@example.org
    DTSTAMP:20240201T000000Z
    DTSTART;TZID=Europe/Berlin:20240318T100000
    DTEND;TZID=Europe/Berlin:20240318T110000
    ATTENDEE:mailto:ada@example.org
"""


def days(rule: str, start: datetime = START, until: datetime = UNTIL) -> list[str]:
    return [f"{at:%Y-%m-%d}" for at in expanded(start, [rule], until).starts]


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        ("FREQ=DAILY;COUNT=3", ["2024-01-29", "2024-01-30", "2024-01-31"]),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3", ["2024-01-29", "2024-02-12", "2024-02-26"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["2024-01-29", "2024-02-23", "2024-03-29"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2", ["2024-01-29", "2024-01-31", "2024-03-31"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2", ["2024-01-29", "2024-02-29", "2028-02-29"]),
        ("FREQ=WEEKLY;UNTIL=20240212", ["2024-01-29", "2024-02-05", "2024-02-12"]),
        ("freq=weekly; byday=mo,we; count=3", ["2024-01-29", "2024-01-31", "2024-02-05"]),
    ],
)
def test_a_rule_is_followed_from_the_first_meeting(rule, first):
    assert days(rule) == first


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=WEEKLY;BYMONTH=2;BYSETPOS=99;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=YEARLY;BYYEARDAY=1;INTERVAL=999999",
        "FREQ=DAILY;INTERVAL=999999;COUNT=999999",
    ],
)
def test_a_rule_that_never_matches_ends_all_the_same(rule):
    began = time.perf_counter()

    assert days(rule) == ["2024-01-29"]
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=10", "FREQ=HOURLY;INTERVAL=24"])
def test_what_comes_back_more_often_than_daily_is_refused(rule):
    with pytest.raises(RefusedRule) as refused:
        expanded(START, [rule], UNTIL)

    assert refused.value.code == "ics_recurrence_finer_than_a_day"


def test_times_of_a_day_are_followed_up_to_four():
    assert len(expanded(START, ["FREQ=DAILY;BYHOUR=9,14;COUNT=4"], UNTIL).starts) == 4
    with pytest.raises(RefusedRule) as refused:
        expanded(START, ["FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,30"], UNTIL)

    assert refused.value.code == "ics_recurrence_finer_than_a_day"


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=",
        "FREQ=SOMETIMES",
        "COUNT=3",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;BYDAY=XX",
    ]
    + ["FREQ=YEARLY;BYMONTH=13", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=DAILY;COUNT=9999999999999999999", "FREQ"],
)
def test_a_rule_that_means_nothing_is_refused(rule):
    with pytest.raises(RefusedRule) as refused:
        expanded(START, [rule], UNTIL)

    assert refused.value.code == "ics_recurrence_not_understood"


def test_the_first_meeting_is_kept_where_its_rule_is_refused():
    text = calendar(MEETING + "RRULE:FREQ=SECONDLY")

    assert starts(text) == ["2024-03-18 09:00"]
    assert codes(text) == ["ics_recurrence_finer_than_a_day"]


def test_a_rule_of_another_calendar_is_refused_by_name():
    text = calendar(MEETING + "RRULE:RSCALE=HEBREW;FREQ=YEARLY")

    assert codes(text) == ["ics_recurrence_in_another_calendar"]


def test_the_latest_of_too_many_are_kept_and_the_rest_counted():
    found = expanded(LONG_AGO, ["FREQ=DAILY"], UNTIL)

    assert len(found.starts) == MOST_INSTANCES
    assert found.starts[-1] == UNTIL
    assert found.total == (UNTIL - LONG_AGO).days + 1


def test_a_meeting_stays_at_its_hour_when_the_clocks_change():
    assert starts(calendar(MEETING + "RRULE:FREQ=WEEKLY;COUNT=3")) == [
        "2024-03-18 09:00",
        "2024-03-25 09:00",
        "2024-04-01 08:00",
    ]


def test_an_endless_meeting_reaches_two_years_beyond_the_newest_note_of_the_file():
    found = starts(calendar(MEETING + "RRULE:FREQ=WEEKLY"))

    assert found[-1] == "2026-12-28 09:00"


def test_every_instance_is_an_act_of_its_own_in_one_thread():
    found = meetings(calendar(MEETING + "RRULE:FREQ=WEEKLY;COUNT=2"))

    assert [meeting.external_id for meeting in found] == [
        "weekly@example.org#20240318T090000Z",
        "weekly@example.org#20240325T090000Z",
    ]
    assert {meeting.thread for meeting in found} == {"weekly@example.org"}


@pytest.mark.parametrize(
    "exception",
    [
        "EXDATE;TZID=Europe/Berlin:20240325T100000",
        "EXDATE:20240325T090000Z",
        "EXDATE;VALUE=DATE:20240325",
        "EXDATE;TZID=Europe/Berlin:20240325T100000,20240326T100000",
        "EXDATE;TZID=Asia/Shanghai:20240325T170000",
    ],
)
def test_a_cancelled_instance_did_not_take_place(exception):
    text = calendar(MEETING + "RRULE:FREQ=WEEKLY;COUNT=3\n" + exception)

    assert starts(text) == ["2024-03-18 09:00", "2024-04-01 08:00"]


@pytest.mark.parametrize(
    "added",
    [
        "RDATE:20240320T080000Z",
        "RDATE;VALUE=PERIOD:20240320T080000Z/PT2H",
        "RDATE;TZID=Asia/Tokyo:20240320T170000",
    ],
)
def test_an_added_date_is_an_instance(added):
    assert starts(calendar(MEETING + added)) == ["2024-03-18 09:00", "2024-03-20 08:00"]


MOVED = (
    MEETING.replace(
        "DTSTART;TZID=Europe/Berlin:20240318T100000", "DTSTART;TZID=Europe/Berlin:20240326T140000"
    )
    + """
    RECURRENCE-ID;TZID=Europe/Berlin:20240325T100000
"""
)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_moved_instance_takes_the_place_of_its_original(is_first):
    series = MEETING + "RRULE:FREQ=WEEKLY;COUNT=3"
    found = starts(calendar(*([MOVED, series] if is_first else [series, MOVED])))

    assert sorted(found) == ["2024-03-18 09:00", "2024-03-26 13:00", "2024-04-01 08:00"]


def test_a_moved_instance_keeps_the_name_of_its_original():
    (found,) = meetings(calendar(MOVED))

    assert found.external_id == "weekly@example.org#20240325T090000Z"


def test_a_cancelled_override_takes_its_instance_away():
    text = calendar(MEETING + "RRULE:FREQ=WEEKLY;COUNT=3", MOVED + "STATUS:CANCELLED")

    assert starts(text) == ["2024-03-18 09:00", "2024-04-01 08:00"]


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_it_agrees_with_a_library_on_what_rules_mean(data):
    rule = ";".join(filter(None, (data.draw(parts) for parts in RULE_PARTS)))
    start = data.draw(st.datetimes(LONG_AGO, UNTIL)).replace(second=0, microsecond=0)
    until = start + timedelta(days=700)
    ours = list(expanded(start, [rule], until).starts)

    event = icalendar.Event.from_ical(
        f"BEGIN:VEVENT\r\nUID:1\r\nDTSTART:{start:%Y%m%dT%H%M%S}Z\r\nRRULE:{rule}\r\nEND:VEVENT\r\n"
    )
    holder = icalendar.Calendar()
    holder.add_component(event)
    query = recurring_ical_events.of(holder).between(
        start.replace(tzinfo=UTC), (until + timedelta(seconds=1)).replace(tzinfo=UTC)
    )
    theirs = sorted(found.start.replace(tzinfo=None) for found in query)

    assert sorted({start, *theirs}) == ours


WEEKDAYS = st.lists(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True
)
RULE_PARTS = (
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"]),
    st.just("") | st.integers(1, 5).map("INTERVAL={}".format),
    st.just("") | st.integers(1, 12).map("BYMONTH={}".format),
    st.just("") | WEEKDAYS.map(lambda days: f"BYDAY={','.join(days)}"),
    st.just("") | st.integers(-31, 31).filter(bool).map("BYMONTHDAY={}".format),
    st.just("") | st.integers(1, 30).map("COUNT={}".format),
)
