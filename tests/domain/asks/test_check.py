"""The ask check (V7): go, wait or better not, with every reason."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from renmai.domain.asks.asks import Ask, Debt, Question, Request, Situation
from renmai.domain.asks.check import check, nearness, steps
from renmai.domain.asks.ledger import Favour, Size, balance
from renmai.domain.asks.limits import SEVERITY, AskOutcome, Limits, Verdict

TODAY = date(2026, 4, 16)
CLOSE = Situation(name="Ada", tie_class="strong", state="active", standing=0.6, silent_days=5, rhythm_days=7)
WEAK = replace(CLOSE, tie_class="weak", standing=0.5, rhythm_days=30)
STAR = replace(WEAK, standing=0.2)
HELP = Debt("helped me move", TODAY - timedelta(days=40))
PLAIN = Request(what="look at my plan", why_them="It fits your plan.")


def ask(
    days_ago: int, size: str = Size.MIDDLE, outcome: str = AskOutcome.GRANTED, what: str = "a word"
) -> Ask:
    on = TODAY - timedelta(days=days_ago)
    return Ask(key=f"{on}{size}{outcome}{what}", on=on, what=what, size=size, outcome=outcome)


def checked(who: Situation, size: str = Size.MIDDLE, why: str = "It fits your plan.", **more: object):
    request = Request(what="look at my plan", size=size, why_them=why, **more)
    return check(request, who, Limits(), today=TODAY)


def codes(found, verdict: Verdict) -> set[str]:
    return {each.because.code for each in found.findings if each.verdict == verdict}


asks = st.builds(
    ask,
    st.integers(0, 200),
    st.sampled_from(list(Size)),
    st.sampled_from([*AskOutcome, ""]),
    st.sampled_from(["a word", "look at my plan"]),
)
situations = st.builds(
    replace,
    st.just(CLOSE),
    tie_class=st.sampled_from(["pseudo", "weak", "strong", None]),
    state=st.sampled_from(["active", "cooling", "dormant"]),
    standing=st.none() | st.floats(0, 1),
    silent_days=st.none() | st.integers(0, 900),
    net=st.floats(-50, 50),
    spread=st.floats(0, 20),
    latest_favour=st.sampled_from([None, HELP]),
    has_entries=st.booleans(),
    unthanked=st.sampled_from([(), (HELP,)]),
    owed_reply_days=st.none() | st.integers(0, 30),
    sent_on=st.just(TODAY - timedelta(days=2)),
    answer_by=st.none() | st.integers(1, 20).map(lambda days: TODAY + timedelta(days=days)),
    is_key=st.booleans(),
    reply_chance=st.none() | st.floats(0, 1),
    asks=st.lists(asks, max_size=4).map(tuple),
)
requests = st.builds(
    Request,
    what=st.just("look at my plan"),
    size=st.sampled_from(list(Size)),
    why_them=st.sampled_from(["", "It fits your plan."]),
    is_proud=st.sampled_from([None, True, False]),
    meets=st.sampled_from(["", "a plan"]),
    need=st.sampled_from(["", "a printer"]),
    cheaper=st.sampled_from([None, (), ("Bob",), ("Bob", "Eve")]),
)


def test_a_fair_ask_of_somebody_in_touch_may_be_made():
    found = checked(WEAK)
    assert found.verdict == Verdict.GO and found.until is None


@given(situations, requests)
def test_a_small_ask_between_close_people_is_never_held_up(who, request):
    """S3: what friends are for is not asked of a ledger."""
    who = replace(who, tie_class="strong", state="active")
    found = check(replace(request, size=Size.SMALL), who, Limits(), today=TODAY)
    assert (found.verdict, found.until, found.is_small_between_close) == (Verdict.GO, None, True)


@given(situations, requests | st.none())
def test_the_verdict_is_its_strictest_finding_and_every_finding_says_why(who, request):
    found = check(request, who, Limits(), today=TODAY)
    strictest = max(SEVERITY[each.verdict] for each in found.findings)
    assert SEVERITY[found.verdict] == (0 if found.is_small_between_close else strictest)
    assert all(each.because.code for each in found.findings)
    assert found.until is None or found.until > TODAY
    severities = [SEVERITY[each.verdict] for each in found.findings]
    assert severities == sorted(severities, reverse=True)


@given(situations, requests | st.none(), asks)
def test_one_more_ask_never_makes_it_kinder(who, request, more):
    one = check(request, who, Limits(), today=TODAY)
    other = check(request, replace(who, asks=(*who.asks, more)), Limits(), today=TODAY)
    assert SEVERITY[other.verdict] >= SEVERITY[one.verdict]
    assert one.until is None or other.until is None or other.until >= one.until


favours = st.builds(
    lambda days, mine, size: Favour(
        key=f"{days}{mine}{size}", on=TODAY - timedelta(days=days), is_from_me=mine, size=size, what="a hand"
    ),
    st.integers(0, 900),
    st.booleans(),
    st.sampled_from(list(Size)),
)


def with_ledger(who: Situation, some) -> Situation:
    account = balance(some, today=TODAY)
    return replace(who, net=account.net, spread=account.spread, has_entries=bool(some), latest_favour=HELP)


@given(situations, requests, st.lists(favours, max_size=6), favours)
def test_a_favour_given_never_makes_it_stricter(who, request, some, one):
    given_one = replace(one, is_from_me=True, key="given")
    before = check(request, with_ledger(who, some), Limits(), today=TODAY)
    after = check(request, with_ledger(who, [*some, given_one]), Limits(), today=TODAY)
    assert SEVERITY[after.verdict] <= SEVERITY[before.verdict]


@given(situations, st.floats(0, 30), requests)
def test_owing_more_never_makes_it_easier(who, more, request):
    one = check(request, who, Limits(), today=TODAY)
    other = check(request, replace(who, net=who.net - more), Limits(), today=TODAY)
    assert SEVERITY[other.verdict] >= SEVERITY[one.verdict]


@pytest.mark.parametrize("who", [STAR, replace(WEAK, is_key=True), replace(WEAK, reply_chance=0.4)])
def test_a_trivial_ask_of_a_star_or_of_a_key_person_is_better_not_made(who):
    """S0: important people for important moments."""
    found = checked(who, Size.SMALL)
    assert found.verdict == Verdict.BETTER_NOT
    assert codes(found, Verdict.BETTER_NOT) <= {"ask_trivial_of_key", "ask_trivial_of_star"}


@pytest.mark.parametrize("who", [STAR, replace(WEAK, is_key=True)])
def test_what_matters_may_be_asked_of_them(who):
    assert checked(who, Size.MIDDLE).verdict == Verdict.GO


@pytest.mark.parametrize("tie_class", [None, "pseudo"])
@pytest.mark.parametrize("request_", [None, PLAIN])
def test_a_name_in_the_address_book_is_nobody_to_ask(tie_class, request_):
    found = check(request_, replace(WEAK, tie_class=tie_class), Limits(), today=TODAY)
    assert found.verdict == Verdict.BETTER_NOT


def test_a_large_ask_of_a_weak_tie_waits_until_something_was_given():
    """V5: before an ask, what I gave."""
    assert codes(checked(WEAK, Size.LARGE), Verdict.WAIT) == {"ask_large_of_weak"}
    assert checked(replace(WEAK, net=3.0, spread=1.5), Size.LARGE).verdict == Verdict.GO
    assert checked(WEAK, Size.LARGE, meets="a plan").verdict == Verdict.GO


@pytest.mark.parametrize("size", list(Size))
def test_of_somebody_barely_known_nothing_is_asked_before_something_was_given(size):
    """S0: who has just met does not have the other solve their problem at once."""
    who = replace(WEAK, standing=None)
    assert "ask_barely_known" in codes(checked(who, size), Verdict.WAIT)
    assert checked(replace(who, net=3.0, spread=1.5), size).verdict == Verdict.GO


def test_who_owes_gives_first():
    found = checked(replace(WEAK, net=-8.0, spread=2.0, latest_favour=HELP))
    assert codes(found, Verdict.WAIT) == {"ask_owing"}
    assert found.until == TODAY + timedelta(days=21)


def test_a_balance_nobody_is_sure_of_holds_nothing_up():
    assert checked(replace(WEAK, net=-4.0, spread=2.0, latest_favour=HELP)).verdict == Verdict.GO


def test_close_people_bear_more_owing():
    assert checked(replace(CLOSE, net=-8.0, spread=1.0, latest_favour=HELP)).verdict == Verdict.GO


def test_thanks_come_before_the_next_ask():
    found = checked(replace(WEAK, unthanked=(HELP,)))
    assert codes(found, Verdict.WAIT) == {"ask_thanks_owed"}
    assert found.until == TODAY + timedelta(days=3)


def test_while_an_answer_is_open_nothing_more_is_asked():
    found = checked(replace(WEAK, asks=(ask(3, outcome=""),)))
    assert "ask_still_open" in codes(found, Verdict.WAIT)
    assert found.until >= TODAY + timedelta(days=11)


def test_a_silence_longer_than_patience_is_taken_for_an_answer_and_passes():
    found = checked(replace(WEAK, asks=(ask(20, Size.SMALL, outcome=""),)))
    assert codes(found, Verdict.WAIT) == {"ask_ignored"}
    assert checked(replace(WEAK, asks=(ask(95, outcome=""),))).verdict == Verdict.GO


def test_a_letter_that_waits_for_their_answer_comes_first():
    by = TODAY + timedelta(days=4)
    found = checked(replace(WEAK, sent_on=TODAY - timedelta(days=2), answer_by=by))
    assert codes(found, Verdict.WAIT) == {"ask_letter_open"} and found.until == by


def test_the_third_time_in_a_month_is_too_often_and_the_day_is_named():
    found = checked(replace(CLOSE, asks=(ask(20, Size.LARGE), ask(10, Size.LARGE))))
    assert codes(found, Verdict.WAIT) == {"ask_too_often"}
    assert found.until == TODAY + timedelta(days=70)


@pytest.mark.parametrize("size", list(Size))
def test_three_times_in_a_month_is_too_often_whatever_the_size(size):
    who = replace(WEAK, asks=(ask(25, Size.SMALL), ask(12, Size.SMALL)))
    found = check(Request(what="a coffee", size=size, why_them="Good beans."), who, Limits(), today=TODAY)
    assert "ask_too_often" in codes(found, Verdict.WAIT)


def test_the_very_same_thing_is_named_as_such():
    again = tuple(ask(days, Size.SMALL, what="Look at  my plan") for days in (25, 12))
    found = checked(replace(CLOSE, asks=again))
    (often,) = (each for each in found.findings if each.question == Question.OFTEN)
    assert often.because.code == "ask_same_again" and often.because.numbers["same_times"] == 2


def test_on_the_named_day_it_is_no_longer_too_often():
    who = replace(CLOSE, asks=(ask(20, Size.LARGE), ask(10, Size.LARGE)))
    assert check(PLAIN, who, Limits(), today=checked(who).until).verdict == Verdict.GO


def test_a_no_is_respected_for_half_a_year():
    who = replace(CLOSE, asks=(ask(100, outcome=AskOutcome.DECLINED),))
    found = checked(who)
    assert codes(found, Verdict.WAIT) == {"ask_declined"} and found.until == TODAY + timedelta(days=80)
    assert check(PLAIN, who, Limits(), today=found.until).verdict == Verdict.GO


def test_the_first_word_after_a_long_silence_is_no_request():
    assert "ask_silent" in codes(checked(replace(WEAK, silent_days=100)), Verdict.WAIT)
    assert checked(replace(WEAK, silent_days=100, rhythm_days=60)).verdict == Verdict.GO


def test_their_letter_is_answered_before_anything_is_asked():
    assert codes(checked(replace(WEAK, owed_reply_days=3)), Verdict.WAIT) == {"ask_reply_first"}


def test_who_hardly_ever_answers_is_reached_another_way_first():
    assert codes(checked(replace(WEAK, reply_chance=0.1)), Verdict.WAIT) == {"ask_seldom_answers"}


def test_a_large_ask_with_nothing_in_it_for_them_waits_and_a_need_of_theirs_is_where_to_begin():
    assert codes(checked(CLOSE, Size.LARGE, " "), Verdict.WAIT) == {"ask_nothing_for_them"}
    found = checked(CLOSE, Size.LARGE, "", need="a printer")
    assert codes(found, Verdict.WAIT) == {"ask_nothing_for_them_need"}


def test_what_is_of_use_to_me_alone_and_no_honour_to_them_overdraws():
    """S0: no help to them and nothing to be proud of is what overdrawing means."""
    assert checked(WEAK, why="", is_proud=False).verdict == Verdict.BETTER_NOT
    assert checked(WEAK, why="", is_proud=True).verdict == Verdict.GO
    assert checked(WEAK, why="It fits your plan.", is_proud=False).verdict == Verdict.GO


def test_a_need_of_theirs_is_what_is_in_it_for_them():
    assert "ask_meets_their_need" in codes(checked(WEAK, why="", meets="a plan"), Verdict.GO)


def test_a_lighter_way_is_told_but_holds_nobody_up_who_may_be_asked():
    assert checked(WEAK, cheaper=("Bob",)).verdict == Verdict.GO
    found = checked(replace(WEAK, owed_reply_days=1), cheaper=("Bob", "Eve"))
    assert codes(found, Verdict.WAIT) == {"ask_reply_first", "ask_cheaper_some"}


def test_the_steps_come_before_the_ask_and_a_better_not_has_none():
    who = replace(WEAK, owed_reply_days=2, unthanked=(HELP,), silent_days=100)
    request = Request(what="look at my plan", need="a printer")
    found = steps(request, who, Limits(), today=TODAY, offer="a printing press")
    assert [each.because.code for each in found] == [
        "give_reply",
        "give_thanks",
        "give_greeting",
        "give_offer",
        "give_ask",
    ]
    assert [each.is_the_ask for each in found] == [False] * 4 + [True]
    assert found[-1].on == check(request, who, Limits(), today=TODAY).until
    assert steps(replace(request, size=Size.SMALL), STAR, Limits(), today=TODAY) == ()


@given(situations, requests, st.sampled_from(["", "a printing press"]))
@example(CLOSE, Request(what="look at my plan", need="a printer"), "a printing press")
def test_steps_stand_in_the_order_of_their_days_and_the_ask_is_the_last(who, request, offer):
    told = steps(request, who, Limits(), today=TODAY, offer=offer)
    assert [each.on for each in told] == sorted(each.on for each in told)
    assert [each.is_the_ask for each in told] == [False] * (len(told) - 1) + [True] * bool(told)


def test_where_one_may_ask_today_what_is_given_with_it_is_for_today():
    """The ask stood before the gift, which was two days later."""
    request = Request(what="look at my plan", need="a printer")
    assert check(request, CLOSE, Limits(), today=TODAY).verdict == Verdict.GO
    found = steps(request, CLOSE, Limits(), today=TODAY, offer="a printing press")
    assert [(each.because.code, each.on) for each in found] == [("give_offer", TODAY), ("give_ask", TODAY)]


@given(situations, requests)
def test_whatever_waits_has_a_step_or_a_day(who, request):
    found = check(request, who, Limits(), today=TODAY)
    told = steps(request, who, Limits(), today=TODAY)
    assert (told == ()) == (found.verdict == Verdict.BETTER_NOT)
    assert all(each.on >= TODAY for each in told)


def test_how_near_an_ask_is_to_the_lines_counts_it_with_those_before_it():
    who = replace(WEAK, asks=(ask(10),), net=-5.0, spread=2.0)
    assert nearness(Size.MIDDLE, who, Limits(), today=TODAY) == (1.5, 1.0)
    close = replace(who, tie_class="strong")
    assert nearness(Size.MIDDLE, close, Limits(), today=TODAY) == (0.5, pytest.approx(0.333))


def held_up(code: str, who: Situation = CLOSE, **more: object) -> date | None:
    """Return until when a reason holds an ask up, None where it does not."""
    found = checked(who, **more).findings
    return next((each.until for each in found if each.because.code == code), None)


@pytest.mark.parametrize(
    ("code", "outcome", "days"),
    [("ask_declined", AskOutcome.DECLINED, 180), ("ask_ignored", AskOutcome.IGNORED, 45)],
)
def test_a_no_is_respected_for_half_a_year_and_a_silence_for_six_weeks(code, outcome, days):
    assert held_up(code, replace(CLOSE, asks=(ask(days - 1, outcome=outcome),))) == TODAY + timedelta(days=1)
    assert held_up(code, replace(CLOSE, asks=(ask(days, outcome=outcome),))) is None
    assert held_up(code, replace(CLOSE, asks=(ask(1, outcome=outcome),)), size=Size.SMALL) is None


def test_of_two_noes_the_later_one_counts():
    asks = (ask(170, outcome=AskOutcome.DECLINED), ask(20, outcome=AskOutcome.DECLINED))

    assert held_up("ask_declined", replace(CLOSE, asks=asks)) == TODAY + timedelta(days=160)


@pytest.mark.parametrize(
    ("days_ago", "until"), [((29, 20, 3), 10), ((20, 3), 10), ((29, 3), 1), ((30, 3), None)]
)
def test_the_day_for_a_third_ask_of_a_month_is_when_the_last_but_one_is_a_month_old(days_ago, until):
    asks = tuple(ask(days, Size.SMALL, what=f"thing {days}") for days in days_ago)
    expected = None if until is None else TODAY + timedelta(days=until)

    assert held_up("ask_too_often", replace(CLOSE, asks=asks), size=Size.SMALL) == expected


def test_what_was_asked_leaves_the_account_after_ninety_days():
    def until(days_ago: int) -> date | None:
        return held_up("ask_too_often", replace(WEAK, asks=(ask(days_ago, Size.LARGE),)), size=Size.MIDDLE)

    assert until(89) == TODAY + timedelta(days=1)
    assert until(90) is None


def test_an_open_ask_is_awaited_for_a_fortnight_and_then_counts_as_a_silence():
    def codes_of(days_ago: int) -> set[str]:
        return codes(checked(replace(CLOSE, asks=(ask(days_ago, outcome=""),))), Verdict.WAIT)

    assert codes_of(13) == {"ask_still_open"}
    assert codes_of(14) == {"ask_ignored"}


@pytest.mark.parametrize(("rhythm", "last"), [(7, 45), (30, 60), (None, 45)])
def test_after_so_long_a_silence_a_greeting_comes_first(rhythm, last):
    quiet = replace(CLOSE, rhythm_days=rhythm)

    assert held_up("ask_silent", replace(quiet, silent_days=last)) is None
    assert held_up("ask_silent", replace(quiet, silent_days=last + 1)) == TODAY + timedelta(days=10)


def test_a_chance_of_an_answer_is_spoken_of_only_where_it_says_something():
    def said(chance: float) -> set[str]:
        found = checked(replace(CLOSE, reply_chance=chance)).findings
        return {each.because.code for each in found} & {"ask_seldom_answers", "ask_mostly_answers"}

    assert [said(chance) for chance in (0.29, 0.3, 0.59, 0.6)] == [
        {"ask_seldom_answers"},
        set(),
        set(),
        {"ask_mostly_answers"},
    ]


def test_nothing_small_is_asked_of_somebody_with_little_attention_for_me():
    def is_trivial(**others: object) -> bool:
        found = checked(replace(WEAK, **others), size=Size.SMALL)
        return "ask_trivial_of_star" in codes(found, Verdict.BETTER_NOT)

    assert [is_trivial(standing=each) for each in (0.44, 0.45)] == [True, False]
    assert [is_trivial(reply_chance=each) for each in (0.49, 0.5)] == [True, False]


def test_each_wait_names_its_day():
    days = {
        "ask_barely_known": (replace(WEAK, standing=None), {}, 21),
        "ask_large_of_weak": (WEAK, {"size": Size.LARGE}, 21),
        "ask_nothing_for_them_need": (WEAK, {"why": "", "need": "a printer"}, 3),
        "ask_owing": (replace(CLOSE, net=-9.1, has_entries=True, latest_favour=HELP), {}, 21),
        "ask_thanks_owed": (replace(CLOSE, has_entries=True, unthanked=(HELP,)), {}, 3),
        "ask_reply_first": (replace(CLOSE, owed_reply_days=2), {}, 1),
    }
    found = {code: held_up(code, who, **more) for code, (who, more, _) in days.items()}

    assert found == {code: TODAY + timedelta(days=wait) for code, (*_, wait) in days.items()}


def test_close_people_bear_three_times_as_much_owing():
    def is_owing(who: Situation, net: float) -> bool:
        owing = replace(who, net=net, has_entries=True, latest_favour=HELP)
        return held_up("ask_owing", owing) is not None

    assert [is_owing(WEAK, net) for net in (-3.0, -3.1)] == [False, True]
    assert [is_owing(CLOSE, net) for net in (-9.0, -9.1)] == [False, True]


def test_an_open_ask_or_letter_holds_up_until_its_day():
    awaited = replace(CLOSE, asks=(ask(3, outcome=""), ask(10, outcome="")))
    written = replace(CLOSE, sent_on=TODAY, answer_by=TODAY + timedelta(days=1))

    assert held_up("ask_still_open", awaited) == TODAY + timedelta(days=11)
    assert held_up("ask_letter_open", written) == TODAY + timedelta(days=1)
    assert held_up("ask_letter_open", replace(written, answer_by=TODAY)) is None


@pytest.mark.parametrize("gone", ["archived", "deceased"])
@pytest.mark.parametrize("size", list(Size))
def test_nothing_is_asked_of_who_is_gone_however_close_they_were(gone, size):
    """V7: with a request named or without."""
    who = replace(CLOSE, gone=gone)

    assert codes(checked(who, size), Verdict.BETTER_NOT) == {f"ask_of_{gone}"}
    assert checked(who, size).verdict == Verdict.BETTER_NOT
    assert check(None, who, Limits(), today=TODAY).verdict == Verdict.BETTER_NOT
