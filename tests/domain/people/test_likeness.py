"""Likely one human: with whom acts count until it is decided, and how many pairs are asked (C2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.people.likeness import (
    Company,
    Counting,
    LikelyPair,
    counted_together,
    enough_to_ask,
    grouped,
    is_one_name,
)

IN_TALK = Company(is_in_one_conversation=True)


def pair(one: int, other: int, *, company: Company = IN_TALK, probability: float = 0.9) -> LikelyPair:
    return LikelyPair(one, other, probability, (), company)


def known(*names: str, is_noted: bool = False, acts: int = 1) -> Counting:
    return Counting(names, is_noted, acts)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("李雷", "李雷", True),
        ("李雷", "李 雷", True),
        ("張偉", "张伟", True),
        ("Ada Byron", "Byron, Ada", True),
        ("Ada Byron", "ada byron", True),
        ("Heiko Stübner", "Heiko Stubner", True),
        ("张燕", "张艳", False),
        ("张燕", "Zhang Yan", False),
        ("李雷", "Li Lei", False),
        ("Ada", "Ada", False),
        ("Ada Byron", "Ada Lovelace", False),
        ("", "", False),
    ],
)
def test_one_name_is_told_by_its_writing_and_never_by_its_sound(one, other, is_one):
    assert is_one_name([one], [other]) is is_one


def test_namesakes_in_one_conversation_count_as_one_and_others_alone():
    people = {1: known("Ada Byron"), 2: known("Ada Byron"), 3: known("张燕"), 4: known("张艳")}

    assert counted_together([pair(1, 2), pair(3, 4)], people) == {2: 1}
    assert counted_together([pair(1, 2, company=Company(others=9))], people) == {}
    assert counted_together([pair(1, 7)], people) == {}


def test_who_is_noted_of_comes_first_then_who_took_part_most_then_who_was_met_first():
    ada = "Ada Byron"
    assert counted_together([pair(1, 2)], {1: known(ada, acts=9), 2: known(ada, is_noted=True)}) == {1: 2}
    assert counted_together([pair(1, 2)], {1: known(ada, acts=1), 2: known(ada, acts=9)}) == {1: 2}
    assert counted_together([pair(1, 2), pair(2, 3)], dict.fromkeys((1, 2, 3), known(ada))) == {2: 1, 3: 1}


def test_of_five_who_may_be_one_four_pairs_are_asked_and_the_likeliest_first():
    pairs = [pair(a, b, probability=1 - a / 10 - b / 100) for a in range(1, 6) for b in range(a + 1, 6)]
    asked = enough_to_ask(sorted(pairs, key=lambda each: -each.probability))

    assert [each[:2] for each in asked] == [(1, 2), (1, 3), (1, 4), (1, 5)]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda two: two[0] != two[1])))
def test_answering_what_is_asked_with_yes_answers_everything(links):
    pairs = [pair(min(two), max(two)) for two in links]

    assert grouped(each[:2] for each in enough_to_ask(pairs)) == grouped(each[:2] for each in pairs)
