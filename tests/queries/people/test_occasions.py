"""Days to remember as the owner sees them, and the Chinese calendar behind them."""

from datetime import date, timedelta

import pytest
from borax.calendars.lunardate import LunarDate

from renmai.domain.people.occasions import ChineseDate, LunarDay, YearlyDay, next_return
from renmai.queries.people.occasions import chinese_date, solar_of

NEW_YEARS = {
    1901: (2, 19), 1912: (2, 18), 1924: (2, 5), 1936: (1, 24), 1949: (1, 29), 1950: (2, 17), 1958: (2, 18),
    1966: (1, 21), 1976: (1, 31), 1978: (2, 7), 1985: (2, 20), 1988: (2, 17), 1990: (1, 27), 1997: (2, 7),
    2000: (2, 5), 2001: (1, 24), 2008: (2, 7), 2012: (1, 23), 2015: (2, 19), 2018: (2, 16), 2019: (2, 5),
    2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17),
    2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3), 2033: (1, 31), 2034: (2, 19), 2050: (1, 23),
}  # fmt: skip
LEAP_MONTHS = {
    2001: 4,
    2004: 2,
    2006: 7,
    2009: 5,
    2012: 4,
    2014: 9,
    2017: 6,
    2020: 4,
    2023: 2,
    2025: 6,
    2028: 5,
    2033: 11,
}


@pytest.mark.parametrize(("year", "day"), NEW_YEARS.items())
def test_the_new_year_of_the_chinese_calendar_is_on_its_known_day(year, day):
    assert solar_of(year, 1, 1, False) == date(year, *day)


@pytest.mark.parametrize(("year", "month"), LEAP_MONTHS.items())
def test_the_leap_months_are_the_known_ones(year, month):
    assert [m for m in range(1, 13) if solar_of(year, m, 1, True)] == [month]


def test_every_day_of_two_centuries_goes_to_the_chinese_calendar_and_back():
    day, last, wrong = date(1901, 1, 1), date(2099, 12, 31), []
    while day <= last:
        lunar = LunarDate.from_solar(day)
        if solar_of.__wrapped__(lunar.year, lunar.month, lunar.day, bool(lunar.leap)) != day:
            wrong.append(day)
        day += timedelta(days=1)

    assert wrong == []


@pytest.mark.parametrize(
    ("festival", "month", "day", "known"),
    [
        ("Dragon Boat 2024", 5, 5, date(2024, 6, 10)),
        ("Mid-Autumn 2020", 8, 15, date(2020, 10, 1)),
        ("Mid-Autumn 2026", 8, 15, date(2026, 9, 25)),
        ("Double Ninth 2023", 9, 9, date(2023, 10, 23)),
        ("Laba 2025", 12, 8, date(2026, 1, 26)),
    ],
)
def test_festivals_fall_on_their_known_days(festival, month, day, known):
    assert next_return(YearlyDay(month, day, is_lunar=True), known - timedelta(days=20), solar_of).on == known


def test_a_lunar_thirtieth_comes_back_every_year():
    day, today = YearlyDay(12, 30, 1990, is_lunar=True), date(2020, 3, 1)
    found = [next_return(day, today.replace(year=year), solar_of) for year in range(2020, 2060)]

    assert all(returned and 0 < returned.turning <= 70 for returned in found)
    assert found[4].on == date(2025, 1, 28)  # 29 days in the twelfth month of 2024


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 4, 14), ChineseDate(2026, LunarDay(2, 27), None, 0)),
        (date(2026, 4, 15), ChineseDate(2026, LunarDay(2, 28), 7, 5)),
        (date(2026, 4, 20), ChineseDate(2026, LunarDay(3, 4), 7, 0)),
        (date(2026, 4, 21), ChineseDate(2026, LunarDay(3, 5), None, 0)),
        (date(2025, 7, 25), ChineseDate(2025, LunarDay(6, 1, is_leap=True), None, 0)),
        (date(2026, 12, 31), ChineseDate(2026, LunarDay(11, 23), 0, 5)),
    ],
)
def test_a_solar_term_is_at_hand_from_five_days_before_it_until_its_day(day, found):
    assert chinese_date(day) == found


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2101, 1, 1), date(2200, 1, 1)])
def test_beyond_its_tables_the_calendar_says_nothing(day):
    assert chinese_date(day) is None
