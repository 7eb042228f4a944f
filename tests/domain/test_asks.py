"""The ask check (V7): go, wait or better not, with every reason."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.ask_limits import AskOutcome, Limits, Verdict, learnt
from renmai.domain.asks import Ask, Situation, check
from renmai.domain.exchanges import Size

TODAY = date(2026, 4, 16)
CLOSE = Situation(
    tie_class="strong", state="active", strength=0.8, standing=0.6, silent_days=5, rhythm_days=7
)
WEAK = replace(CLOSE, tie_class="weak", strength=0.3, standing=0.5, rhythm_days=30)
STAR = replace(WEAK, standing=0.2)


def ask(days_ago: int, size: str = Size.MIDDLE, outcome: str = AskOutcome.GRANTED) -> Ask:
    on = TODAY - timedelta(days=days_ago)
    return Ask(key=f"{on}{size}", on=on, what="a word", size=size, outcome=outcome)


def checked(
    who: Situation, size: str = Size.MIDDLE, why: str = "It fits your plan.", limits: Limits | None = None
):
    return check(size, why, who, limits or Limits(), today=TODAY)


def codes(found, verdict: Verdict) -> set[str]:
    return {each.because.code for each in found.findings if each.verdict == verdict}


def test_a_fair_ask_of_somebody_in_touch_may_be_made():
    assert checked(WEAK).verdict == Verdict.GO


situations = st.builds(
    replace,
    st.just(CLOSE),
    standing=st.none() | st.floats(0, 1),
    silent_days=st.integers(0, 900),
    net=st.floats(-50, 50),
    thanks_count=st.integers(0, 3),
    is_owed_reply=st.booleans(),
    is_key=st.booleans(),
    reply_chance=st.none() | st.floats(0, 1),
    cheaper=st.sampled_from([(), ("Ada",)]),
    asks=st.lists(
        st.builds(
            ask,
            st.integers(0, 200),
            st.sampled_from(list(Size)),
            st.sampled_from([*AskOutcome, ""]),
        ),
        max_size=4,
    ).map(tuple),
)


@given(situations)
def test_a_small_ask_between_close_people_is_never_held_up(who):
    assert checked(who, Size.SMALL, "").verdict == Verdict.GO


def test_a_trivial_ask_of_somebody_hard_to_reach_is_better_not_made():
    """S0: important people for important moments."""
    found = checked(replace(STAR, cheaper=("Ada",)), Size.SMALL)
    assert found.verdict == Verdict.BETTER_NOT
    assert "ask_trivial_of_key" in codes(found, Verdict.BETTER_NOT)


def test_what_matters_may_be_asked_of_them():
    assert checked(STAR, Size.MIDDLE).verdict == Verdict.GO


def test_a_name_in_the_address_book_is_nobody_to_ask():
    for tie_class in (None, "pseudo"):
        assert checked(replace(WEAK, tie_class=tie_class)).verdict == Verdict.BETTER_NOT


def test_who_owes_gives_first():
    found = checked(replace(WEAK, net=-8.0, spread=2.0))
    assert found.verdict == Verdict.WAIT
    assert codes(found, Verdict.WAIT) == {"ask_owing"}


def test_a_balance_nobody_is_sure_of_holds_nothing_up():
    assert checked(replace(WEAK, net=-4.0, spread=2.0)).verdict == Verdict.GO


def test_close_people_bear_more_owing():
    assert checked(replace(CLOSE, net=-8.0, spread=1.0)).verdict == Verdict.GO


def test_while_an_answer_is_open_nothing_more_is_asked():
    found = checked(replace(WEAK, asks=(ask(3, outcome=""),)))
    assert found.verdict == Verdict.WAIT
    assert found.until >= TODAY + timedelta(days=11)


def test_the_third_time_in_a_month_is_too_often_and_the_day_is_named():
    found = checked(replace(CLOSE, asks=(ask(20, Size.LARGE), ask(10, Size.LARGE))))
    assert codes(found, Verdict.WAIT) == {"ask_too_often"}
    assert found.until == TODAY + timedelta(days=70)


def test_on_the_named_day_it_is_no_longer_too_often():
    who = replace(CLOSE, asks=(ask(20, Size.LARGE), ask(10, Size.LARGE)))
    until = checked(who).until
    assert check(Size.MIDDLE, "why", who, Limits(), today=until).verdict == Verdict.GO


def test_the_first_word_after_a_long_silence_is_no_request():
    assert "ask_silent" in codes(checked(replace(WEAK, silent_days=100)), Verdict.WAIT)


def test_their_letter_is_answered_before_anything_is_asked():
    assert codes(checked(replace(WEAK, is_owed_reply=True)), Verdict.WAIT) == {"ask_reply_first"}


def test_a_large_ask_with_nothing_in_it_for_them_waits():
    assert "ask_nothing_for_them" in codes(checked(CLOSE, Size.LARGE, " "), Verdict.WAIT)


def test_a_need_of_theirs_is_what_is_in_it_for_them():
    assert "ask_meets_their_need" in codes(checked(replace(WEAK, has_interest=True), why=""), Verdict.GO)


@given(situations.map(lambda who: replace(who, tie_class="weak")), st.sampled_from(list(Size)))
def test_the_verdict_is_its_strictest_finding_and_every_finding_says_why(who, size):
    found = checked(who, size)
    severity = [Verdict.GO, Verdict.WAIT, Verdict.BETTER_NOT]
    assert found.verdict == max((each.verdict for each in found.findings), key=severity.index)
    assert all(each.because.code for each in found.findings)
    assert found.until is None or found.until > TODAY


@given(situations, st.floats(0, 30), st.sampled_from([Size.MIDDLE, Size.LARGE]))
def test_owing_more_never_makes_it_easier(who, more, size):
    severity = [Verdict.GO, Verdict.WAIT, Verdict.BETTER_NOT]
    one, other = checked(who, size), checked(replace(who, net=who.net - more), size)
    assert severity.index(other.verdict) >= severity.index(one.verdict)


def test_lines_stay_where_they_are_until_enough_asks_have_ended():
    assert learnt([(Verdict.WAIT, AskOutcome.GRANTED)] * 7, Limits()) == Limits()


def test_asks_granted_against_a_wait_loosen_the_lines():
    found = learnt([(Verdict.WAIT, AskOutcome.GRANTED)] * 8, Limits())
    assert found.ask_points == pytest.approx(4.5)
    assert found.basis == "learnt"


def test_asks_ignored_on_a_go_tighten_them():
    assert learnt([(Verdict.GO, AskOutcome.IGNORED)] * 8, Limits()).ask_points == pytest.approx(2.0)
