"""R3: a funnel counts who took each step, and gives whoever was met lately only the time they had."""

from datetime import date, timedelta

import pytest

from renmai.domain.reach.funnels import FunnelStep, MetPerson, funnel_of, yields_of

TODAY = date(2026, 4, 16)


def met(number, days_ago, tie_class="pseudo", **more):
    on = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return MetPerson(person_id=number, on=on, tie_class=tie_class, **more)


def test_each_step_counts_those_who_took_it():
    people = [met(1, 900), met(2, 900, "weak", cooperations=1), met(3, 900, "strong", acts_out=10)]
    funnel = funnel_of(people, TODAY)

    assert (funnel.met, funnel.weak, funnel.strong, funnel.partners) == (3, 2, 1, 1)
    assert funnel.minutes == 60 and funnel.last_on == TODAY - timedelta(days=900)
    assert funnel.years == pytest.approx(3 * 900 / 365.25)


def test_the_newly_met_do_not_count_as_failures():
    old, new = funnel_of([met(1, 900)], TODAY), funnel_of([met(1, 36)], TODAY)

    assert old.trials[FunnelStep.WEAK] == (0, 1.0)
    assert new.trials[FunnelStep.WEAK] == (0, pytest.approx(36 / 365.25))
    assert funnel_of([met(1, 36, "weak")], TODAY).trials[FunnelStep.WEAK] == (1, 1.0)
    assert funnel_of([met(1, None)], TODAY).trials[FunnelStep.WEAK] == (0, 1.0)


def test_a_channel_is_neglected_only_where_it_surely_yields_more_and_nobody_was_met_lately():
    good = [met(number, 400, "weak") for number in range(20)]
    poor = [met(number, 400) for number in range(20, 40)]
    found = yields_of({"good": funnel_of(good, TODAY), "poor": funnel_of(poor, TODAY)})
    lately = yields_of({"good": funnel_of([*good, met(99, 3)], TODAY), "poor": funnel_of(poor, TODAY)})

    assert found["good"].is_neglected(TODAY) and not found["poor"].is_neglected(TODAY)
    assert not lately["good"].is_neglected(TODAY)
    assert found["good"].expected_weak == pytest.approx(20 * 21 / 25)
