"""Which few people today is about, and who is left in peace (P1)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.today.plan import (
    AT_MOST,
    REST_DAYS,
    Candidate,
    Later,
    PlanKind,
    Remembered,
    key_of,
    plan_today,
    put_off,
    split_key,
)

TODAY = date(2026, 4, 16)


def candidate(person_id=1, kind=PlanKind.COOLING, worth=0.5, urgency=0.5, **others):
    key = key_of(kind, f"mailto:p{person_id}@example.org", "basis")
    return Candidate(key=key, person_id=person_id, kind=kind, worth=worth, urgency=urgency, **others)


def remembered(of, outcome="done", days_ago=0, until=None):
    return Remembered(
        key=of.key,
        person_id=of.person_id,
        kind=of.kind,
        outcome=outcome,
        on=TODAY - timedelta(days=days_ago),
        until=until,
    )


def people(items):
    return [item.person_id for item in items]


shares = st.floats(0, 1, allow_nan=False)
some_candidates = st.lists(
    st.builds(
        candidate,
        person_id=st.integers(1, 12),
        kind=st.sampled_from(list(PlanKind)),
        worth=shares,
        urgency=shares,
    ),
    max_size=30,
    unique_by=lambda each: each.key,
)


def test_nobody_is_nudged_while_away_but_what_is_owed_to_them_stands():
    found = [candidate(1, PlanKind.COOLING), candidate(2, PlanKind.WAITING), candidate(3, PlanKind.REPLY)]

    assert people(plan_today(found, today=TODAY, away={1, 2, 3})) == [3]
    assert people(plan_today([candidate(1, PlanKind.OCCASION)], today=TODAY, away={1})) == [1]


def test_what_was_put_off_comes_back_on_its_day_and_without_one_on_the_next():
    one = candidate()
    for days_ago, until, is_back in (
        (0, None, False),
        (1, None, True),
        (1, TODAY + timedelta(days=1), False),
        (1, TODAY, True),
    ):
        memory = [remembered(one, "later", days_ago, until)]
        assert (plan_today([one], today=TODAY, memory=memory) != []) == is_back, (days_ago, until)


@given(some_candidates, st.integers(0, 10))
def test_the_list_is_short_names_nobody_twice_and_is_not_all_of_one_kind(candidates, at_most):
    items = plan_today(candidates, today=TODAY, at_most=at_most)

    assert len(items) <= at_most
    assert len(set(people(items))) == len(items)
    for kind in set(PlanKind) - {PlanKind.REPLY}:
        assert sum(item.kind == kind for item in items) <= AT_MOST[kind]


@given(some_candidates, st.randoms())
def test_the_order_in_which_candidates_come_makes_no_difference(candidates, random):
    shuffled = list(candidates)
    random.shuffle(shuffled)

    assert plan_today(shuffled, today=TODAY) == plan_today(candidates, today=TODAY)


@given(some_candidates)
def test_somebody_dropped_is_off_the_list_whatever_else_speaks_for_them(candidates):
    items = plan_today(candidates, today=TODAY)
    memory = [remembered(item, "drop") for item in items[:1]]
    after = plan_today(candidates, today=TODAY, memory=memory)

    assert not set(people(items[:1])) & set(people(after))


@given(some_candidates, shares)
def test_who_is_on_the_list_stays_on_it_when_worth_more(candidates, more):
    for item in plan_today(candidates, today=TODAY):
        raised = replace(item, worth=item.worth + more)
        others = [raised if each.key == item.key else each for each in candidates]

        assert item.person_id in people(plan_today(others, today=TODAY))


@given(some_candidates)
def test_what_is_owed_an_answer_or_a_promise_stands_before_everything_else(candidates):
    """P1: replies I owe and promises I made come first."""
    owed = [item.kind in (PlanKind.REPLY, PlanKind.PROMISE) for item in plan_today(candidates, today=TODAY)]

    assert owed == sorted(owed, reverse=True)


def test_seats_left_empty_go_to_further_answers_owed():
    owed = [candidate(n, PlanKind.REPLY) for n in range(1, 7)]

    assert len(plan_today(owed, today=TODAY)) == 6
    assert len(plan_today([*owed, candidate(7)], today=TODAY, at_most=5)) == 5
    assert 7 in people(plan_today([*owed, candidate(7)], today=TODAY, at_most=5))


def test_somebody_greeted_is_not_proposed_again_within_the_cooldown_of_a_greeting():
    cooling, wait = candidate(), candidate(kind=PlanKind.WAITING)

    for later in (cooling, wait, replace(cooling, key="cooling:mailto:p1@example.org:other")):
        assert plan_today([later], today=TODAY, memory=[remembered(cooling, days_ago=29)]) == []
    other = replace(cooling, key="cooling:mailto:p1@example.org:other")
    assert plan_today([other], today=TODAY, memory=[remembered(cooling, days_ago=30)]) == [other]


def test_a_new_letter_is_owed_an_answer_whatever_was_done_yesterday():
    owed = candidate(kind=PlanKind.REPLY)

    assert plan_today([owed], today=TODAY, memory=[remembered(candidate(), days_ago=1)]) == [owed]


def test_what_was_postponed_comes_back_on_its_day_and_not_before():
    cooling = candidate()
    memory = [remembered(cooling, "later", days_ago=1, until=TODAY)]

    assert plan_today([cooling], today=TODAY, memory=memory) == [cooling]
    assert plan_today([cooling], today=TODAY - timedelta(days=1), memory=memory) == []


def test_one_key_puts_off_to_tomorrow_three_days_a_week_or_a_month():
    assert [(put_off(TODAY, later) - TODAY).days for later in Later] == [1, 3, 7, 30]


def test_three_attempts_without_an_answer_rest_a_person():
    tried = candidate(tries=3, tried_on=TODAY - timedelta(days=REST_DAYS - 1))
    rested = candidate(tries=3, tried_on=TODAY - timedelta(days=REST_DAYS))

    assert plan_today([tried], today=TODAY) == []
    assert plan_today([rested], today=TODAY) == [rested]
    assert plan_today([replace(tried, tries=2)], today=TODAY) != []


def test_somebody_who_rests_is_still_owed_an_answer_and_wished_a_happy_birthday():
    for kind in (PlanKind.REPLY, PlanKind.OCCASION):
        tried = candidate(kind=kind, tries=5, tried_on=TODAY)
        assert plan_today([tried], today=TODAY) == [tried]


def test_a_key_says_its_kind_and_whom_it_is_about():
    key = key_of(PlanKind.REPLY, "https://example.org:8080/li", "<1@example.org>")

    assert split_key(key) == ("reply", "https://example.org:8080/li")
