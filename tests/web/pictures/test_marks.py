"""Marks of a tie: what the badge, the strength line and a list's strips say."""

from dataclasses import replace

from renmai.web.pictures import specimens
from renmai.web.templatetags.ties.marks import strength, strip_scale, tie_badge
from renmai.web.templatetags.ties.words import quarter_words


def test_a_strong_tie_that_sleeps_wears_the_crescent():
    assert "tie-dormant_strong" in tie_badge(specimens.DORMANT)
    assert "tie-strong" in tie_badge(specimens.STRONG)
    assert "tie-none" in tie_badge(None)


def test_the_state_is_said_only_where_it_is_news():
    assert "tie-state" not in tie_badge(specimens.STRONG)
    assert "is-active" in tie_badge(specimens.STRONG, says_active=True)
    assert "is-cooling" in tie_badge(specimens.COOLING)
    assert "tie-state" not in tie_badge(specimens.PSEUDO)


def test_strength_is_a_figure_of_a_hundred_with_a_signed_change():
    assert "<b>61</b>" in strength(specimens.COOLING)
    assert ">−17<" in strength(specimens.COOLING)
    assert ">+13<" in strength(specimens.WEAK)
    assert 'class="was"' in strength(specimens.WEAK)
    assert 'class="was"' not in strength(replace(specimens.WEAK, strength_before=None))
    assert "<b>" not in strength(None)


def test_one_loud_tie_does_not_hush_a_list():
    loud = replace(specimens.ROWS[0], strip=specimens.months((300,) * 12, (0,) * 12))
    assert strip_scale((loud, *specimens.ROWS)) == 3
    assert strip_scale(()) == 1


def test_a_quarter_is_said_in_words():
    assert quarter_words("2026-Q1") == "first quarter of 2026"
    assert quarter_words("whole") == "whole"
