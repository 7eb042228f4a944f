"""The three lines of now on a person's page: what is open, what they need, when to be in touch (FACES 2a)."""

from datetime import timedelta

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.people.record_agenda import record_agenda
from renmai.actions.ties.record_tier import record_tier
from renmai.actions.together.record_promise import record_promise
from renmai.actions.value.record_value import record_value
from renmai.queries.pages.person import person_card
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox
from tests.traces import address_book, card

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
WHEN = {"now": TODAY, "on": DAY}
ADA = "Ada Brook <ada@mill.example>"


@pytest.fixture
def ada(viewer, tmp_path):
    box = Mailbox()
    box.rounds(ADA, (130, 100, 70, 40, 10))
    box.imported(viewer, tmp_path)
    return person_called(viewer, "Ada Brook").pk


def now(viewer, person_id: int, days_later: int = 0):
    return person_card(viewer, person_id, today=DAY + timedelta(days=days_later)).now


def codes(viewer, person_id: int) -> list[str]:
    return [because.code for because in now(viewer, person_id).open]


def test_nothing_open_says_so_and_each_note_opens_a_line(viewer, ada):
    assert codes(viewer, ada) == ["now_nothing_open"]
    record_promise(viewer, ada, "the plan", due_on=DAY, **WHEN)
    record_agenda(viewer, ada, "her move", **WHEN)
    record_agenda(viewer, ada, "the fair", **WHEN)
    promised, raised = now(viewer, ada).open
    assert (promised.code, promised.numbers) == (
        "now_promised_by",
        {"what": "the plan", "due_on": DAY.isoformat()},
    )
    assert (raised.code, raised.numbers["what"]) == ("now_raise", ["her move", "the fair"])


def test_a_question_of_theirs_waits_first_of_all(viewer, tmp_path):
    box = Mailbox()
    box.rounds(ADA, (100, 70, 40))
    box.add(ADA, ME, 3, "Could you send me the plan?", subject="Plan")
    box.imported(viewer, tmp_path)
    ada = person_called(viewer, "Ada Brook").pk
    record_promise(viewer, ada, "the plan", **WHEN)
    assert codes(viewer, ada) == ["now_owed", "now_promised"]
    assert now(viewer, ada).open[0].numbers == {"wait_days": 3}


def test_what_they_need_is_named_or_said_to_be_unknown(viewer, ada):
    assert now(viewer, ada).needs.code == "now_needs_unknown"
    record_value(viewer, ada, "need", "a printer", **WHEN)
    assert now(viewer, ada).needs.numbers == {"name": "Ada", "what": ["a printer"]}


def test_when_to_be_in_touch_goes_by_the_tier_and_turns_late(viewer, ada):
    record_tier(viewer, ada, 50, **WHEN)
    near = now(viewer, ada)
    assert (near.touch.code, near.touch.numbers["rhythm_days"], near.is_due) == ("now_touch_by", 30, False)
    late = now(viewer, ada, days_later=40)
    assert (late.touch.code, late.is_due) == ("now_touch_late", True)


def test_of_somebody_with_only_an_address_one_step_is_said(viewer, ada, tmp_path):
    book = address_book(tmp_path / "c.vcf", card("1", "Noor Haddad", "EMAIL:noor@far.example"))
    import_paths(viewer, [book], now=TODAY)
    noor = person_called(viewer, "Noor Haddad").pk
    shown = person_card(viewer, noor, today=DAY)
    assert shown.now.first_step.code == "now_first_step"
    assert person_card(viewer, ada, today=DAY).now.first_step is None
