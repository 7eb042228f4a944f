"""The meeting brief: one page, what I owe first, in both languages (R7)."""

from datetime import timedelta

import pytest
from django.utils import translation

from renmai.actions.asks.record_favour import record_favour
from renmai.actions.people.record_agenda import record_agenda
from renmai.actions.people.record_birthday import record_birthday
from renmai.actions.people.record_how_met import record_how_met
from renmai.actions.people.record_own_note import record_own_note
from renmai.actions.reach.record_meeting import record_meeting
from renmai.actions.together.record_promise import record_promise
from renmai.actions.value.record_value import record_value
from renmai.domain.book.refusals import NotThere
from renmai.domain.reach.brief import MOST_LINES, MOST_POINTS, MOST_WORDS, BriefPart, words_to_read
from renmai.queries.pages.brief import brief_card
from renmai.shapes.reach.meetings import brief_markdown
from tests.books import person_called
from tests.queries.books import TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
WHEN = {"now": TODAY, "on": DAY}
ADA = "Ada Brook <ada@mill.example>"
LONG = "the beech handles for autumn and what they cost when two thousand sets are ordered at once, " * 3


@pytest.fixture
def ada(viewer, tmp_path):
    box = Mailbox()
    box.rounds(ADA, (130, 100, 70, 40, 10))
    box.add(ADA, "me@owner.example", 2, "When do the handles come?", subject="Beech handles")
    box.imported(viewer, tmp_path)
    return person_called(viewer, "Ada Brook").pk


def parts(viewer, person_id: int) -> dict[str, list[str]]:
    card = brief_card(viewer, person_id, today=DAY)
    return {part.about: [line.code for line in part.lines] for part in card.parts}


def fill(viewer, ada: int) -> None:
    """Note more of somebody than a page holds, every text too long."""
    for number in range(8):
        text = f"{number} {LONG}"[:200]
        record_agenda(viewer, ada, text, **WHEN)
        record_promise(viewer, ada, text, due_on=DAY, **WHEN)
        record_own_note(viewer, ada, text, **WHEN)
        for side in ("need", "offer"):
            record_value(viewer, ada, side, text, **WHEN)
            record_value(viewer, None, side, text, **WHEN)
        record_favour(viewer, ada, text, is_from_me=False, is_gift=True, today=DAY, **WHEN)
    record_how_met(viewer, ada, LONG[:200], **WHEN)
    record_birthday(viewer, ada, "1980-04-20", is_lunar=False, **WHEN)
    record_meeting(viewer, [ada], meets_on=DAY + timedelta(days=1), what="Autumn list", **WHEN)


def test_what_i_owe_comes_first_then_what_was_talked_about(viewer, ada):
    found = parts(viewer, ada)

    assert list(found)[:2] == [BriefPart.OWED, BriefPart.TOPICS]
    assert found[BriefPart.OWED] == ["now_owed"]
    card = brief_card(viewer, ada, today=DAY)
    topics = next(part for part in card.parts if part.about == BriefPart.TOPICS)
    assert (topics.lines[0].numbers["subject"], topics.lines[0].numbers["said"]) == (
        "Beech handles",
        "When do the handles come?",
    )


def test_what_is_not_known_becomes_a_question_until_it_is(viewer, ada):
    assert parts(viewer, ada)[BriefPart.QUESTIONS] == ["ask_need", "ask_offer"]
    record_value(viewer, ada, "offer", "bookbinding", **WHEN)

    found = parts(viewer, ada)
    assert found[BriefPart.QUESTIONS] == ["ask_need"]
    assert found[BriefPart.OFFERS] == ["brief_offer"]


def test_a_need_is_told_with_what_meets_it(viewer, ada):
    record_value(viewer, ada, "need", "packaging of paper for kitchen tools", **WHEN)
    record_value(viewer, None, "offer", "packaging of paper", **WHEN)

    card = brief_card(viewer, ada, today=DAY)
    needs = next(part for part in card.parts if part.about == BriefPart.NEEDS)
    assert (needs.lines[0].code, needs.lines[0].numbers["offer"]) == ("brief_need_mine", "packaging of paper")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_brief_stays_one_page_however_much_is_noted(viewer, ada, language):
    fill(viewer, ada)
    card = brief_card(viewer, ada, today=DAY)
    with translation.override(language):
        text = brief_markdown(card)

    assert words_to_read(text) <= MOST_WORDS
    assert "Autumn list" in text
    by_part = {part.about: part for part in card.parts}
    assert (len(by_part[BriefPart.OWED].lines), by_part[BriefPart.OWED].more) == (MOST_LINES, 14)
    assert (len(by_part[BriefPart.AGENDA].lines), by_part[BriefPart.AGENDA].more) == (MOST_POINTS, 3)


def test_since_the_date_was_set_only_what_came_later_is_told(viewer, ada):
    record_meeting(viewer, [ada], meets_on=DAY, now=TODAY, on=DAY - timedelta(days=5))
    card = brief_card(viewer, ada, today=DAY)
    [since] = next(part for part in card.parts if part.about == BriefPart.SINCE).lines

    assert since.numbers["subjects"] == ["Beech handles"]


def test_of_somebody_unknown_it_says_what_to_ask(viewer, tmp_path):
    box = Mailbox()
    box.add("Cy Dean <cy@hill.example>", ["x@y.example", "me@owner.example"], 5)
    box.rounds(ADA, (20,))
    box.imported(viewer, tmp_path)

    found = parts(viewer, person_called(viewer, "Cy Dean").pk)
    assert BriefPart.QUESTIONS in found


def test_nobody_prepares_for_themselves(viewer, ada):
    with pytest.raises(NotThere):
        brief_card(viewer, person_called(viewer, "me@owner.example").pk, today=DAY)
