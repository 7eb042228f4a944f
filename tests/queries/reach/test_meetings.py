"""Meetings at hand, from a calendar and by hand, and those of which nothing is written down yet (R7)."""

from datetime import date, time, timedelta

import pytest

from renmai.actions.book.noting import NobodyToNote, NoSuchNote, NothingSaid, TextTooLong
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.lines.log_line import log_line
from renmai.actions.people.record_gone import record_gone
from renmai.actions.reach.record_meeting import (
    MeetingIsPast,
    record_meeting,
    record_meeting_moved,
    record_meeting_off,
)
from renmai.domain.reach.meetings import ASKED_AFTER_DAYS, LONGEST_WHAT
from renmai.queries.lines.cards import LineAnswers
from renmai.queries.reach.meetings import meetings_card, next_meeting_with
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
WHEN = {"now": TODAY, "on": DAY}
ADA, BO = "Ada Brook <ada@mill.example>", "Bo Larsen <bo@quay.example>"
TEN_DAYS_ON = DAY + timedelta(days=10)


@pytest.fixture
def two(viewer, tmp_path):
    box = Mailbox()
    box.rounds(ADA, (30, 10))
    box.rounds(BO, (30, 10))
    box.imported(viewer, tmp_path)
    return tuple(person_called(viewer, name).pk for name in ("Ada Brook", "Bo Larsen"))


def calendar(viewer, folder, *events: tuple[str, str, str]) -> None:
    """Import a calendar of events: a moment like 20260418T150000Z, what about, and with whom."""
    blocks = (
        f"BEGIN:VEVENT\nUID:{at}-{guest}\nDTSTART:{at}\nDURATION:PT1H\nSUMMARY:{what}\nORGANIZER:mailto:{ME}\n"
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{guest}\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}\nEND:VEVENT\n"
        for at, what, guest in events
    )
    path = folder / "meetings.ics"
    path.write_text("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//tests//\n" + "".join(blocks) + "END:VCALENDAR\n")
    import_paths(viewer, [path], now=TODAY, me=(ME,))


def coming(viewer, today: date = DAY):
    return meetings_card(viewer, today=today).coming


def test_a_calendar_tells_whom_one_meets_at_the_owner_s_hour(viewer, two, tmp_path):  # in Shanghai
    calendar(viewer, tmp_path, ("20260418T150000Z", "Handles", "ada@mill.example"))
    [meeting] = coming(viewer)

    assert (meeting.people, meeting.on, meeting.hour) == (
        ((two[0], "Ada Brook"),),
        date(2026, 4, 18),
        "23:00",
    )
    assert (meeting.what, meeting.in_days, meeting.is_in_calendar) == ("Handles", 2, True)
    assert not coming(viewer, date(2026, 4, 1))  # further ahead than one prepares


def test_a_meeting_by_hand_with_two_people_is_one_and_one_undo_takes_it_back(viewer, two):
    number = record_meeting(
        viewer, two, meets_on=TEN_DAYS_ON, at=time(19), what="Dinner", place="Quay", **WHEN
    )
    [meeting] = coming(viewer)

    assert [name for _, name in meeting.people] == ["Ada Brook", "Bo Larsen"]
    assert (meeting.hour, meeting.what, meeting.place, meeting.arranged_on) == (
        "19:00",
        "Dinner",
        "Quay",
        DAY,
    )
    assert number in meeting.numbers
    undo_decision(viewer, number, now=TODAY)
    assert coming(viewer) == ()


def test_the_same_again_is_nothing_new(viewer, two):
    said = {"meets_on": TEN_DAYS_ON, "what": "Dinner", **WHEN}

    assert record_meeting(viewer, two[:1], **said) is not None
    assert record_meeting(viewer, two[:1], **said) is None


def test_a_meeting_moves_to_another_day_and_may_be_called_off(viewer, two):
    number = record_meeting(viewer, two[:1], meets_on=TEN_DAYS_ON, **WHEN)
    assert record_meeting_moved(viewer, number, meets_on=TEN_DAYS_ON, **WHEN) is None
    record_meeting_moved(viewer, number, meets_on=DAY, at=time(9, 30), **WHEN)
    assert [(each.on, each.hour) for each in coming(viewer)] == [(DAY, "09:30")]

    record_meeting_off(viewer, number, **WHEN)
    assert coming(viewer) == ()
    for act in (record_meeting_off, lambda *a, **w: record_meeting_moved(*a, meets_on=TEN_DAYS_ON, **w)):
        with pytest.raises(NoSuchNote):
            act(viewer, number, **WHEN)


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"meets_on": None}, NothingSaid),
        ({"meets_on": DAY - timedelta(days=1)}, MeetingIsPast),
        ({"meets_on": DAY, "what": "x" * (LONGEST_WHAT + 1)}, TextTooLong),
    ],
)
def test_what_cannot_be_arranged_is_refused_and_nothing_kept(viewer, two, said, refused):
    with pytest.raises(refused):
        record_meeting(viewer, two, **said, **WHEN)
    assert coming(viewer) == ()


def test_nobody_meets_themselves(viewer, two):
    me = person_called(viewer, "me@owner.example").pk
    with pytest.raises(NobodyToNote):
        record_meeting(viewer, [two[0], me], meets_on=DAY, **WHEN)
    assert coming(viewer) == ()


def test_who_is_archived_is_not_met(viewer, two):
    record_meeting(viewer, two, meets_on=DAY, what="Tea", **WHEN)
    record_gone(viewer, two[0], "archived", now=TODAY, on=DAY)

    assert [name for meeting in coming(viewer) for _, name in meeting.people] == ["Bo Larsen"]


def test_the_next_meeting_with_somebody_is_theirs_and_the_first(viewer, two):
    for on in (TEN_DAYS_ON, DAY + timedelta(days=1)):
        record_meeting(viewer, two[:1], meets_on=on, **WHEN)

    assert next_meeting_with(viewer, two[0], today=DAY).in_days == 1
    assert next_meeting_with(viewer, two[1], today=DAY) is None


def test_what_came_of_a_meeting_is_asked_for_two_days_until_a_line_says_it(viewer, two, tmp_path):
    calendar(viewer, tmp_path, ("20260416T080000Z", "Handles", "ada@mill.example"))

    def unwritten(days_later: int):
        return meetings_card(viewer, today=DAY + timedelta(days=days_later)).unwritten

    assert [len(unwritten(days)) for days in (0, 1, ASKED_AFTER_DAYS, ASKED_AFTER_DAYS + 1)] == [0, 1, 1, 0]
    log_line(
        viewer,
        "They like the beech handles",
        LineAnswers(also=two[:1], kind="meeting", on=DAY),
        now=TODAY,
        today=DAY + timedelta(days=1),
    )
    assert unwritten(1) == ()
    assert coming(viewer)[0].what == "Handles"  # what was written down is no second meeting
    assert len(coming(viewer)) == 1
