"""Namesakes: who most likely writes from another address is not greeted as if they were silent (C2)."""

from renmai.domain.today.namesakes import without_livelier_namesakes

QUIET = [(1, 100), (2, 200), (3, None)]
SAME = {1: [7], 2: [8, 9], 3: [9]}


def test_who_has_written_since_under_another_address_is_left_out():
    assert without_livelier_namesakes(QUIET, SAME, {7: 101, 8: 200}) == [2, 3]
    assert without_livelier_namesakes(QUIET, SAME, {8: 150, 9: 900}) == [1, 3]


def test_who_was_last_heard_of_there_at_the_same_moment_or_before_stays():
    assert without_livelier_namesakes(QUIET, SAME, {7: 100, 8: 150}) == [1, 2, 3]


def test_who_never_wrote_is_not_left_out():
    assert without_livelier_namesakes(QUIET, SAME, {9: 900}) == [1, 3]


def test_who_looks_like_nobody_else_stays_in_the_order_given():
    assert without_livelier_namesakes(reversed(QUIET), {}, {7: 900}) == [3, 2, 1]
