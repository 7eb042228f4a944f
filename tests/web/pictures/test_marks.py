"""Marks of a tie: what the badge, the strength line and a list's strips say."""

from dataclasses import replace

from renmai.web.pictures import specimens
from renmai.web.templatetags.ties.marks import strength, strip_scale, tie_badge
from renmai.web.templatetags.ties.words import quarter_words


def test_a_strong_tie_that_sleeps_wears_the_crescent():
    assert tie_badge(specimens.DORMANT)["mark"] == "dormant_strong"
    assert tie_badge(specimens.STRONG)["mark"] == "strong"
    assert tie_badge(None)["mark"] == "none"


def test_the_state_is_said_only_where_it_is_news():
    assert tie_badge(specimens.STRONG)["state"] == ""
    assert tie_badge(specimens.STRONG, says_active=True)["state"] == "active"
    assert tie_badge(specimens.COOLING)["state"] == "cooling"
    assert tie_badge(specimens.PSEUDO)["state"] == ""


def test_strength_is_a_figure_of_a_hundred_with_a_signed_change():
    assert strength(specimens.COOLING)["figure"] == 61
    assert strength(specimens.COOLING)["delta"] == "−17"
    assert strength(specimens.WEAK)["delta"] == "+13"
    assert strength(replace(specimens.WEAK, strength_before=None))["was"] is None
    assert strength(None)["figure"] is None


def test_one_loud_tie_does_not_hush_a_list():
    loud = replace(specimens.ROWS[0], strip=specimens.months((300,) * 12, (0,) * 12))
    assert strip_scale((loud, *specimens.ROWS)) == 3
    assert strip_scale(()) == 1


def test_a_quarter_is_said_in_words():
    assert quarter_words("2026-Q1") == "first quarter of 2026"
    assert quarter_words("whole") == "whole"
