"""Which of these is you: whoever takes part in most of what came in, where that tells anything."""

import pytest

from renmai.domain.people.handles import Handle
from renmai.domain.people.owner_candidates import MOST_CANDIDATES, OwnerCandidate, in_order


def candidate(address: str, acts: int, name: str = "") -> OwnerCandidate:
    return OwnerCandidate(handle=Handle("mailto", address), name=name, acts=acts, sent=acts // 2)


def likely(*candidates: OwnerCandidate, acts_total: int) -> list[str]:
    ordered = in_order(candidates, acts_total=acts_total)
    return [entry.handle.value for entry in ordered if entry.is_likely]


@pytest.mark.parametrize(("mine", "total", "expected"), [(501, 1000, ["me@a.example"]), (500, 1000, [])])
def test_whoever_is_in_more_than_half_of_everything_is_likely_the_owner(mine, total, expected):
    others = [candidate(f"p{number}@b.example", 20) for number in range(30)]
    assert likely(candidate("me@a.example", mine), *others, acts_total=total) == expected


@pytest.mark.parametrize(("theirs", "expected"), [(66, ["me@a.example"]), (67, [])])
def test_in_a_talk_that_is_nearly_all_of_two_nothing_tells_who_owns_it(theirs, expected):
    """One and a half times as many acts as the next at least."""
    both = candidate("me@a.example", 100), candidate("friend@b.example", theirs)
    assert likely(*both, acts_total=100) == expected


def test_two_addresses_under_one_full_name_count_together():
    work, home = candidate("li@work.example", 40, "李雷"), candidate("lilei@home.example", 35, "李雷")
    friend = candidate("mei@b.example", 45, "韩梅梅")
    ordered = in_order([friend, home, work], acts_total=100)
    assert [(entry.handle.value, entry.is_likely) for entry in ordered] == [
        ("li@work.example", True),
        ("lilei@home.example", True),
        ("mei@b.example", False),
    ]


def test_a_first_name_joins_nobody():
    ada, other = candidate("ada@a.example", 40, "Ada"), candidate("ada@b.example", 35, "Ada")
    assert likely(ada, other, acts_total=100) == []


def test_a_few_are_shown_and_of_nobody_nothing_is_said():
    many = [candidate(f"p{number}@b.example", number + 1) for number in range(30)]
    ordered = in_order(many, acts_total=300)
    assert [entry.acts for entry in ordered] == [30, 29, 28, 27, 26] and len(ordered) == MOST_CANDIDATES
    assert in_order([], acts_total=0) == ()


def test_a_name_in_a_chat_is_shown_alone_and_typed_with_its_service():
    chat = OwnerCandidate(handle=Handle("im", "wechat:小王:阿"), name="小王:阿", acts=1, sent=1)
    assert (chat.shown, chat.typed) == ("小王:阿", "im:wechat:小王:阿")
    mail = candidate("me@a.example", 1)
    assert (mail.shown, mail.typed) == ("me@a.example", "me@a.example")
