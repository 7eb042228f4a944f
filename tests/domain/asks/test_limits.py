"""The limits of asking follow the owner's own outcomes (V7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.asks.limits import ENOUGH_OUTCOMES, AskOutcome, Ending, Limits, Tally, learnt

GRANTED, DECLINED, IGNORED = AskOutcome.GRANTED, AskOutcome.DECLINED, AskOutcome.IGNORED
endings = st.builds(Ending, st.floats(0, 4), st.floats(0, 4), st.sampled_from(list(AskOutcome)))


def of(*loads: float, outcome: str = GRANTED) -> list[Ending]:
    return [Ending(load, 0.0, outcome) for load in loads]


def test_nothing_known_leaves_the_lines_as_shipped():
    assert learnt([], Limits()) == Limits()


def test_the_lines_stay_until_enough_asks_have_ended_and_say_what_is_known():
    found = learnt(of(*[1.5] * (ENOUGH_OUTCOMES - 1)), Limits())
    assert (found.ask_points, found.is_learnt) == (Limits().ask_points, False)
    assert (found.ended, found.within, found.beyond) == (7, Tally(0, 0), Tally(7, 7))


def test_asks_granted_beyond_the_line_move_it_outwards():
    found = learnt(of(*[0.5] * 4, *[1.3] * 6), Limits())
    assert found.is_learnt and 4.6 < found.ask_points <= 8.0
    assert found.owed_points == 3.0


@pytest.mark.parametrize("outcome", [DECLINED, IGNORED])
def test_asks_refused_within_the_line_move_it_inwards(outcome):
    found = learnt([*of(*[0.4] * 4), *of(*[0.9] * 6, outcome=outcome)], Limits())
    assert found.is_learnt and 2.0 <= found.ask_points < 3.5


def test_outcomes_far_from_every_line_say_nothing():
    found = learnt([*of(*[0.1] * 10), *of(*[9.0] * 10, outcome=DECLINED)], Limits())
    assert found.ask_points == Limits().ask_points and not found.is_learnt


def test_owing_is_learnt_apart_from_asking():
    found = learnt([Ending(0.1, 1.3, GRANTED)] * 9, Limits())
    assert found.owed_points > 3.0 and found.ask_points == Limits().ask_points


@given(st.lists(endings, min_size=ENOUGH_OUTCOMES, max_size=20), st.integers(0, 19))
def test_a_no_that_had_been_a_yes_would_never_have_made_a_line_stricter(some, place):
    place %= len(some)
    kinder = [each._replace(outcome=GRANTED) if n == place else each for n, each in enumerate(some)]
    before, after = learnt(some, Limits()), learnt(kinder, Limits())
    assert after.ask_points >= before.ask_points and after.owed_points >= before.owed_points


@given(st.lists(endings, max_size=20), st.randoms())
def test_the_order_of_endings_makes_no_difference_and_lines_stay_within_bounds(some, random):
    shuffled = list(some)
    random.shuffle(shuffled)
    one, other = learnt(some, Limits()), learnt(shuffled, Limits())
    assert one.ask_points == pytest.approx(other.ask_points, abs=0.41)
    assert 2.0 <= one.ask_points <= 8.0 and 1.5 <= one.owed_points <= 6.0
