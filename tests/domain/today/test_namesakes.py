"""Namesakes: who most likely writes from another address is not greeted as if they were silent."""

from renmai.domain.today.namesakes import without_livelier_namesakes

QUIET = [(1, "ada", 100), (2, "ben", 200), (3, "cui", None)]


def test_whom_a_namesake_has_written_after_is_left_out():
    assert without_livelier_namesakes(QUIET, {"ada": 101, "ben": 200}) == [2, 3]


def test_whose_namesake_was_last_heard_of_at_the_same_moment_or_before_stays():
    assert without_livelier_namesakes(QUIET, {"ada": 100, "ben": 150}) == [1, 2, 3]


def test_who_never_wrote_has_no_livelier_namesake():
    assert without_livelier_namesakes(QUIET, {"ada": 100, "cui": 900}) == [1, 2, 3]


def test_whose_name_is_nobody_elses_stays_in_the_order_given():
    assert without_livelier_namesakes(reversed(QUIET), {}) == [3, 2, 1]
