"""Likely people: who is asked about, at a cut where 95 of 100 are one human (C2, TRUTH §3)."""

from collections.abc import Collection

import pytest

from renmai.domain.people.likeness import Company
from renmai.engine.identity.likely import CUT, JudgedPerson, likely_pairs

KNOWN = Company(is_known_under_both=True)
IN_TALK = Company(is_in_one_conversation=True)


def person(number: int, name: str, *handles: str, **facts: str) -> JudgedPerson:
    return JudgedPerson(number, (name,) if name else (), handles, **facts)


def asked(*people: JudgedPerson, company: Company = KNOWN) -> list[tuple[int, int]]:
    """Return who is asked about, where any two share the same company."""

    def together(pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], Company]:
        return dict.fromkeys(pairs, company)

    return [pair[:2] for pair in likely_pairs(people, together)]


@pytest.mark.parametrize(
    "two",
    [
        (
            person(1, "Ada Lovell", "mailto:ada@mill.example"),
            person(2, "Ada Lovell", "mailto:quill7@post.example"),
        ),
        (person(1, "李雷", "mailto:lei@mill.example"), person(2, "李雷", "mailto:77123@post.example")),
        (person(1, "張偉", "mailto:wei@mill.example"), person(2, "张伟", "mailto:z77@post.example")),
        (person(1, "李雷", "mailto:li.lei@mill.example"), person(2, "Li Lei", "mailto:lilei88@post.example")),
        (person(1, "Ada Lovell", "tel:+447700900123"), person(2, "Ada Lovell", "mailto:ada@mill.example")),
        (
            person(1, "Lovell, Ada", "mailto:a@mill.example"),
            person(2, "Ada Lovell", "mailto:q7@post.example"),
        ),
    ],
)
def test_one_full_name_under_two_addresses_the_owner_knows_is_asked_about(two):
    assert asked(*two) == [(1, 2)]


@pytest.mark.parametrize(
    "two",
    [
        (person(1, "张燕", "mailto:yan1@mill.example"), person(2, "张艳", "mailto:k77@post.example")),
        (
            person(1, "Ada Lovell", "mailto:ada@mill.example"),
            person(2, "Ida Lovell", "mailto:ada@post.example"),
        ),
        (person(1, "Ada Lovell", "mailto:al@mill.example"), person(2, "Ada Brook", "mailto:ab@post.example")),
        (person(1, "Ada", "mailto:ada1@mill.example"), person(2, "Ada", "mailto:qq7@post.example")),
        (
            person(1, "John Smith", "mailto:js@bank.example", birthday="1970-01-02"),
            person(2, "John Smith", "mailto:smith9@post.example", birthday="1988-11-30"),
        ),
        (
            person(1, "Li Wei", "mailto:wei12@mill.example", organisation="The Mill"),
            person(2, "Li Wei", "mailto:sales7@mill.example", organisation="The Mill"),
        ),
    ],
)
def test_what_only_sounds_alike_or_contradicts_itself_is_not_asked_about(two):
    assert asked(*two) == []


def test_a_name_alone_that_nobody_knows_under_both_addresses_is_not_asked_about():
    two = (
        person(1, "Manuel Franco", "mailto:o.sapelkin@one.example"),
        person(2, "Manuel Franco", "mailto:yperez@two.example"),
    )

    assert asked(*two, company=Company()) == []
    assert asked(*two, company=IN_TALK) == [(1, 2)]
    assert asked(*two, company=Company(others=3)) == [(1, 2)]


def test_every_pair_says_why_and_the_likeliest_come_first():
    people = (
        person(1, "Ada Lovell", "mailto:ada.lovell@mill.example"),
        person(2, "Ada Lovell", "mailto:quill7@post.example"),
        person(3, "Ada Lovell", "mailto:ada.lovell@home.example"),
    )
    found = likely_pairs(people, lambda pairs: dict.fromkeys(pairs, IN_TALK))

    assert [pair[:2] for pair in found][0] == (1, 3)
    assert all(pair.probability >= CUT for pair in found)
    assert all({"same_name", "in_one_conversation"} <= dict(pair.because).keys() for pair in found)


def test_nobody_and_one_person_alone_are_never_asked_about():
    assert asked() == []
    assert asked(person(1, "Ada Lovell", "mailto:ada@mill.example")) == []
    assert asked(person(1, ""), person(2, "")) == []


@pytest.mark.parametrize("local", ["linux", "kernel", "lists", "me", "mail", "dev", "youxiang"])
def test_two_who_share_no_more_than_a_general_word_before_the_at_sign_are_not_asked_about(local):
    """C2: what anybody puts there on a domain of their own names nobody; a name used on machines does."""

    def two(word):
        return (
            person(1, "Roy Ashdown", f"mailto:{word}@ashdown.example"),
            person(2, "", f"mailto:{word}@brook.example"),
        )

    assert asked(*two(local)) == []
    assert asked(*two("quillfeather77"), company=IN_TALK) == [(1, 2)]
