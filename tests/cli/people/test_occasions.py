"""A day to remember on the command line."""

from datetime import date

import pytest
from django.utils import translation

from renmai.cli.people.occasions import words
from renmai.domain.people.occasions import LunarDay
from renmai.queries.people.cards import OccasionCard

DAY = {"person_id": 1, "name": "外婆", "on": date(2026, 9, 26), "days_until": 6}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", "生日，农历八月十六，满 80 岁"),
        ("en", "birthday, day 16 of the 8th lunar month, turning 80"),
    ],
)
def test_a_lunar_birthday_says_its_day_and_the_age(language, said):
    card = OccasionCard(**DAY, kind="birthday", is_lunar=True, turning=80, lunar=LunarDay(8, 16))
    with translation.override(language):
        assert words(card) == said


def test_an_anniversary_without_a_year_is_only_that():
    with translation.override("en"):
        assert words(OccasionCard(**DAY, kind="anniversary", is_lunar=False, turning=None)) == "anniversary"
