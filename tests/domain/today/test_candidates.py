"""What makes somebody worth an act today, with the figures it rests on (P1, T5)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.ties.replies import HOUR_S, NO_HABIT, habit_of, outlook_of
from renmai.domain.ties.ties import Tie
from renmai.domain.today.candidates import (
    Waiting,
    awaited,
    cooling,
    newly_met,
    occasion,
    owed,
    revived,
    worth_of,
)

TODAY = date(2026, 4, 16)
NOON = 1_776_340_800
DAY_S = 86_400
ADA = "mailto:ada@example.org"


def tie(**others):
    known = {
        "person_id": 1,
        "strength": 0.6,
        "strength_before": 0.8,
        "tie_class": "strong",
        "state": "cooling",
        "reciprocity": 0.9,
        "standing": None,
        "acts_out": 40,
        "acts_in": 44,
        "days_active": 60,
        "first_at_epoch_s": 0,
        "last_out_epoch_s": NOON,
        "last_in_epoch_s": NOON,
        "rhythm_days": 12.0,
    }
    return Tie(**known | others)


def ago(days):
    return TODAY - timedelta(days=days)


def letter(days_ago, *, asks=True, usual_days=None, habit=NO_HABIT):
    usual_s = None if usual_days is None else usual_days * DAY_S
    return Waiting(
        interaction_id=1,
        act="<1@x>",
        at_epoch_s=NOON - days_ago * DAY_S,
        asks=asks,
        usual_s=usual_s,
        outlook=outlook_of(habit),
    )


def owing(days_ago, of=None, **others):
    found = letter(days_ago, **others)
    return owed(1, ADA, of, found, as_of_epoch_s=NOON, today=TODAY, sent_on=ago(days_ago))


def waiting(days_ago, of=None, **others):
    found = letter(days_ago, **others)
    return awaited(1, ADA, of or tie(), found, as_of_epoch_s=NOON, today=TODAY, sent_on=ago(days_ago))


def test_a_tie_cools_by_its_own_rhythm_and_never_within_a_fortnight():
    assert cooling(tie(), ADA, today=TODAY, last_on=ago(31)).numbers["silent_days"] == 31
    assert cooling(tie(), ADA, today=TODAY, last_on=ago(23)) is None
    assert cooling(tie(rhythm_days=2.0), ADA, today=TODAY, last_on=ago(13)) is None
    assert cooling(tie(state="active"), ADA, today=TODAY, last_on=ago(31)) is None
    assert cooling(tie(tie_class="pseudo"), ADA, today=TODAY, last_on=ago(31)) is None


def test_the_fall_of_strength_is_named_only_where_it_is_news():
    fell = cooling(tie(), ADA, today=TODAY, last_on=ago(31)).numbers
    held = cooling(tie(strength_before=0.62), ADA, today=TODAY, last_on=ago(31)).numbers

    assert (fell["strength_before"], fell["strength"]) == (80, 60)
    assert "strength" not in held


def test_a_long_silence_is_revived_and_a_shorter_one_greeted_never_both():
    for days in (20, 40, 119, 120, 400):
        quiet = tie(state="dormant", rhythm_days=5.0)
        greeted = cooling(quiet, ADA, today=TODAY, last_on=ago(days))
        woken = revived(quiet, ADA, today=TODAY, first_on=ago(2000), last_on=ago(days))
        assert (greeted is None) != (woken is None), days


def test_a_dormant_strong_tie_is_revived_before_every_weak_one():
    span = {"today": TODAY, "first_on": ago(2000), "last_on": ago(500)}
    strong = revived(tie(state="dormant", days_active=6, reciprocity=0.3), ADA, **span)
    weak = revived(tie(state="dormant", tie_class="weak", days_active=250, reciprocity=1.0), ADA, **span)

    assert strong.weight > weak.weight


def test_an_answer_is_awaited_until_it_is_late_for_them_and_let_go_after_three_weeks():
    """R6: late is by their own habit; who answers within hours is asked again sooner."""
    quick, slow = habit_of([5 * HOUR_S] * 60), habit_of([9 * DAY_S] * 60)

    assert waiting(1, habit=quick) is None
    assert waiting(2, habit=quick).numbers["most_hours"] < 10
    assert waiting(9, habit=slow) is None
    assert waiting(10, habit=slow).numbers["is_habit_known"]
    assert waiting(23, habit=slow) is None
    assert waiting(6) is None
    assert not waiting(7).numbers["is_habit_known"]
    assert waiting(7, asks=False) is None
    assert waiting(7, of=tie(tie_class="pseudo")) is None


def test_a_nudge_says_what_chance_is_left():
    assert waiting(7).numbers["still_share"] > waiting(20).numbers["still_share"] > 0


def test_a_question_outweighs_a_word_and_a_strong_tie_a_stranger():
    assert owing(3).weight > owing(3, asks=False).weight
    assert owing(3, of=tie()).weight > owing(3).weight


def test_an_answer_owed_grows_urgent_past_my_usual_time():
    assert owing(3, usual_days=1).urgency > owing(3, usual_days=9).urgency


def test_somebody_newly_met_is_followed_up_within_two_weeks_and_once():
    new = tie(state="active", tie_class="weak", days_active=1, acts_out=1, acts_in=1)

    assert newly_met(new, ADA, today=TODAY, first_on=ago(3), last_on=ago(3)) is not None
    assert newly_met(new, ADA, today=TODAY, first_on=ago(0), last_on=ago(0)) is None
    assert newly_met(new, ADA, today=TODAY, first_on=ago(15), last_on=ago(15)) is None
    assert newly_met(replace(new, acts_out=3), ADA, today=TODAY, first_on=ago(3), last_on=ago(1)) is None


def test_a_day_is_proposed_when_it_is_near_and_most_of_all_on_itself():
    days = [occasion(1, ADA, tie(), kind="birthday", on=ago(-n), today=TODAY) for n in range(-1, 4)]

    assert [each is not None for each in days] == [False, True, True, True, False]
    assert days[1].urgency > days[2].urgency > days[3].urgency


shares = st.floats(0, 1, allow_nan=False)


@given(shares, shares, shares, st.integers(0, 1000), st.sampled_from(["pseudo", "weak", "strong"]))
def test_a_tie_is_worth_between_nothing_and_one_and_more_of_anything_never_lessens_it(
    now, before, both, days, kind
):
    less = tie(strength=now, strength_before=before, reciprocity=both, days_active=days, tie_class=kind)
    more = replace(less, strength=min(1.0, now + 0.1), days_active=days + 5)

    assert 0 <= worth_of(less) <= worth_of(more) <= 1
