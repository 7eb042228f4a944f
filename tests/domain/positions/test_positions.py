"""Positions (T6): when one is held, and when two names mean one place."""

from datetime import date

import pytest

from renmai.domain.positions.positions import Position, bears, held_on, in_order, is_same_place

NOTED = date(2026, 1, 1)


def position(key: str, since: date | None, until: date | None) -> Position:
    return Position(key=key, person_id=None, organisation="Acme", noted_on=NOTED, since=since, until=until)


def test_a_position_is_held_from_its_first_day_to_its_last():
    one = position("1", date(2024, 3, 1), date(2025, 3, 1))

    assert [one.is_held(date(*day)) for day in ((2024, 2, 29), (2024, 3, 1), (2025, 3, 1), (2025, 3, 2))] == [
        False,
        True,
        True,
        False,
    ]
    assert position("2", None, None).is_held(date(1990, 1, 1))


def test_a_last_day_ahead_is_a_coming_change():
    one = position("1", None, date(2026, 6, 30))

    assert one.ends_after(date(2026, 6, 30)) and not one.ends_after(date(2026, 7, 1))
    assert not position("2", None, None).ends_after(date(2026, 6, 30))


def test_the_newest_position_comes_first_whatever_the_order():
    old = position("1", date(2019, 1, 1), date(2021, 1, 1))
    now, before = position("2", date(2023, 1, 1), None), position("3", date(2021, 1, 2), date(2022, 12, 31))

    assert in_order([old, now, before]) == in_order([before, old, now]) == (now, before, old)
    assert held_on([old, now, before], date(2022, 5, 5)) == (before,)


@pytest.mark.parametrize(
    ("one", "other", "hosts", "is_same"),
    [
        ("Acme", "ACME Inc.", ("", ""), True),
        ("青枝家居", "青枝家居有限公司", ("", ""), True),
        ("青枝家居", "青枝家居 上海", ("", ""), True),
        ("Acme", "Acme Robotics of Ghent", ("", ""), False),
        ("Acme", "Bolt", ("", ""), False),
        ("半亩设计", "banmu.example", ("banmu.example", "banmu.example"), True),
        ("Bell & Hook", "", ("", "bellhook.example"), True),
        ("SUSE Labs", "", ("", "suse.com"), True),
        ("Go", "", ("", "go.example"), False),
        ("", "", ("", ""), False),
    ],
)
def test_two_names_mean_one_place_by_words_or_by_domain(one, other, hosts, is_same):
    assert is_same_place(one, other, one_host=hosts[0], other_host=hosts[1]) is is_same
    assert is_same_place(other, one, one_host=hosts[1], other_host=hosts[0]) is is_same


def test_a_domain_of_two_letters_is_named_after_nobody():
    assert not bears("HP Labs", "hp.com")
