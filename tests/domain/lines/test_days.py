"""The days a line names: relative and absolute, in both languages; what cannot be meant names none (C3)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.lines.days import days_in, without_days
from tests.domain.lines.sentences import solar_of

TODAY = date(2026, 11, 30)  # a Monday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今天", "2026-11-30"),
        ("昨晚", "2026-11-29"),
        ("大前天", "2026-11-27"),
        ("上周三", "2026-11-25"),
        ("上个星期天", "2026-11-29"),
        ("上上周一", "2026-11-16"),
        ("周二", "2026-11-24"),
        ("下周三", "2026-12-09"),
        ("11月2日", "2026-11-02"),
        ("11月2号", "2026-11-02"),
        ("2025年3月4日", "2025-03-04"),
        ("11/20", "2026-11-20"),
        ("上个月15号", "2026-10-15"),
        ("3天前", "2026-11-27"),
        ("两周前", "2026-11-16"),
        ("一个月前", "2026-10-30"),
        ("yesterday", "2026-11-29"),
        ("the day before yesterday", "2026-11-28"),
        ("last Friday", "2026-11-27"),
        ("last Monday", "2026-11-23"),
        ("on Tuesday", "2026-11-24"),
        ("Nov 2", "2026-11-02"),
        ("2 November 2025", "2025-11-02"),
        ("two weeks ago", "2026-11-16"),
        ("a couple of days ago", "2026-11-28"),
        ("in three days", "2026-12-03"),
        ("tmrw", "2026-12-01"),
        ("yesturday", "2026-11-29"),
        ("昨儿", "2026-11-29"),
        ("上个月底", "2026-10-31"),
        ("下个月 15 号", "2026-12-15"),
        ("十一月二十号", "2026-11-20"),
        ("农历十月十五", "2026-11-23"),
        ("十月初八", "2026-11-16"),
        ("腊月廿三", "2026-02-10"),
        ("年初二", "2026-02-18"),
        ("闰六月初一", "2025-07-25"),
    ],
)
def test_a_day_is_read_as_it_is_meant(words, day):
    found = days_in(f"… {words} …", today=TODAY, solar_of=solar_of)

    assert [each.on.isoformat() for each in found] == [day]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("中秋给丈母娘送了螃蟹", "2026-09-25"),
        ("国庆去成都看了何平", "2026-10-01"),
        ("除夕那天去了奶奶家", "2026-02-16"),
        ("Saw Ann on Boxing Day", "2025-12-26"),
        ("11.18 和汪洋聊", "2026-11-18"),
    ],
)
def test_a_feast_names_the_last_one(line, day):
    found = days_in(line, today=TODAY, solar_of=solar_of)

    assert [each.on.isoformat() for each in found] == [day]


@pytest.mark.parametrize(
    "line",
    [
        "收到中秋月饼",
        "聊了国庆安排",
        "Sat down with Bob",
        "in the sun",
        "十月二十多人来了",
        "后儿子",
        "11.18万",
    ],
)
def test_a_word_that_is_a_day_elsewhere_names_none(line):
    assert days_in(line, today=TODAY, solar_of=solar_of) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("周五前", "2026-12-04"),
        ("12月10日前", "2026-12-10"),
        ("1月5日前", "2027-01-05"),
        ("年底前", "2026-12-31"),
        ("by Friday", "2026-12-04"),
        ("by the 10th", "2026-12-10"),
        ("before next Monday", "2026-12-07"),
        ("by 2 February", "2027-02-02"),
    ],
)
def test_a_day_by_which_something_is_due_is_to_come(words, day):
    [found] = days_in(words, today=TODAY)

    assert (found.on.isoformat(), found.is_due) == (day, True)


@pytest.mark.parametrize(
    "words", ["2月30日", "20号楼", "99天", "Mayor", "monkey", "999999 weeks ago", "0000-00-00", "13/45"]
)
def test_what_is_no_day_names_none(words):
    assert days_in(words, today=TODAY) == []


def test_a_day_of_this_year_that_comes_soon_is_not_taken_for_one_of_last_year():
    assert [found.on for found in days_in("12月5日", today=TODAY)] == [date(2026, 12, 5)]
    assert [found.on for found in days_in("8月5日", today=TODAY)] == [date(2026, 8, 5)]


def test_the_words_of_a_day_can_be_taken_out():
    for text, left in (("发名单周五前", "发名单"), ("send the list by Friday", "send the list")):
        assert without_days(text, days_in(text, today=TODAY)) == left


@given(st.text(max_size=80), st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_no_text_and_no_day_makes_it_fail(text, today):
    for found in days_in(text, today=today):
        assert text[found.start : found.end]
