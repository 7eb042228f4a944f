"""Editing a kept line: one decision changes words, people and day; one undo brings the old line back (C3)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from renmai.actions.book.restore_decision import restore_decision
from renmai.actions.book.undo_decision import SomethingRests, undo_by_number
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_last import undo_last
from renmai.actions.lines.log_line import log_line
from renmai.actions.people.record_person import record_person
from renmai.actions.together.record_promise_end import record_promise_end
from renmai.queries.book.history import history_page
from renmai.queries.lines.cards import NEW, NOBODY, LineAnswers
from renmai.queries.lines.kept import NoSuchLine, answers_to_new_words, kept_line
from renmai.queries.people.whom import whom
from renmai.store.models import Decision, Interaction, Person

TODAY = date(2026, 3, 2)
LINE = "昨天和张三、李四吃饭，张三在找供应链"


@pytest.fixture
def book(viewer, now):
    for name in ("张三", "李四"):
        record_person(viewer, name, now=now)
    return viewer


def log(book, now, text=LINE, answers=None, **more):
    return log_line(book, text, answers, now=now, today=TODAY, **more)


def edit(book, now, logged, text, answers=None):
    kept = kept_line(book, logged.decision_id)
    answers = answers or answers_to_new_words(book, kept, text)
    return log(book, now, text, answers, instead_of=logged.decision_id)


def told(book) -> list[tuple[str, str, str]]:
    """Return what stands: acts by kind, day and words; then needs and people."""
    acts = Interaction.objects.filter(owner_id=book.owner_id).order_by("pk")
    needs = Decision.objects.filter(owner_id=book.owner_id, kind="value", undone_at=None).order_by("pk")
    people = Person.objects.filter(owner_id=book.owner_id, is_person=True, is_me=False)
    return [
        *(
            (each.kind, str(datetime.fromtimestamp(each.at_epoch_s, UTC).date()), each.excerpt)
            for each in acts
        ),
        *(("need", "", each.payload["text"]) for each in needs),
        *(("person", "", name) for name in sorted(people.values_list("name", flat=True))),
    ]


def test_new_words_take_the_place_of_the_old_and_one_undo_brings_those_back(book, now):
    logged = log(book, now)
    before = told(book)
    changed = edit(book, now, logged, "昨天和张三喝茶，张三在找仓库")

    assert told(book) == [
        ("meal", "2026-03-01", "昨天和张三喝茶，张三在找仓库"),
        ("need", "", "仓库"),
        ("person", "", "张三"),
        ("person", "", "李四"),
    ]
    undo_last(book, now=now)
    assert told(book) == before
    restore_decision(book, changed.decision_id, now=now)
    assert [words for _, _, words in told(book)[:2]] == ["昨天和张三喝茶，张三在找仓库", "仓库"]


def test_it_is_undone_by_its_number_and_the_old_line_is_brought_back_by_its_own(book, now):
    logged = log(book, now)
    before = told(book)
    for take_back in (
        lambda changed: undo_by_number(book, changed.decision_id, now=now),
        lambda _changed: restore_decision(book, logged.decision_id, now=now),
    ):
        take_back(edit(book, now, logged, "昨天和张三喝茶"))
        assert told(book) == before


def test_a_line_edited_twice_comes_back_as_it_was_first(book, now):
    logged = log(book, now)
    before = told(book)
    second = edit(book, now, logged, "昨天和张三喝茶")
    edit(book, now, second, "昨天和李四喝茶")

    restore_decision(book, logged.decision_id, now=now)

    assert told(book) == before


def test_the_same_words_keep_who_when_and_what_was_answered(book, now):
    twin = record_person(book, "张三", now=now, is_new=True)
    said = LineAnswers(
        people={"张三": str(twin.person_id), "李四": NOBODY}, on=date(2026, 2, 20), left_out=frozenset({0})
    )
    logged = log(book, now, answers=said)
    kept = kept_line(book, logged.decision_id)

    assert (kept.text, kept.answers.on, kept.answers.left_out) == (LINE, said.on, said.left_out)
    assert kept.answers.people == said.people


def test_another_day_alone_moves_the_act(book, now):
    logged = log(book, now)
    kept = kept_line(book, logged.decision_id)
    log(
        book,
        now,
        answers=LineAnswers(people=kept.answers.people, on=date(2026, 2, 3)),
        instead_of=logged.decision_id,
    )

    assert told(book)[0][1] == "2026-02-03" and len(told(book)) == 4


def test_yesterday_stays_the_day_before_the_line_was_written(book, now):
    logged = log(book, now)
    kept = kept_line(book, logged.decision_id)
    text = "昨天和张三喝茶"
    log_line(
        book,
        text,
        answers_to_new_words(book, kept, text),
        now=now + timedelta(days=9),
        today=TODAY + timedelta(days=9),
        instead_of=logged.decision_id,
    )

    assert told(book)[0][1] == "2026-03-01"


def test_whoever_was_added_by_the_line_stays_while_it_names_them_through_edits_undo_and_rebuild(book, now):
    logged = log(book, now, "昨天和王五吃饭", LineAnswers(people={"王五": NEW}))
    second = edit(book, now, logged, "昨天和王五喝咖啡")
    third = edit(book, now, second, "昨天和王五、李四喝咖啡")
    rebuild_book(book, now=now)
    assert [name for kind, _, name in told(book) if kind == "person"] == ["张三", "李四", "王五"]
    assert len(whom(book, "王五").people) == 1

    undo_by_number(book, third.decision_id, now=now)
    assert [words for _, _, words in told(book)][0] == "昨天和王五喝咖啡"
    edit(book, now, second, "昨天和李四喝咖啡")
    assert [name for kind, _, name in told(book) if kind == "person"] == ["张三", "李四"]


def test_a_line_whose_promise_was_kept_since_is_not_edited_away(book, now):
    logged = log(book, now, "昨天和张三吃饭，我答应周五前发他名单")
    before = told(book)
    record_promise_end(book, logged.made_with[0], now=now, on=TODAY)

    with pytest.raises(SomethingRests):
        edit(book, now, logged, "昨天和张三喝茶")
    assert told(book) == before


def test_a_line_that_is_gone_or_never_was_is_no_line(book, now):
    logged = log(book, now)
    undo_last(book, now=now)

    for number in (logged.decision_id, 10**9):
        with pytest.raises(NoSuchLine):
            log(book, now, instead_of=number)


def test_the_history_keeps_both_with_the_old_one_undone(book, now):
    logged = log(book, now)
    edit(book, now, logged, "昨天和张三喝茶")
    lines = [each for each in history_page(book).rows if each.kind == "line"]

    assert [(each.text, each.undone_at is None) for each in lines] == [
        ("昨天和张三喝茶", True),
        (LINE, False),
    ]
