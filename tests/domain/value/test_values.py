"""Values (V1 to V3): freshness, ways, the question that finds out, the quarterly review."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.value.values import (
    Effective,
    Importance,
    Origin,
    Side,
    Value,
    effective,
    finding_out,
    freshness,
    review_due,
    weight,
)

DAY = date(2026, 4, 16)


def value(side: str = Side.NEED, **said) -> Value:
    return Value(key="1", person_id=7, side=side, text="a printer", **{"noted_on": DAY, **said})


@given(st.sampled_from(Side), st.integers(0, 2000), st.integers(1, 500))
def test_what_is_older_counts_less(side, days, more):
    younger, older = (value(side, noted_on=DAY - timedelta(days=d)) for d in (days, days + more))
    assert 0 <= freshness(older, DAY) < freshness(younger, DAY) <= 1


def test_a_need_fades_in_half_a_year_an_offer_in_two():
    assert freshness(value(noted_on=DAY - timedelta(days=180)), DAY) == 0.5
    assert freshness(value(Side.OFFER, noted_on=DAY - timedelta(days=720)), DAY) == 0.5


def test_with_a_last_day_it_counts_until_then_and_not_after():
    until = DAY + timedelta(days=3)
    assert freshness(value(noted_on=DAY - timedelta(days=900), until=until), DAY) == 0.5
    assert (
        freshness(value(until=until), until) > 0 == freshness(value(until=until), until + timedelta(days=1))
    )


def test_a_guess_counts_half_and_what_matters_double():
    assert (
        weight(value(origin=Origin.GUESS), DAY) == 0.5 and weight(value(importance=Importance.HIGH), DAY) == 2
    )


@pytest.mark.parametrize(
    ("i_give", "offers", "ways", "questions"),
    [
        (True, 1, Effective.BOTH, []),
        (True, 0, Effective.I_FOR_THEM, ["ask_offer"]),
        (False, 1, Effective.THEY_FOR_ME, ["ask_another_need"]),
        (False, 0, Effective.NEITHER, ["ask_another_need", "ask_offer"]),
    ],
)
def test_where_a_way_is_not_named_a_question_would_find_it_out(i_give, offers, ways, questions):
    """V3."""
    need, has = [value()], [value(Side.OFFER)] * offers
    found = effective([*need, *has], i_give=i_give, they_give=False)
    assert found == ways
    assert [each.code for each in finding_out(found, "Ada", need, has)] == questions


def test_of_somebody_of_whom_nothing_is_known_both_are_asked():
    found = finding_out(Effective.NEITHER, "Ada", [], [])
    assert [each.code for each in found] == ["ask_need", "ask_offer"]


@pytest.mark.parametrize(
    ("reviewed", "first", "code"),
    [
        (None, None, "value_none"),
        (None, DAY - timedelta(days=91), None),
        (None, DAY - timedelta(days=92), "value_never_reviewed"),
        (DAY - timedelta(days=91), DAY - timedelta(days=400), None),
        (DAY - timedelta(days=92), DAY - timedelta(days=400), "value_review_due"),
    ],
)
def test_a_quarter_after_the_last_look_a_review_is_due(reviewed, first, code):
    """V1."""
    found = review_due(reviewed, first, DAY)
    assert (found.code if found else None) == code
