"""Who is who in a table of mentions (C2): what is certain, what is likely, what never joins."""

import pytest

from tests.engine.identity_table import apart, found, mention, together

HOME = "12 Lilac Lane Oxford"


def test_the_same_address_of_one_s_own_is_certain_in_whatever_script_the_name_is_written():
    rows = [mention("a", "王小明", "xm@firm.cn"), mention("b", "Wang Xiaoming", "xm@firm.cn")]

    assert together(rows, "certain_cluster") == apart("ab")
    assert [(row["certain"], row["probability"]) for row in found(rows)] == [(True, 1.0)] * 2


@pytest.mark.parametrize(
    "address", ["info@acme.cn", "noreply@acme.cn", "dev-list@lists.acme.cn", "me@localhost"]
)
def test_an_address_that_is_nobody_s_own_joins_nobody(address):
    rows = [mention("a", "李雷", address), mention("b", "Ada Brown", address), mention("c", None, address)]

    assert together(rows) == apart("a", "b", "c")


def test_a_household_s_number_under_two_surely_different_names_joins_nobody_for_certain():
    rows = [mention("a", "张伟", "tel:+861065529988"), mention("b", "李娜", "tel:+861065529988")]

    assert together(rows, "certain_cluster") == apart("a", "b")


@pytest.mark.parametrize("more", [{}, {"title": "engineer"}, {"place": "3 Works Road, Ulm"}])
def test_a_name_and_an_organisation_never_join_however_many_agree(more):
    rows = [mention(key, "Peregrine Quillfeather", organisation="Acme", **more) for key in "abc"]

    assert together(rows) == apart("a", "b", "c")


def test_two_addresses_at_one_organisation_under_one_name_may_be_namesakes():
    rows = [mention("a", "Li Lei", "lilei@acme.cn"), mention("b", "Li Lei", "lei.li2@acme.cn")]

    assert together(rows) == apart("a", "b")


def test_a_second_address_that_spells_the_full_name_is_likely_and_never_certain():
    rows = [
        mention("a", "Peregrine Quillfeather", "p@quill.example"),
        mention("b", "Peregrine Quillfeather", "peregrine.quillfeather@gmail.com"),
    ]

    assert together(rows) == apart("ab")
    assert together(rows, "certain_cluster") == apart("a", "b")
    assert not any(row["certain"] for row in found(rows))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quillfeather, Peregrine", "Peregrine Quillfeather"),
        ("Peregrine Quillfeather", "Peregrine Quilfeather"),
        ("Dr. Robert Quillfeather", "Bob Quillfeather"),
        ("José Quillféather", "Jose Quillfeather"),
        ("歐陽曉明先生", "欧阳晓明"),
        ("欧阳晓明", "Ouyang Xiaoming"),
        ("曾国强", "Guoqiang Zeng"),
    ],
)
def test_ways_to_write_one_name_are_likely_one_person_born_on_one_day(one, other):
    rows = [mention("a", one, birthday="1980-03-04"), mention("b", other, birthday="1980-03-04")]

    assert together(rows) == apart("ab")


def test_name_whole_birthday_and_place_agreeing_to_the_letter_are_certain():
    rows = [mention(key, "Ada Quill", birthday="1980-03-04", place=HOME) for key in "ab"]

    assert together(rows, "certain_cluster") == apart("ab")


def test_a_birthday_without_its_year_is_not_enough_to_be_certain():
    rows = [mention(key, "Ada Quill", birthday="--03-04", place=HOME) for key in "ab"]

    assert together(rows, "certain_cluster") == apart("a", "b")
    assert together(rows) == apart("ab")


def test_a_chain_falls_apart_where_its_ends_were_born_on_different_days():
    rows = [
        mention("a", "John Quill", birthday="1951-07-22", place=HOME),
        mention("b", "John Quill", place=HOME),
        mention("c", "John Quill", "j@quill.example", birthday="1980-01-01"),
        mention("d", "John Quill", "j@quill.example"),
    ]

    groups = together(rows)

    assert not any({"a", "c"} <= group for group in groups)
    assert frozenset("cd") <= max((group for group in groups if "c" in group), key=len)


def test_a_shared_address_is_not_certain_where_two_whole_birthdays_contradict_each_other():
    rows = [
        mention("a", "J Quill", "home@quill.example", birthday="1951-07-22"),
        mention("b", "J Quill", "home@quill.example", birthday="1980-01-01"),
    ]

    assert together(rows, "certain_cluster") == apart("a", "b")


def test_a_row_is_certain_only_with_the_largest_certain_group_of_its_cluster():
    rows = [
        mention("a", "Peregrine Quillfeather", "peregrine.quillfeather@gmail.com"),
        mention("b", "Peregrine Quillfeather", "p@quill.example"),
        mention("c", "P. Quillfeather", "p@quill.example"),
    ]

    assert together(rows) == apart("abc")
    assert [row["certain"] for row in found(rows)] == [False, True, True]
    assert together(rows, "certain_cluster") == apart("a", "bc")


def test_every_joined_mention_says_beside_whom_and_why():
    first, second = found(
        [mention("a", "Ada Quill", birthday="1980-03-04"), mention("b", "Ada Quill", birthday="1980-03-04")]
    )

    assert (first["beside"], second["beside"]) == ("b", "a")
    assert {entry["code"] for entry in first["because"]} == {"same_name", "same_birthday"}
    assert all(entry["contribution"] > 0 for entry in first["because"])


def test_names_that_machines_put_where_none_is_known_are_no_names():
    rows = [mention("a", "unknown", "x@one.example"), mention("b", "unknown", "y@two.example")]

    assert together(rows) == apart("a", "b")
