"""A backtest on the owner's own book: kept while the ties are, honest where it can say nothing (T3)."""

import json
from datetime import timedelta

import pytest

from renmai.actions.ties.record_tie import record_tie
from renmai.domain.book.refusals import Refused
from renmai.queries.pages.people import people_page
from renmai.queries.ties.backtest import backtest_card
from renmai.upkeep.ties import computed_backtest
from tests.built_once import built_once
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Eight who are in touch weekly to this day, eight who stopped a year ago, eight who never answered."""
    box = Mailbox()
    for n in range(8):
        box.rounds(f"Lively {n} <l{n}@a.example>", range(2 + n, 400, 7))
        box.rounds(f"Gone {n} <g{n}@b.example>", range(300 + n, 420, 7))
        for day in range(120, 400, 30):
            box.add(ME, f"Deaf {n} <d{n}@c.example>", day)
    box.imported(viewer, tmp_path)
    return viewer


@pytest.fixture
def computed(monkeypatch):
    """How often the engine was asked."""
    asked = []
    compute = computed_backtest.computed_backtest

    def counted(*given, **options):
        asked.append(options)
        return compute(*given, **options)

    monkeypatch.setattr(computed_backtest, "computed_backtest", counted)
    return asked


def test_what_was_predicted_is_told_in_words_beside_what_was_observed(book):
    card = backtest_card(book, today=DAY)
    said = {because.code: because.numbers for because in card.because}

    assert (card.until_on - card.cutoff_on).days == 90
    assert (card.found["pairs"], card.found["pairs_in_touch"]) == (24, 8)
    assert said["backtest_top"]["found_count"] == 5 == said["backtest_top"]["top_count"]
    assert said["backtest_order"]["right_count"] == 100
    assert said["backtest_sum"]["observed_count"] == 8
    assert "backtest_rough" in said and f"backtest_model_{card.found['model']}" in said
    assert "backtest_gap" not in said, "tenths of two or three people tell chance"


def test_nothing_after_the_cut_off_changes_what_was_predicted(viewer, book, tmp_path):
    before = backtest_card(book, today=DAY).found
    later = Mailbox()
    later.raw = [b""] * 5000
    for n in range(8):
        later.rounds(f"Gone {n} <g{n}@b.example>", [5, 9, 20])
    later.imported(viewer, tmp_path)
    after = backtest_card(book, today=DAY).found

    assert after["pairs_in_touch"] == 16
    assert [band["predicted"] for band in after["bands"]] == pytest.approx(
        [band["predicted"] for band in before["bands"]], abs=1e-6
    )


def test_it_is_kept_until_a_tie_changes_or_another_day_or_horizon_is_looked_at(book, computed):
    first = backtest_card(book, today=DAY)
    assert backtest_card(book, today=DAY) == first
    assert len(computed) == 1

    person_id = people_page(book, today=DAY).rows[0].id
    record_tie(book, person_id, {"tie_class": "pseudo", "strength": 0.0}, now=TODAY)
    again = backtest_card(book, today=DAY)
    assert again.found == json.loads(json.dumps(first.found)), "the owner's word is not judged"
    assert len(computed) == 2

    backtest_card(book, today=DAY, horizon_days=60)
    backtest_card(book, today=DAY - timedelta(days=1))
    assert len(computed) == 4


@pytest.mark.parametrize(
    ("ago_days", "horizon_days", "code"),
    [(300, 90, "backtest_too_young"), (-400, 90, "backtest_too_still"), (0, 2, "backtest_too_few")],
)
def test_where_nothing_can_be_said_that_is_said(book, ago_days, horizon_days, code):
    with pytest.raises(Refused) as refused:
        backtest_card(book, today=DAY - timedelta(days=ago_days), horizon_days=horizon_days)
    assert refused.value.because.code == code


def test_an_empty_book_has_nothing_to_judge_by(viewer):
    with pytest.raises(Refused) as refused:
        backtest_card(viewer, today=DAY)
    assert refused.value.because.code == "backtest_no_traces"
