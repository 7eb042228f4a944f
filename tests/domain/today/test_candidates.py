"""What makes somebody worth an act today, with the figures it rests on (P1, T5)."""

from dataclasses import replace
from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.ties.cadence import lateness
from renmai.domain.ties.replies import HOUR_S, MOST_SHARE, NO_HABIT, habit_of, outlook_of
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


def test_what_a_tie_is_worth_by_its_class_strength_and_depth():
    def worth(**others):
        return worth_of(tie(**{"strength": 0.0, "strength_before": None, "days_active": 0} | others))

    assert worth_of(None) == worth_of(tie(tie_class="pseudo")) == 0.15
    assert (worth(), worth(tie_class="weak")) == (0.45, 0.2)
    assert worth(strength=1.0) == pytest.approx(0.75)
    assert worth(strength_before=1.0) == pytest.approx(0.75)
    assert worth(days_active=20, reciprocity=1.0) == pytest.approx(0.45 + 0.25 * (1 - exp(-1)))
    assert worth(days_active=20, reciprocity=0.25) == pytest.approx(0.45 + 0.125 * (1 - exp(-1)))


@pytest.mark.parametrize(
    ("days", "left"), [(13, 1.0), (14, 1.0), (15, 44 / 45), (49, 0.222), (50, 0.2), (90, 0.2)]
)
def test_an_answer_owed_fades_from_the_fifteenth_day_on_to_a_fifth(days, left):
    waits = letter(1)
    fresh, faded = (
        owed(1, ADA, None, waits, as_of_epoch_s=NOON, today=TODAY, sent_on=ago(each)) for each in (0, days)
    )

    assert faded.urgency / fresh.urgency == pytest.approx(left, abs=1e-3)


def test_a_word_is_worth_six_tenths_of_a_question_and_a_nudge_is_less_urgent_than_an_answer():
    assert owing(3, asks=False).worth / owing(3).worth == pytest.approx(0.6)
    outlook = outlook_of(NO_HABIT)
    assert waiting(7).urgency == pytest.approx(0.8 * lateness(7.0 * DAY_S, outlook.within_s(MOST_SHARE)))
    assert owing(3).urgency == pytest.approx(lateness(3.0 * DAY_S, float(DAY_S)))


@pytest.mark.parametrize(("rhythm", "last"), [(12.0, 23), (2.0, 13), (7.0, 13), (8.0, 15)])
def test_a_tie_cools_from_twice_its_rhythm_on_and_from_a_fortnight(rhythm, last):
    known = tie(rhythm_days=rhythm)

    assert cooling(known, ADA, today=TODAY, last_on=ago(last)) is None
    assert cooling(known, ADA, today=TODAY, last_on=ago(last + 1)) is not None


def test_a_greeting_is_the_more_urgent_the_more_was_lost_and_for_somebody_of_a_tier():
    def urgency(before, tier=None):
        return cooling(tie(strength_before=before), ADA, today=TODAY, last_on=ago(31), tier=tier).urgency

    assert urgency(0.6) == urgency(0.5) == urgency(None) == 0.4
    assert urgency(0.8) == pytest.approx(0.6)
    assert urgency(0.6, tier=5) == pytest.approx(0.55)
    assert urgency(1.0, tier=5) == pytest.approx(0.95)
    found = [cooling(tie(strength_before=0.6 + n), ADA, today=TODAY, last_on=ago(31)) for n in (0.04, 0.05)]
    assert ["strength" in each.numbers for each in found] == [False, True]


def test_only_a_tie_of_five_days_of_contact_is_revived_from_the_hundred_and_twentieth_day_on():
    def woken(days_active=5, silent=120, **others):
        known = tie(state="dormant", days_active=days_active, **others)
        return revived(known, ADA, today=TODAY, first_on=ago(2000), last_on=ago(silent))

    assert (woken(4), woken(5, 119)) == (None, None)
    assert woken().urgency == 0.4
    assert woken(tie_class="weak").urgency == 0.15
    assert woken(tie_class="pseudo") is None
    assert woken(reciprocity=0.0).worth == 0.4
    assert woken(250, reciprocity=1.0).worth == pytest.approx(1.0)
    assert woken(250, reciprocity=0.25).worth == pytest.approx(0.7)
    assert woken().numbers["spanned_days"] == 1880


def test_somebody_newly_met_is_followed_up_on_the_fourteenth_day_and_not_on_the_fifteenth():
    def met(met_days=14, silent=1, **others):
        known = tie(**{"state": "active", "tie_class": "weak", "days_active": 2, "acts_out": 2} | others)
        return newly_met(known, ADA, today=TODAY, first_on=ago(met_days), last_on=ago(silent))

    assert met() is not None
    assert [met(15), met(silent=0), met(days_active=3), met(acts_out=3), met(tie_class="pseudo")] == [
        None
    ] * 5
    assert [met(days).urgency for days in (1, 3, 4, 14)] == pytest.approx([0.9, 0.9, 0.85, 0.35])


def test_a_wish_is_urgent_on_the_day_and_less_so_each_day_ahead():
    days = [occasion(1, ADA, tie(), kind="birthday", on=ago(-n), today=TODAY) for n in range(3)]

    assert [each.urgency for each in days] == pytest.approx([1.0, 0.5, 0.4])


def test_no_habit_of_talking_is_told_where_only_one_side_wrote_for_a_season():
    """T5: who only is written to does not talk, and is not greeted as if the two did."""
    silent = {"last_out_epoch_s": NOON - 31 * DAY_S}

    def greeted(apart_days):
        quiet = tie(**silent, last_in_epoch_s=NOON - (31 + apart_days) * DAY_S)
        return cooling(quiet, ADA, today=TODAY, last_on=ago(31))

    assert greeted(120) is not None
    assert greeted(121) is None
    assert cooling(tie(**silent, last_in_epoch_s=None), ADA, today=TODAY, last_on=ago(31)) is None


def test_whose_rhythm_is_slow_may_be_silent_for_two_of_its_gaps_before_it_is_one_sided():
    slow = tie(rhythm_days=90.0, last_in_epoch_s=NOON - 180 * DAY_S)

    assert not slow.is_one_sided
    assert replace(slow, rhythm_days=89.0).is_one_sided


def test_a_weak_tie_of_one_season_ended_with_what_it_was_about_and_a_strong_one_did_not():
    """T5, P1."""

    def woken(spanned_days, tie_class):
        known = tie(state="dormant", tie_class=tie_class, days_active=12)
        return revived(known, ADA, today=TODAY, first_on=ago(300 + spanned_days), last_on=ago(300))

    assert woken(119, "weak") is None
    assert woken(120, "weak") is not None
    assert woken(30, "strong") is not None
