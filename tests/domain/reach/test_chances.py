"""R3: chances of a step with honest bands: few count little, the newly met are no failures."""

import pytest

from renmai.domain.reach.chances import (
    FEWEST_TO_FIT,
    FLAT,
    Trials,
    chance,
    chances,
    fitted_prior,
    share_of_time,
)


def test_of_nobody_the_prior_is_told_with_its_band():
    found = chance(Trials(0, 0.0), FLAT, 0.2)

    assert found.mean == pytest.approx(0.2)
    assert (found.low, found.high) == pytest.approx((1 - 0.9**0.25, 1 - 0.1**0.25), abs=0.02)
    assert not found.is_surely_above and not found.is_surely_below


def test_a_band_narrows_as_more_is_seen_and_holds_the_rate():
    widths = [
        (found := chance(Trials(taken, 4.0 * taken), FLAT, 0.2)).high - found.low for taken in (1, 5, 25, 125)
    ]

    assert widths == sorted(widths, reverse=True)
    assert chance(Trials(125, 500.0), FLAT, 0.2).mean == pytest.approx(0.25, abs=0.01)


def test_something_is_sure_only_with_enough_behind_it():
    few, many = Trials(2, 4.0), Trials(20, 40.0)

    assert chance(many, FLAT, 0.2).is_surely_above and not chance(few, FLAT, 0.45).is_surely_above
    assert chance(Trials(0, 30.0), FLAT, 0.2).is_surely_below


def test_each_is_held_against_all_the_others():
    best, *others = chances([Trials(30, 40.0), Trials(4, 40.0), Trials(4, 40.0)])

    assert best.is_surely_above and all(each.is_surely_below for each in others)


def test_few_channels_take_the_flat_prior_and_many_alike_draw_together():
    few, alike = [Trials(2, 10.0)] * (FEWEST_TO_FIT - 1), [Trials(2, 10.0)] * 30

    assert fitted_prior([*few, Trials(0, 0.0)]) == FLAT
    prior = fitted_prior(alike)
    assert prior.a / (prior.a + prior.b) == pytest.approx(0.2, abs=0.05)
    assert prior.a + prior.b > FLAT.a + FLAT.b


def test_time_counts_by_its_share_of_the_horizon():
    assert [share_of_time(days, 100) for days in (-5, 0, 25, 100, 400)] == [0, 0, 0.25, 1, 1]
