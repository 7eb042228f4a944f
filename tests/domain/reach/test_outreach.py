"""Breaking the ice (R6): each attempt brings something new, silence is weighed, and one lets go in peace."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.reach.outreach import (
    Attempt,
    Outreach,
    OutreachState,
    ReachWay,
    SignOfLife,
    brought_before,
    chance_after,
    joined,
    next_way,
    prospect,
    silence_so_far,
)
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.replies import HOUR_S, NO_HABIT, SOONEST_S, habit_of, outlook_of

DAY = date(2026, 3, 2)
STRANGER = outlook_of(NO_HABIT)
waits = st.lists(st.floats(0, 90 * DAY_S), min_size=1, max_size=8)


def tried(day: int, way: str = ReachWay.MAIL, news: str = "", *, is_seen: bool = False) -> Attempt:
    return Attempt(at_epoch_s=day * DAY_S, on=DAY + timedelta(days=day), way=way, news=news, is_seen=is_seen)


def heard(day: int, words: str = "") -> SignOfLife:
    return SignOfLife(at_epoch_s=day * DAY_S, on=DAY + timedelta(days=day), words=words)


def outreach(*attempts: Attempt, signs: tuple[SignOfLife, ...] = ()) -> Outreach:
    return Outreach(key="1", person_id=7, goal="ten minutes", began_on=DAY, attempts=attempts, signs=signs)


@given(waits, st.floats(0, 30 * DAY_S))
def test_a_longer_silence_never_raises_the_chance_that_an_answer_comes(waits_s, more_s):
    later = [wait + more_s for wait in waits_s]

    assert 0 <= silence_so_far(STRANGER, later) <= silence_so_far(STRANGER, waits_s) <= 1


@given(st.floats(0, 20), st.floats(0, 20))
def test_the_more_attempts_were_in_vain_the_less_another_has(one, other):
    fewer, more = sorted((one, other))

    assert chance_after(STRANGER, more) <= chance_after(STRANGER, fewer) <= STRANGER.chance


def test_a_first_attempt_is_judged_by_the_rule_of_replies_alone():
    found = prospect(outreach(tried(0)), STRANGER, as_of_epoch_s=5 * DAY_S)

    assert found.still == pytest.approx(STRANGER.still_comes(5 * DAY_S))


def test_the_next_attempt_waits_for_four_in_five_of_their_own_answers():
    """She takes ten days, so one waits longer for her than for a stranger; he answers within the hour."""
    she = outlook_of(habit_of([10 * DAY_S] * 200))
    he = outlook_of(habit_of([0.5 * HOUR_S] * 200))
    times = [
        prospect(outreach(tried(0)), each, as_of_epoch_s=DAY_S).try_again_s for each in (he, STRANGER, she)
    ]

    assert times == sorted(times)
    assert times[0] == SOONEST_S
    assert times[1] == int(STRANGER.within_s(0.8))
    assert times[2] > 9 * DAY_S


def test_before_anything_was_tried_nothing_is_to_be_waited_for():
    found = prospect(outreach(), STRANGER, as_of_epoch_s=0)

    assert (found.still, found.try_again_s, found.another) == (None, None, STRANGER.chance)


def test_eleven_attempts_with_something_new_each_are_still_worth_it():
    """S2: refused ten times, the eleventh brought 88 pages about their own students, and the meeting."""
    ten = [tried(7 * week, news=f"idea {week}") for week in range(10)]
    found = prospect(outreach(*ten), STRANGER, as_of_epoch_s=70 * DAY_S)

    assert found.is_worth_it(10)
    assert found.another < 0.6 * STRANGER.chance


def test_one_stops_where_the_chance_is_below_what_the_owner_asks_for():
    thirty = [tried(7 * week, news=f"idea {week}") for week in range(60)]
    found = prospect(outreach(*thirty), STRANGER, as_of_epoch_s=430 * DAY_S)

    assert not found.is_worth_it(10)
    assert found.is_worth_it(1)


def test_a_busy_director_who_lets_something_be_heard_is_not_silent():
    """S2: three calls unanswered, then “in a meeting, I will tell you”: it counts anew from there."""
    calls = [tried(day, ReachWay.PHONE) for day in (0, 1, 2)]
    silent = outreach(*calls)
    busy = replace(silent, signs=(heard(2),))

    assert (len(silent.unanswered), len(busy.unanswered)) == (3, 0)
    before = prospect(silent, STRANGER, as_of_epoch_s=4 * DAY_S)
    after = prospect(busy, STRANGER, as_of_epoch_s=4 * DAY_S)
    assert after.another > STRANGER.chance > before.another
    assert after.still is None


def test_what_was_ticked_and_its_trace_are_one_attempt():
    ticked, trace = (
        tried(3, ReachWay.MAIL, "the price list"),
        tried(3, ReachWay.MAIL, "Re: prices", is_seen=True),
    )
    [one] = joined([ticked, replace(trace, at_epoch_s=trace.at_epoch_s + 60)])

    assert (one.news, one.is_seen, one.at_epoch_s) == ("the price list", True, 3 * DAY_S + 60)


def test_a_tick_for_wechat_and_a_message_found_that_day_are_one_and_a_mail_is_another():
    found = joined(
        [
            tried(3, ReachWay.WECHAT, "a"),
            tried(3, ReachWay.MESSAGE, is_seen=True),
            tried(3, ReachWay.MAIL, is_seen=True),
        ]
    )

    assert sorted(each.way for each in found) == [ReachWay.MAIL, ReachWay.WECHAT]


@pytest.mark.parametrize("again", ["The price list", "the price-list!", " THE PRICE LIST "])
def test_the_same_is_not_new_however_it_is_written(again):
    assert brought_before(again, [tried(0, news="the price list")]) is not None
    assert brought_before("a sample", [tried(0, news="the price list")]) is None


def test_a_way_not_tried_yet_comes_next_then_the_one_tried_longest_ago():
    ways = [ReachWay.MAIL, ReachWay.PHONE, ReachWay.IN_PERSON]

    assert next_way(outreach(), ways) == ReachWay.MAIL
    assert next_way(outreach(tried(0, ReachWay.MAIL)), ways) == ReachWay.PHONE
    assert next_way(outreach(*(tried(n, way) for n, way in enumerate(ways))), ways) == ReachWay.MAIL
    assert next_way(outreach(), []) == ""


def test_it_rests_until_its_day_and_goes_on_by_itself():
    resting = replace(outreach(tried(0)), rests_until_on=DAY + timedelta(days=9))

    assert resting.state(DAY + timedelta(days=8)) == OutreachState.RESTING
    assert resting.state(DAY + timedelta(days=9)) == OutreachState.OPEN
    assert replace(resting, end="given_up").state(DAY) == OutreachState.GIVEN_UP
