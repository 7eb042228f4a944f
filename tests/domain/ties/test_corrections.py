"""Corrections: the owner's word on a tie, kept beside what was computed (T2, T3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.ties.ties import Correction, Tie, TieClass, Word, corrected, correction_of


def tie(person_id: int, **changed) -> Tie:
    figures = {
        "strength": 0.3, "strength_before": 0.4, "tie_class": "weak", "state": "cooling", "reciprocity": 0.5,
        "standing": None, "acts_out": 3, "acts_in": 2, "days_active": 4, "first_at_epoch_s": 1,
        "last_out_epoch_s": 5, "last_in_epoch_s": 6, "rhythm_days": 12.0,
    }  # fmt: skip
    return Tie(person_id=person_id, **figures | changed)


def said(**words) -> Correction:
    return correction_of([(words, "", 1)])


def test_a_word_stands_in_front_of_what_was_computed_and_both_are_kept():
    """T2: the owner may declare otherwise, and both are shown."""
    [one] = corrected([tie(1)], {1: correction_of([({"tie_class": "strong"}, "school", 7)])})

    assert (one.tie_class, one.computed.tie_class) == ("strong", "weak")
    assert one.correction.tie_class == Word("strong", "school", 7)
    assert (one.strength, one.state) == (0.3, "cooling"), "nothing else is the owner's"


def test_a_strength_said_neither_rises_nor_falls_by_being_said():
    """T3: it is the owner's figure now and ninety days ago; the computed ones are kept."""
    [one] = corrected([tie(1)], {1: said(strength=0.8)})

    assert (one.strength, one.strength_before) == (0.8, 0.8)
    assert (one.computed.strength, one.computed.strength_before) == (0.3, 0.4)


@pytest.mark.parametrize(
    ("words", "tie_class"),
    [
        ({"bond": "kin"}, "strong"),
        ({"bond": "friend"}, "strong"),
        ({"bond": "partner"}, "strong"),
        ({"bond": "colleague"}, "weak"),
        ({"bond": "kin", "tie_class": "weak"}, "weak"),
        ({"strength": 0.9}, "weak"),
    ],
)
def test_a_deep_bond_makes_a_tie_strong_unless_the_class_is_said_outright(words, tie_class):
    """T2: strong is also a declared bond (kin, friend, partner)."""
    [one] = corrected([tie(1)], {1: said(**words)})

    assert one.tie_class == tie_class


def test_the_latest_word_wins_and_none_takes_one_back():
    standing = correction_of(
        [
            ({"tie_class": "strong", "strength": 0.9}, "a", 1),
            ({"tie_class": "pseudo"}, "b", 2),
            ({"strength": None}, "", 3),
        ]
    )

    assert standing == Correction(tie_class=Word("pseudo", "b", 2))
    assert [word.because for word in standing.words] == ["b"]


def test_somebody_without_traces_has_a_tie_by_the_owner_s_word_alone():
    found = list(corrected([tie(1)], {2: said(bond="kin"), 3: Correction()}))

    assert [each.person_id for each in found] == [1, 2]
    assert found[0] == tie(1)
    assert (found[1].tie_class, found[1].computed, found[1].acts_out) == ("strong", None, 0)


WORDS = st.fixed_dictionaries(
    {},
    optional={
        "tie_class": st.none() | st.sampled_from(list(TieClass)),
        "bond": st.none() | st.sampled_from(["kin", "colleague"]),
        "strength": st.none() | st.floats(0, 1),
    },
)


@given(st.lists(st.tuples(WORDS, st.text(max_size=3), st.integers(0, 9)), max_size=6))
def test_taking_everything_back_leaves_what_was_computed(sayings):
    back = ({"tie_class": None, "bond": None, "strength": None}, "", 10)

    assert list(corrected([tie(1)], {1: correction_of([*sayings, back])})) == [tie(1)]
