"""Days of the Chinese calendar as Chinese and English name them."""

from datetime import date

import pytest
from django.utils.translation import override

from renmai.domain.people.occasions import LunarDay
from renmai.queries.people.occasions import chinese_date
from renmai.wording.people.chinese_calendar import chinese_date_words, lunar_day_words


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        (
            date(2026, 4, 16),
            "丙午年二月廿九，四天后谷雨",
            "day 29 of the 2nd lunar month, Grain Rain in 4 days",
        ),
        (
            date(2026, 12, 22),
            "丙午年冬月十四，今日冬至",
            "day 14 of the 11th lunar month, Winter Solstice today",
        ),
        (date(2025, 7, 25), "乙巳年闰六月初一", "day 1 of the leap 6th lunar month"),
        (date(2026, 1, 4), "乙巳年冬月十六，明日小寒", "day 16 of the 11th lunar month, Minor Cold tomorrow"),
        (
            date(2100, 12, 31),
            "庚申年腊月初一，五天后小寒",
            "day 1 of the 12th lunar month, Minor Cold in 5 days",
        ),
    ],
)
def test_today_is_named_in_the_chinese_calendar_with_the_term_at_hand(day, chinese, english):
    for language, said in (("zh-hans", chinese), ("en", english)):
        with override(language):
            assert chinese_date_words(chinese_date(day)) == said


@pytest.mark.parametrize(
    ("day", "chinese"),
    [
        (LunarDay(1, 1), "农历正月初一"),
        (LunarDay(8, 15), "农历八月十五"),
        (LunarDay(12, 30), "农历腊月三十"),
        (LunarDay(4, 20, is_leap=True), "农历闰四月二十"),
        (LunarDay(11, 21), "农历冬月廿一"),
    ],
)
def test_a_day_without_its_year_is_named(day, chinese):
    with override("zh-hans"):
        assert lunar_day_words(day) == chinese
