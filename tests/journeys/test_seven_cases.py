"""Seven histories whose class nobody would doubt, from mail and calendar to People (T2, T3, T5)."""

from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from itertools import count

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.queries.pages.people import people_page
from tests.built_once import built_once
from tests.mail import mail

pytestmark = pytest.mark.django_db

ME = "me@owner.example"
TODAY = date(2026, 4, 16)
NOON = datetime(2026, 4, 16, 12, tzinfo=UTC)
_numbers = count(1)


def letter(sender, recipient, at, text, *, subject="Hello", answers=None, **headers):
    """Return one mail as mbox bytes, with its id."""
    number = f"<{next(_numbers)}@{sender.split('@')[1].rstrip('>')}>"
    fields = {
        "Message-ID": number,
        "From": sender,
        "To": recipient,
        "Subject": subject,
        "Date": format_datetime(at),
        **({"In-Reply-To": answers, "References": answers} if answers else {}),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    return number, mail(fields, text)


def newsletters_never_answered():
    for week in range(60):
        yield letter(
            "Weekly <letter@news.example>",
            ME,
            NOON - timedelta(weeks=week),
            "This week in paper",
            List_Unsubscribe="<https://news.example/u>",
        )[1]


def my_mails_never_answered():
    for week in range(60):
        yield letter(ME, "star@fame.example", NOON - timedelta(weeks=week), "May I ask you something?")[1]


def automatic_answers():
    for week in range(20):
        at = NOON - timedelta(weeks=week)
        first, raw = letter(ME, "away@office.example", at, "Are you there?")
        yield raw
        yield letter(
            "away@office.example",
            ME,
            at + timedelta(minutes=1),
            "I am out of the office.",
            subject="Automatic reply: Hello",
            answers=first,
            Auto_Submitted="auto-replied",
        )[1]


def one_polite_exchange():
    first, raw = letter(ME, "polite@new.example", NOON - timedelta(days=3), "Good to meet you.")
    yield raw
    yield letter("polite@new.example", ME, NOON - timedelta(days=2), "Likewise.", answers=first)[1]


def weekly_for_two_years():
    for week in range(104):
        at = NOON - timedelta(weeks=week, days=1)
        first, raw = letter(ME, "weekly@work.example", at, "How is the order?")
        yield raw
        yield letter("weekly@work.example", ME, at + timedelta(hours=5), "On its way.", answers=first)[1]


def once_close_then_silent():
    for step in range(100):
        at = NOON - timedelta(days=3 * 365 + 7 * step)
        first, raw = letter(ME, "old@friend.example", at, "What do you think?")
        yield raw
        yield letter("old@friend.example", ME, at + timedelta(hours=9), "Do it.", answers=first)[1]


def monthly_meeting_calendar():
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
    for month in range(24):
        start = NOON - timedelta(days=5 + 30 * month)
        yield (
            f"BEGIN:VEVENT\r\nUID:meeting-{month}\r\nDTSTAMP:20260401T000000Z\r\nSUMMARY:Catch up\r\n"
            f"DTSTART:{start:%Y%m%dT%H%M%SZ}\r\nDURATION:PT1H\r\n"
            f"ORGANIZER:mailto:{ME}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}\r\n"
            "ATTENDEE;CN=Monthly;PARTSTAT=ACCEPTED:mailto:monthly@tea.example\r\nEND:VEVENT\r\n"
        )
    yield "END:VCALENDAR\r\n"


@pytest.fixture
@built_once
def ties(viewer, tmp_path):
    """Each person's tie by their address, after the seven histories came in."""
    stories = (
        newsletters_never_answered,
        my_mails_never_answered,
        automatic_answers,
        one_polite_exchange,
        weekly_for_two_years,
        once_close_then_silent,
    )
    (tmp_path / "mail").write_bytes(b"".join(raw for story in stories for raw in story()))
    (tmp_path / "calendar").write_text("".join(monthly_meeting_calendar()), newline="")
    report = import_paths(viewer, [tmp_path / "mail", tmp_path / "calendar"], now=NOON, me=(ME,))
    assert report.problems == ()
    rows = people_page(viewer, today=TODAY, per_page=100).rows
    return {row.handles[0].removeprefix("mailto:"): row.tie for row in rows}


def test_one_way_traffic_is_a_pseudo_tie_in_either_direction(ties):
    assert ties["star@fame.example"].tie_class == "pseudo"
    assert "letter@news.example" not in ties or ties["letter@news.example"].tie_class == "pseudo"


def test_answers_written_by_a_machine_make_no_tie(ties):
    assert ties["away@office.example"].tie_class == "pseudo"


def test_one_polite_exchange_is_a_weak_tie(ties):
    assert ties["polite@new.example"].tie_class == "weak"


def test_sustained_exchange_is_a_strong_tie_by_mail_or_in_person(ties):
    assert ties["weekly@work.example"].tie_class == "strong"
    assert ties["monthly@tea.example"].tie_class == "strong"
    assert ties["weekly@work.example"].state == ties["monthly@tea.example"].state == "active"


def test_a_tie_once_strong_and_long_silent_is_dormant_and_still_strong(ties):
    assert ties["old@friend.example"].tie_class == "strong"
    assert ties["old@friend.example"].state == "dormant"


def test_strength_orders_the_seven_as_anybody_would(ties):
    strength = {name: tie.strength for name, tie in ties.items() if tie}
    pseudo = [strength.get(f"{name}.example", 0.0) for name in ("letter@news", "star@fame", "away@office")]

    assert max(pseudo) < strength["polite@new.example"] < strength["monthly@tea.example"]
    assert strength["polite@new.example"] < strength["weekly@work.example"]
    assert strength["old@friend.example"] < strength["polite@new.example"]
