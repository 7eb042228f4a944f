"""Matches (V4): roles, worth and order, whatever the order in which they come."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.value.matches import (
    Match,
    MatchKind,
    can_pass,
    is_worth_keeping,
    pair_named,
    ranked,
    same_words,
    worth,
)
from renmai.domain.value.values import Importance, Origin, Side, Value

DAY = date(2026, 4, 16)
people = st.one_of(st.none(), st.integers(1, 5))
shares = st.floats(0.01, 1)


def value(key: int, person_id: int | None, side: str, **said) -> Value:
    return Value(
        key=str(key), person_id=person_id, side=side, text=f"text {key}", **{"noted_on": DAY, **said}
    )


def match(needs: int | None, has: int | None, fit: float = 0.5, **of_need) -> Match:
    return Match(need=value(1, needs, Side.NEED, **of_need), offer=value(2, has, Side.OFFER), fit=fit)


def test_who_gives_to_whom_is_told_by_whose_need_and_whose_offer_it_is():
    assert match(7, None).kind == MatchKind.GIVE and match(7, None).people == (7,)
    assert match(None, 7).kind == MatchKind.GET and match(None, 7).people == (7,)
    assert match(7, 8).kind == MatchKind.JOIN and match(7, 8).people == (7, 8)


@given(people, people)
def test_what_can_pass_one_way_can_pass_the_other(one, other):
    there = can_pass(value(1, one, Side.NEED), value(2, other, Side.OFFER))
    back = can_pass(value(1, other, Side.NEED), value(2, one, Side.OFFER))
    assert there == back == (one != other)


@given(shares, shares, shares)
def test_of_two_ties_the_fainter_counts_whichever_side_it_is_on(fit, one, other):
    ties = {7: one, 8: other}
    there, back = worth(match(7, 8, fit), ties.get, DAY), worth(match(8, 7, fit), ties.get, DAY)
    assert there == back <= worth(match(7, None, fit), lambda _: max(one, other), DAY)


def test_importance_freshness_and_sureness_each_raise_the_worth():
    tie = {7: 0.5}.get
    plain = worth(match(7, None), tie, DAY)
    assert worth(match(7, None, importance=Importance.HIGH), tie, DAY) == 2 * plain
    assert worth(match(7, None, origin=Origin.GUESS), tie, DAY) == plain / 2
    assert worth(match(7, None, noted_on=DAY - timedelta(days=180)), tie, DAY) == plain / 2
    assert worth(match(7, None, until=DAY - timedelta(days=1)), tie, DAY) == 0
    assert worth(match(7, None, fit=0.6), tie, DAY) > plain


@given(st.lists(st.tuples(st.integers(1, 40), shares), unique_by=lambda pair: pair[0]), st.randoms())
def test_the_order_depends_on_worth_and_key_and_not_on_how_they_come(fits, chance):
    found = [
        Match(need=value(key, 7, Side.NEED), offer=value(99, None, Side.OFFER), fit=fit) for key, fit in fits
    ]
    shuffled = chance.sample(found, len(found))
    order = ranked(found, lambda _: 0.5, DAY)
    assert order == ranked(shuffled, lambda _: 0.5, DAY)
    assert [each.fit for each in order] == sorted((fit for _, fit in fits), reverse=True)


def test_what_is_over_or_of_no_tie_at_all_is_left_out():
    over = match(7, None, until=DAY - timedelta(days=1))
    assert ranked([over], lambda _: 1.0, DAY) == [] and ranked([match(7, None)], lambda _: 0.0, DAY) == []


def test_two_shared_words_are_enough_where_one_is_not():
    assert is_worth_keeping(0.3, 0) and is_worth_keeping(0.2, 2)
    assert not is_worth_keeping(0.2, 1) and not is_worth_keeping(0.1, 3)


def test_the_same_words_are_the_same_however_they_were_typed():
    assert same_words("  A  Printer. ") == same_words("a printer") and same_words("印刷厂。") == "印刷厂"


def test_a_match_is_named_by_its_two_notes_and_nothing_else_is_a_match_s_name():
    assert pair_named(match(1, 2).key) == (match(1, 2).need.key, match(1, 2).offer.key)
    assert [
        key
        for key in ("", "-", "12", "12-", "-3", "1-2-3", "a-1", "f" * 12, "9" * 19 + "-1")
        if pair_named(key)
    ] == []
