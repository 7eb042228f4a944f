"""A calendar's whole way: from the file to ties and days to remember."""

from datetime import date

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.people.occasions import LunarDay
from renmai.queries.people.occasions import occasions_of, upcoming_occasions
from renmai.store.models import Fact, Interaction, Person, Tie
from renmai.upkeep.ties.ties import fresh_ties
from tests.sources.ics.calendars import calendar

pytestmark = pytest.mark.django_db(transaction=True)

MONTHLY = """
    UID:monthly@example.org
    DTSTAMP:20260301T000000Z
    DTSTART;TZID=Asia/Shanghai:20240105T100000
    DTEND;TZID=Asia/Shanghai:20240105T110000
    RRULE:FREQ=MONTHLY;BYDAY=1FR
    SUMMARY:Monthly
    ORGANIZER;CN=Me:mailto:me@example.org
    ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.org
    ATTENDEE;CN=Ada;PARTSTAT=ACCEPTED:mailto:ada@example.org
"""
INVITED = """
    UID:invited@example.org
    DTSTAMP:20260301T000000Z
    DTSTART:20250106T020000Z
    RRULE:FREQ=WEEKLY;COUNT=60
    ORGANIZER;CN=Me:mailto:me@example.org
    ATTENDEE;CN=Bob;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bob@example.org
"""
UNNAMED = """
    UID:unnamed@example.org
    DTSTAMP:20260301T000000Z
    DTSTART:20260105T020000Z
    ATTENDEE;CN=Charles;PARTSTAT=ACCEPTED:mailto:charles@example.org
"""
BIRTHDAYS = (
    "UID:b1\nDTSTART;VALUE=DATE:20260410\nRRULE:FREQ=YEARLY\nSUMMARY:李雷的生日",
    "UID:b2\nDTSTART;VALUE=DATE:20250331\nRRULE:FREQ=YEARLY\nSUMMARY:罗景和的农历生日",
)


@pytest.fixture
def book(viewer, now, tmp_path):
    """A book, and a way to import a calendar's text into it."""

    def bring(text: str, me=("me@example.org",)):
        path = tmp_path / "calendar.ics"
        path.write_text(text, "utf-8")
        return import_paths(viewer, [path], now=now, me=me)

    bring.viewer = viewer
    return bring


def ties_of(viewer, now) -> dict[str, Tie]:
    fresh_ties(viewer, viewer.end_of(now.date()))
    return {
        tie.person.name: tie for tie in Tie.objects.filter(owner_id=viewer.owner_id).select_related("person")
    }


def test_a_monthly_hour_for_two_years_is_a_strong_tie_without_any_mail(book, now):
    report = book(calendar(MONTHLY))

    assert report.problems == ()
    assert ties_of(book.viewer, now)["Ada"].tie_class == "strong"


def test_sixty_invitations_never_answered_are_no_tie(book, now):
    book(calendar(INVITED))
    tie = ties_of(book.viewer, now)["Bob"]

    assert tie.tie_class == "pseudo"
    assert (tie.acts_out, tie.acts_in) == (60, 0)


def test_what_lies_after_today_is_not_contact(book, now):
    book(calendar(MONTHLY))
    tie = ties_of(book.viewer, now)["Ada"]

    assert Interaction.objects.count() > 40
    assert tie.acts_out == tie.acts_in == 26


def test_the_owner_of_the_book_was_in_their_calendars_meetings(book, now):
    book(calendar(UNNAMED), me=())

    assert Person.objects.filter(is_me=True).count() == 1
    assert list(ties_of(book.viewer, now)) == ["Charles"]
    assert Person.objects.filter(is_me=False).count() == 1


def test_a_calendar_alone_leaves_open_which_addresses_are_the_owners(book):
    report = book(calendar(UNNAMED), me=())

    assert [because.code for because in report.because] == ["who_are_you"]
    assert report.because[0].numbers == {"handles": "charles@example.org"}
    assert book(calendar(UNNAMED)).because == ()


def test_the_owner_named_and_unnamed_in_one_meeting_counts_once(book, now):
    book(calendar(UNNAMED + "ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.org"))
    tie = ties_of(book.viewer, now)["Charles"]

    assert (tie.acts_out, tie.acts_in, tie.days_active) == (1, 1, 1)


def test_the_same_calendar_again_adds_nothing(book):
    first, again = (book(calendar(MONTHLY, INVITED, UNNAMED, *BIRTHDAYS)) for _ in range(2))

    assert first.records_new == 5
    assert (again.records_read, again.records_new, again.interactions_new, again.people_new) == (5, 0, 0, 0)


def test_a_newer_export_moves_a_meeting_and_takes_a_cancelled_one_away(book, now):
    book(calendar(UNNAMED, INVITED))
    book(calendar(UNNAMED.replace("20260105", "20260106"), INVITED + "STATUS:CANCELLED"))

    assert [f"{moment:%Y-%m-%d}" for moment in moments()] == ["2026-01-06"]
    assert "Bob" not in ties_of(book.viewer, now)


def moments():
    from datetime import UTC, datetime

    return [
        datetime.fromtimestamp(at, UTC) for at in Interaction.objects.values_list("at_epoch_s", flat=True)
    ]


def test_birthdays_of_a_calendar_come_up_solar_and_lunar(book):
    book(calendar(*BIRTHDAYS))
    cards = upcoming_occasions(book.viewer, today=date(2026, 4, 7), within_days=14)

    assert [(card.name, card.on, card.days_until, card.lunar) for card in cards] == [
        ("李雷", date(2026, 4, 10), 3, None),
        ("罗景和", date(2026, 4, 19), 12, LunarDay(3, 3)),
    ]


def test_a_day_is_one_persons_and_said_once(book):
    book(calendar(*BIRTHDAYS))
    mention = Fact.objects.filter(value="--04-10").get().mention
    Fact.objects.create(mention=mention, kind="birthday", value="1990-04-10")
    cards = occasions_of(book.viewer, mention.person_id, today=date(2026, 4, 11))

    assert [(card.on, card.turning) for card in cards] == [(date(2027, 4, 10), 37)]
