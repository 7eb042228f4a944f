"""Rules of days that come back every year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.people.occasions import Return, YearlyDay, distinct, next_return, read_day

LEAP_YEAR_OF_TEST = 2025


def moons(year: int, month: int, day: int, is_leap: bool) -> date | None:
    """A plain calendar for the rules: months of 30 and 29 days in turn, a leap sixth month in 2025 only."""
    if (is_leap and (year, month) != (LEAP_YEAR_OF_TEST, 6)) or day > (30 if month % 2 else 29):
        return None
    start = date(year, 2, 1) + timedelta(days=29 * (month - 1) + month // 2)
    return start + timedelta(days=day - 1 + (29 if is_leap else 0))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1990-05-01", YearlyDay(5, 1, 1990)),
        ("--05-01", YearlyDay(5, 1)),
        ("--02-29", YearlyDay(2, 29)),
        ("lunar:1990-08-16", YearlyDay(8, 16, 1990, is_lunar=True)),
        ("lunar:--08-30", YearlyDay(8, 30, is_lunar=True)),
        ("lunar:2020-04L-15", YearlyDay(4, 15, 2020, is_lunar=True, is_leap=True)),
    ],
)
def test_a_fact_says_a_day_with_or_without_its_year(value, day):
    assert read_day(value) == day


@pytest.mark.parametrize(
    "value", ["", "1990", "1990-13-01", "--02-30", "lunar:--01-31", "--04L-15", "1990-05-01T", "五月"]
)
def test_what_is_no_day_is_none(value):
    assert read_day(value) is None


def test_a_birthday_today_is_today():
    assert next_return(YearlyDay(5, 1, 1990), date(2026, 5, 1), moons) == Return(date(2026, 5, 1), 36)


def test_a_birthday_that_passed_comes_next_year():
    assert next_return(YearlyDay(5, 1, 1990), date(2026, 5, 2), moons) == Return(date(2027, 5, 1), 37)


def test_the_29th_of_february_is_kept_on_the_28th_in_common_years():
    day = YearlyDay(2, 29, 2000)

    assert next_return(day, date(2026, 1, 1), moons) == Return(date(2026, 2, 28), 26)
    assert next_return(day, date(2028, 1, 1), moons) == Return(date(2028, 2, 29), 28)


def test_nobody_turns_an_age_that_is_not_known_or_not_reached():
    assert next_return(YearlyDay(5, 1), date(2026, 1, 1), moons).turning is None
    assert next_return(YearlyDay(5, 1, 2026), date(2026, 1, 1), moons).turning is None
    assert next_return(YearlyDay(5, 1, 2030), date(2026, 1, 1), moons).turning is None


def test_a_lunar_thirtieth_is_kept_on_the_29th_of_a_short_month():
    assert next_return(YearlyDay(2, 30, 1990, is_lunar=True), date(2026, 2, 2), moons) == Return(
        moons(2026, 2, 29, False), 36
    )


def test_a_leap_month_is_kept_where_the_year_has_it_and_else_in_the_ordinary_month():
    born = YearlyDay(6, 15, 2006, is_lunar=True, is_leap=True)

    assert next_return(born, date(2025, 3, 1), moons).on == moons(2025, 6, 15, True)
    assert next_return(born, date(2026, 3, 1), moons).on == moons(2026, 6, 15, False)


def test_a_lunar_year_that_began_last_year_counts_in_january():
    twelfth = YearlyDay(12, 20, 1990, is_lunar=True)

    assert next_return(twelfth, date(2026, 1, 2), moons) == Return(date(2026, 1, 11), 35)


def test_where_the_lunar_tables_end_there_is_no_next_day():
    assert next_return(YearlyDay(1, 1, is_lunar=True), date(2026, 1, 1), lambda *_: None) is None


def test_a_day_with_its_year_stands_for_the_same_day_without():
    days = [YearlyDay(5, 1), YearlyDay(5, 1, 1990), YearlyDay(8, 16, is_lunar=True)]

    assert set(distinct(days)) == {YearlyDay(5, 1, 1990), YearlyDay(8, 16, is_lunar=True)}


@given(
    st.builds(YearlyDay, st.integers(1, 12), st.integers(1, 28), st.none() | st.integers(1900, 2100)),
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
)
def test_a_solar_day_always_comes_within_a_year(day, today):
    assert today <= next_return(day, today, moons).on <= today + timedelta(days=365)
