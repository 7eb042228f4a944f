"""Days: how they are said in both languages."""

from datetime import date

from django.utils import translation

from renmai.web.pictures import days

TODAY = date(2026, 4, 16)


def test_a_day_of_this_year_has_no_year():
    assert days.day_words(TODAY, today=TODAY, is_chinese=True) == "4月16日"
    assert days.day_words(TODAY, today=TODAY, is_chinese=False) == "16 April"


def test_a_day_of_another_year_names_it():
    assert days.day_words(date(2024, 9, 2), today=TODAY, is_chinese=True) == "2024年9月2日"
    assert days.short_day(date(2024, 9, 2), today=TODAY, is_chinese=False) == "2 Sep 2024"


def test_silence_is_said_in_days_then_months_then_years():
    with translation.override("en"):
        assert [days.silence(count) for count in (0, 31, 89, 580, 1000)] == [
            "today",
            "31 d",
            "89 d",
            "19 mo",
            "3 yr",
        ]
    with translation.override("zh-hans"):
        assert [days.silence(count) for count in (0, 31, 580)] == ["今天", "31 天", "19 个月"]


def test_one_day_is_singular_in_english():
    with translation.override("en"):
        assert days.days_until(1) == "tomorrow"
        assert days.days_until(2) == "in 2 days"
