"""What silence means (R6): the chance falls while they are silent, by their own habit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.replies import (
    HOUR_S,
    KNOTS_S,
    LATEST_S,
    NO_HABIT,
    PRIOR_CHANCE,
    PRIOR_SHAPE,
    SOONEST_S,
    ReplyHabit,
    habit_of,
    outlook_of,
    still_comes,
)

waits = st.lists(st.none() | st.floats(0, 90 * DAY_S), max_size=80)
habits = waits.map(habit_of)
outlooks = st.builds(outlook_of, habits, habits)
spans = st.floats(0, 100 * DAY_S)


@given(outlooks, spans, spans)
def test_a_longer_silence_never_raises_the_chance(outlook, one, other):
    shorter, longer = sorted((one, other))

    assert 0 <= outlook.still_comes(longer) <= outlook.still_comes(shorter) <= 1
    assert outlook.still_comes(0) == pytest.approx(outlook.chance)
    assert outlook.still_comes(KNOTS_S[-1]) == 0


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_chance_left_is_bayes_rule(chance, left):
    """In a thousand letters: those answered later, out of those not answered yet."""
    unanswered = 1000 * (1 - chance)
    later = 1000 * chance * left
    expected = later / (later + unanswered) if later + unanswered else 1.0

    assert still_comes(chance, left) == pytest.approx(expected)


@given(outlooks, st.floats(0.01, 0.97), st.floats(0.01, 0.97))
def test_a_quantile_is_when_that_share_has_come(outlook, one, other):
    less, more = sorted((one, other))

    assert outlook.within_s(less) <= outlook.within_s(more) <= KNOTS_S[-1]
    assert 1 - outlook.left(outlook.within_s(more)) == pytest.approx(more, abs=1e-6)


@given(outlooks)
def test_one_tries_again_no_sooner_than_two_days_and_no_later_than_three_weeks(outlook):
    assert SOONEST_S <= outlook.try_again_s <= LATEST_S
    assert not outlook.is_over(outlook.try_again_s)


@given(habits, habits)
def test_habits_add_up_and_can_be_taken_apart_again(one, other):
    assert one.plus(other).plus(other, times=-1) == one
    assert one.plus(NO_HABIT) == one


def test_where_nothing_is_known_the_prior_stands():
    nobody = outlook_of(NO_HABIT)

    assert nobody.chance == PRIOR_CHANCE
    assert nobody.later[0] == pytest.approx(1 - PRIOR_SHAPE[0])
    assert sum(PRIOR_SHAPE) == pytest.approx(1, abs=0.001)
    assert not nobody.is_known


def test_a_person_is_drawn_to_everybody_and_away_by_their_own_answers():
    """Everybody answers nine in ten within the hour; she answered none of five, he all of forty, slowly."""
    everybody = habit_of([0.5 * HOUR_S] * 900 + [None] * 100)
    stranger = outlook_of(NO_HABIT, everybody)
    she = outlook_of(habit_of([None] * 5), everybody)
    he = outlook_of(habit_of([6 * DAY_S] * 40), everybody)

    assert stranger.chance == pytest.approx(0.9, abs=0.01)
    assert she.chance == pytest.approx(0.45, abs=0.01)
    assert stranger.within_s(0.5) < HOUR_S < 5 * DAY_S < he.within_s(0.5) < 7 * DAY_S
    assert he.still_comes(3 * DAY_S) > 0.9 > 0.5 > stranger.still_comes(3 * DAY_S)


def test_an_answer_on_the_edge_of_a_span_counts_in_it_and_one_after_two_months_not_at_all():
    habit = habit_of([HOUR_S, HOUR_S + 1, KNOTS_S[-1], KNOTS_S[-1] + 1, None])

    assert habit == ReplyHabit(5, (1, 1, *[0] * (len(KNOTS_S) - 3), 1))
