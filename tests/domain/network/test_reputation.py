"""Reputation: the tree of who came through whom, and introductions found in letters (T9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.network.in_letters import introduction_in
from renmai.domain.network.reputation import BranchYield, branch_yield, leads_back, referral_tree

links = st.dictionaries(st.integers(1, 12), st.integers(1, 12), max_size=12)


def shape(branches) -> dict:
    return {branch.person_id: shape(branch.below) for branch in branches}


def everybody(branches) -> list[int]:
    return [pk for branch in branches for pk in (branch.person_id, *branch.people())]


def test_a_tree_grows_from_who_came_by_themselves():
    tree = referral_tree({2: 1, 3: 1, 4: 2, 9: 8})

    assert shape(tree) == {1: {2: {4: {}}, 3: {}}, 8: {9: {}}}


def test_whoever_hangs_from_a_circle_by_others_is_not_lost():
    """7 and 8 introduced each other; 5 came through 7, 4 through 5, 2 through 4."""
    assert shape(referral_tree({7: 8, 8: 7, 5: 7, 4: 5, 2: 4})) == {7: {5: {4: {2: {}}}, 8: {}}}


@given(links)
def test_everybody_stands_in_the_tree_once_whatever_was_noted(introducers):
    """Merges may close a circle: nobody is lost in it, nobody stands twice."""
    found = everybody(referral_tree(introducers))
    noted = {pk for pair in introducers.items() for pk in pair if pair[0] != pair[1]}

    assert sorted(found) == sorted(noted)


@given(links, st.integers(1, 12), st.integers(1, 12))
def test_what_closes_no_circle_leaves_the_tree_without_one(introducers, person_id, introducer_id):
    grown: dict[int, int] = {}
    for one, other in introducers.items():
        if not leads_back(grown, one, other):
            grown[one] = other
    is_circle = leads_back(grown, person_id, introducer_id)

    roots = {branch.person_id for branch in referral_tree(grown)}
    assert not roots & grown.keys()
    assert is_circle == (introducer_id == person_id or person_id in _above(grown, introducer_id))


def _above(introducers: dict[int, int], person_id: int) -> set[int]:
    found: set[int] = set()
    while person_id in introducers:
        person_id = introducers[person_id]
        found.add(person_id)
    return found


def test_what_came_of_a_branch_leaves_its_root_out():
    [root] = referral_tree({2: 1, 3: 2})
    classes, finished = {1: "strong", 2: "strong", 3: "weak"}, {1: 5, 3: 2}

    assert branch_yield(root, classes, finished) == BranchYield(people=2, weak=1, strong=1, finished=2)


@pytest.mark.parametrize(
    "text",
    [
        "Hello both. I would like you to meet Bob, who prints.",
        "Introducing you to Mara: she runs the museum shop.",
        "I am cc'ing Mara, who knows the rules by heart.",
        "I’m cc’ing my colleague Jon on this.",
        "Let me connect you two; you will take it from here.",
        "e-intro: Mara and Ned",
        "知行，介绍你们认识：这位是做纸的白露。",
        "给你介绍一位朋友，她懂检测。",
        "我把小林引荐给你，你们直接聊。",
        "你们可以先加个微信，互相认识一下。",
    ],
)
def test_words_that_bring_two_together_are_found_with_their_sentence(text):
    assert introduction_in(text) in text
    assert introduction_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The introduction of the report is on page three.",
        "> I would like you to meet Bob.",
        "Looking forward to meeting you.",
        "附上产品介绍，请查收。",
        "先自我介绍一下，我叫白露。",
        "",
    ],
)
def test_other_words_bring_nobody_together(text):
    assert introduction_in(text) == ""
