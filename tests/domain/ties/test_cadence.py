"""Cadence: from when on a pause is a silence."""

from renmai.domain.ties.cadence import is_silence


def test_a_pause_of_two_weeks_is_a_silence_and_a_day_less_is_none():
    assert is_silence(14)
    assert not is_silence(13)


def test_who_never_met_is_not_silent():
    assert not is_silence(None)
