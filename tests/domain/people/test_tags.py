"""Tags: how one is written, what two ways to write one have in common, what a rename reaches."""

from datetime import date

import pytest

from renmai.domain.people.tags import (
    TagMark,
    TagRename,
    as_tag,
    called_now,
    people_of_each,
    tag_key,
    tags_of_each,
)

DAY = date(2026, 3, 2)


def mark(number: int, person_id: int, tag: str) -> TagMark:
    return TagMark(number=number, person_id=person_id, tag=tag, on=DAY)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("#climbing", "climbing"),
        ("  old   friends ", "old friends"),
        ("＃登山", "登山"),
        ("# ", ""),
        ("c#", "c#"),
    ],
)
def test_a_tag_is_kept_in_one_line_without_its_sign(typed, kept):
    assert as_tag(typed) == kept


def test_width_and_letter_case_make_no_other_tag():
    assert tag_key("#VIP") == tag_key("ｖｉｐ ")
    assert tag_key("登山") != tag_key("爬山")


def test_a_rename_reaches_what_was_marked_before_it_and_nothing_later():
    marks = [mark(1, 7, "climbing"), mark(2, 8, "Climbing"), mark(5, 9, "climbing"), mark(6, 9, "chess")]
    now = called_now(marks, [TagRename(number=4, before="climbing", after="mountains")])
    assert [each.tag for each in now] == ["mountains", "mountains", "climbing", "chess"]


def test_renames_follow_each_other_in_the_order_they_were_made():
    renames = [TagRename(number=9, before="b", after="c"), TagRename(number=8, before="a", after="b")]
    assert called_now([mark(1, 7, "a")], renames)[0].tag == "c"


def test_who_was_given_a_tag_twice_bears_it_once():
    marks = [mark(1, 7, "climbing"), mark(2, 7, "Climbing"), mark(3, 8, "CLIMBING"), mark(4, 7, "art")]
    assert tags_of_each(marks) == {7: ("climbing", "art"), 8: ("CLIMBING",)}
    assert people_of_each(marks) == {"art": (7,), "climbing": (7, 8)}
