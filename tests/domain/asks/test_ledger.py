"""The ledger (V6): what favours leave, whatever the order they are noted in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.asks.ledger import Favour, Size, balance, thanks_owed

TODAY = date(2026, 4, 16)


def favour(days_ago: float, *, mine: bool = False, size: str = Size.MIDDLE, **more: object) -> Favour:
    on = TODAY - timedelta(days=days_ago)
    return Favour(key=f"{on}{mine}{size}", on=on, is_from_me=mine, size=size, what="", **more)


favours = st.builds(
    favour,
    st.integers(-30, 3000),
    mine=st.booleans(),
    size=st.sampled_from(list(Size)),
    is_thanked=st.booleans(),
)


def test_what_i_gave_is_owed_to_me_and_what_i_got_is_owed_by_me():
    found = balance([favour(0, mine=True, size=Size.LARGE), favour(0, size=Size.SMALL)], today=TODAY)
    assert (found.given, found.received, found.net) == (6, 1, 5)


def test_a_favour_counts_half_after_two_years():
    assert balance([favour(730, mine=True)], today=TODAY).net == pytest.approx(1.5)


def test_a_favour_that_has_not_happened_yet_does_not_count():
    assert balance([favour(-1, mine=True)], today=TODAY).rows == ()


def test_nobody_can_say_who_owes_whom_where_the_doubt_is_larger():
    assert balance([favour(0, mine=True), favour(9)], today=TODAY).is_even
    assert not balance([favour(0, mine=True, size=Size.LARGE)] * 3, today=TODAY).is_even


@given(st.lists(favours, max_size=10), st.randoms())
def test_the_order_of_noting_makes_no_difference(some, random):
    shuffled = list(some)
    random.shuffle(shuffled)
    one, other = balance(some, today=TODAY), balance(shuffled, today=TODAY)
    assert one.net == pytest.approx(other.net)
    assert [row.favour.on for row in one.rows] == [row.favour.on for row in other.rows]


@given(st.lists(favours, max_size=10))
def test_the_balance_is_explained_by_its_rows(some):
    found = balance(some, today=TODAY)
    signed = (row.left if row.favour.is_from_me else -row.left for row in found.rows)
    assert found.net == pytest.approx(sum(signed))


@given(st.lists(favours, max_size=10), favours)
def test_taking_one_back_restores_the_balance(some, one):
    before = balance(some, today=TODAY)
    after = balance([*some, one][:-1], today=TODAY)
    assert (before.net, before.spread) == (after.net, after.spread)


@given(st.lists(favours, max_size=10), st.integers(1, 400))
def test_time_brings_a_balance_nearer_to_nothing(some, days):
    past = [each for each in some if each.on <= TODAY]
    now, later = balance(past, today=TODAY), balance(past, today=TODAY + timedelta(days=days))
    assert abs(later.net) <= abs(now.net) + 1e-9


def test_thanks_are_owed_for_what_was_received_and_never_thanked_for_within_a_year():
    owed = favour(30)
    some = [owed, favour(20, is_thanked=True), favour(10, mine=True), favour(400), favour(-2)]
    assert thanks_owed(some, today=TODAY) == (owed,)


def test_what_each_size_counts_and_from_when_it_can_be_said_who_owes_whom():
    def net(*some: Favour) -> float:
        return balance(some, today=TODAY).net

    assert [net(favour(0, mine=True, size=size)) for size in (Size.SMALL, Size.MIDDLE, Size.LARGE)] == [
        1,
        3,
        6,
    ]
    small, rest = favour(0, mine=True, size=Size.SMALL), favour(1268, mine=True, size=Size.SMALL)
    assert net(small, rest) == pytest.approx(1.3, abs=0.01)
    assert balance([small], today=TODAY).is_even
    assert not balance([small, rest], today=TODAY).is_even
