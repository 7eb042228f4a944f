"""A day in a sentence: its year stands where it is not the one in which the sentence is read."""

from contextvars import copy_context
from datetime import date

from django.utils.translation import override

from renmai.domain.book.because import Because
from renmai.wording import sentence
from renmai.wording.book.days import day_said, read_on

NEW_YEARS_EVE = date(2025, 12, 31)


def test_the_year_stands_where_nobody_said_when_the_sentence_is_read():
    assert copy_context().run(day_said, NEW_YEARS_EVE, is_chinese=False) == "31 December 2025"


def test_the_day_of_reading_ends_with_what_is_said_within_it():
    with read_on(date(2026, 1, 1)):
        with read_on(NEW_YEARS_EVE):
            assert day_said(NEW_YEARS_EVE, is_chinese=True) == "12月31日"
        assert day_said(NEW_YEARS_EVE, is_chinese=True) == "2025年12月31日"


def test_a_reason_of_last_year_says_so():
    numbers = {"name": "Ada", "what": "the list", "on": "2025-12-31", "late_days": 2}
    with override("en"), read_on(date(2026, 1, 2)):
        assert "for 31 December 2025" in sentence(Because("promise_late", numbers))
