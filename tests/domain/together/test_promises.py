"""Promises (P1): how a promise presses as its day comes."""

from dataclasses import replace
from datetime import date

import pytest

from renmai.domain.together.promises import SOON_DAYS, Promise, basis_of, urgency

TODAY = date(2026, 4, 16)


def test_a_promise_presses_more_each_day_and_wholly_on_its_day_and_late():
    assert [urgency(days) for days in (-3, 0, 1, 2, 3, 9)] == pytest.approx([1.0, 1.0, 0.6, 0.4, 0.3, 0.3])
    assert SOON_DAYS == 2


@pytest.mark.parametrize(("due_on", "days"), [(None, None), (date(2026, 4, 15), -1), (date(2026, 4, 18), 2)])
def test_a_promise_is_due_in_so_many_days(due_on, days):
    made = Promise(key="1", person_id=1, what="the list", made_on=TODAY, due_on=due_on)

    assert made.in_days(TODAY) == days
    assert made.is_open and not made.is_kept


def test_another_day_is_another_reminder_and_taking_the_day_away_is_none():
    made = Promise(key="1", person_id=1, what="the list", made_on=TODAY, due_on=TODAY)
    moved = replace(made, is_moved=True)

    assert made.basis == basis_of("1") != moved.basis == basis_of("1", TODAY)
    assert replace(moved, due_on=None).basis == made.basis
