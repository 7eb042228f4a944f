"""Reasons: their numbers are read as numbers, never guessed from words."""

import pytest

from renmai.domain.book.because import figure


def test_a_number_is_read_as_one_and_an_absent_one_is_what_the_caller_says():
    assert figure({"ago_days": 3}, "ago_days") == 3.0
    assert figure({}, "ago_days") == 0.0
    assert figure({}, "usual_hours", 24.0) == 24.0


def test_words_under_the_name_of_a_number_are_a_fault_and_not_a_zero():
    with pytest.raises(TypeError, match="ago_days is no number"):
        figure({"ago_days": "3"}, "ago_days")
