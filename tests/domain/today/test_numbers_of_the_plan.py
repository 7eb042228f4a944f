"""Each number of Today's plan, held on both sides: the day before it, and the day itself (P1).

The numbers stand here a second time on purpose: whoever changes one says so twice.
"""

from datetime import date, timedelta

import pytest

from renmai.domain.today.plan import (
    OUTREACH,
    Candidate,
    Outcome,
    PlanKind,
    Remembered,
    key_of,
    plan_today,
)

TODAY = date(2026, 4, 16)
COOLDOWN_DAYS = {
    "reply": 3,
    "waiting": 7,
    "new": 14,
    "occasion": 14,
    "cooling": 30,
    "revive": 90,
    "promise": 1,
    "thank": 14,
    "give": 14,
    "ask": 7,
    "keep": 14,
    "reach": 2,
}
SEATS = {
    "reply": 7,
    "waiting": 2,
    "cooling": 2,
    "revive": 1,
    "new": 2,
    "occasion": 2,
    "promise": 3,
    "thank": 2,
    "give": 2,
    "ask": 1,
    "keep": 1,
    "reach": 2,
}


def candidate(person_id: int = 1, kind: str = "cooling", basis: str = "another", **more) -> Candidate:
    known = {"worth": 0.5, "urgency": 0.5} | more
    return Candidate(key=key_of(kind, f"p{person_id}", basis), person_id=person_id, kind=kind, **known)


def is_left_in_peace(kind: str, outcome: Outcome, days_ago: int, proposed: str = "cooling") -> bool:
    """Tell whether somebody gets no greeting so many days after an outcome of a kind."""
    on = TODAY - timedelta(days=days_ago)
    past = Remembered(key=f"{kind}:p1:before", person_id=1, kind=kind, outcome=outcome, on=on)
    return plan_today([candidate(kind=proposed)], today=TODAY, memory=[past]) == []


def test_every_kind_has_its_numbers():
    assert set(COOLDOWN_DAYS) == set(SEATS) == set(PlanKind)


@pytest.mark.parametrize(("kind", "days"), COOLDOWN_DAYS.items())
def test_whoever_was_written_to_is_left_in_peace_until_the_day(kind, days):
    assert is_left_in_peace(kind, Outcome.DONE, days - 1)
    assert not is_left_in_peace(kind, Outcome.DONE, days)


@pytest.mark.parametrize("kind", PlanKind)
def test_whoever_was_dropped_is_left_in_peace_for_ninety_days(kind):
    assert is_left_in_peace(kind, Outcome.DROP, 89)
    assert not is_left_in_peace(kind, Outcome.DROP, 90)


@pytest.mark.parametrize("proposed", PlanKind)
def test_only_outreach_is_held_back_by_what_was_done_before(proposed):
    is_outreach = proposed in {"waiting", "cooling", "revive", "new", "give", "keep"}

    assert is_left_in_peace("cooling", Outcome.DONE, 1, proposed) == is_outreach
    assert is_outreach == (proposed in OUTREACH)


def test_what_was_postponed_without_a_day_comes_back_tomorrow():
    assert is_left_in_peace("cooling", Outcome.LATER, 0)
    assert not is_left_in_peace("cooling", Outcome.LATER, 1)


def test_of_one_person_nothing_else_is_proposed_on_the_day_of_an_outcome():
    assert is_left_in_peace("cooling", Outcome.DONE, 0, "occasion")
    assert not is_left_in_peace("cooling", Outcome.DONE, 1, "occasion")


@pytest.mark.parametrize(("kind", "seats"), SEATS.items())
def test_no_more_than_so_many_of_a_kind_are_on_the_list(kind, seats):
    many = [candidate(number, kind) for number in range(1, seats + 3)]

    assert len(plan_today(many, today=TODAY, at_most=20)) == seats


def test_the_list_holds_seven_where_nobody_says_otherwise():
    many = [candidate(number, "reply") for number in range(1, 12)]

    assert len(plan_today(many, today=TODAY)) == 7


@pytest.mark.parametrize(("kind", "at_first"), [("reply", 3), ("promise", 1), ("cooling", 1)])
def test_so_many_of_a_kind_are_seated_before_the_best_of_every_other(kind, at_first):
    many = [candidate(number, kind, worth=0.9) for number in range(1, 8)]
    other = candidate(9, "occasion", worth=0.1)

    def is_seated(seats: int) -> bool:
        return other in plan_today([*many, other], today=TODAY, at_most=seats)

    assert not is_seated(at_first)
    assert is_seated(at_first + 1)


def test_a_gift_is_seated_before_the_best_of_the_other_kinds_and_behind_what_is_owed():
    promise, gift, greeting = (
        candidate(1, "promise", worth=0.1),
        candidate(2, "give", worth=0.1),
        candidate(3, "cooling", worth=0.9),
    )

    def seated(seats: int) -> set[int]:
        return {each.person_id for each in plan_today([promise, gift, greeting], today=TODAY, at_most=seats)}

    assert (seated(1), seated(2)) == ({1}, {1, 2})


def test_three_attempts_in_vain_rest_somebody_for_ninety_days():
    def is_free(tries: int, days_ago: int, kind: str = "waiting") -> bool:
        tried = candidate(kind=kind, tries=tries, tried_on=TODAY - timedelta(days=days_ago))
        return plan_today([tried], today=TODAY) != []

    assert (is_free(2, 0), is_free(3, 0)) == (True, False)
    assert (is_free(3, 89), is_free(3, 90)) == (False, True)
    assert is_free(3, 0, "reply")


def test_of_equal_weight_what_is_owed_comes_first_then_the_key_decides():
    greeting, answer, promise = candidate(1), candidate(2, "reply"), candidate(3, "promise")
    items = plan_today([greeting, promise, answer], today=TODAY)

    assert [each.person_id for each in items] == [3, 2, 1]
    assert [each.kind for each in items] == ["promise", "reply", "cooling"]
