"""Whom typed words mean: numbers, handles and names, and never a firm's or a title's word for a name."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.queries.people.whom import NotOnePerson, whom
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import ME, TODAY
from tests.traces import address_book, card


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Ada leads Acme, Wei is a manager there, two Li Na, Bob with a phone, and a shop's list."""
    cards = [
        card("1", "Ada Byron", "EMAIL:ada@work.example", "ORG:Acme", "NICKNAME:Countess"),
        card("2", "王伟", "EMAIL:wei@acme.example", "ORG:Acme", "TITLE:General Manager"),
        card("3", "Li Na", "EMAIL:na@home.example", "ORG:半亩设计"),
        card("4", "Li Na", "EMAIL:li@mill.example", "ORG:Mill"),
        card("5", "Bob Marsh", "TEL:+44 20 7946 0018", "EMAIL:bob.marsh@oak.example"),
        card("6", "Mia Owner", f"EMAIL:{ME}"),
    ]
    import_paths(viewer, [address_book(tmp_path / "cards.vcf", *cards)], now=TODAY, me=(ME,))
    return viewer


def names(book, typed: str) -> list[str]:
    return [each.name for each in whom(book, typed).people]


@pytest.mark.parametrize("typed", ["Acme", "Manager", "General Manager", "acme.example", "半亩", "example"])
def test_a_firm_s_or_a_title_s_word_is_never_taken_for_a_name(book, typed):
    assert names(book, typed) == []
    with pytest.raises(NotOnePerson) as refused:
        _ = whom(book, typed).one
    assert refused.value.because.code == "no_such_person"


@pytest.mark.parametrize(
    "typed",
    [
        "Ada Byron", " ada byron ", "ada@work.example", "mailto:ADA@work.example", "Countess",
        "Ada", "Byr", "ab",
    ],
)  # fmt: skip
def test_a_name_its_beginning_and_every_handle_mean_their_bearer(book, typed):
    assert names(book, typed) == ["Ada Byron"]


@pytest.mark.parametrize("typed", ["王伟", "wang wei", "wangwei", "ww", "王", "wei@acme.example", "wei@"])
def test_a_chinese_name_is_meant_as_written_and_as_read(book, typed):
    assert names(book, typed) == ["王伟"]


@pytest.mark.parametrize(
    "typed", ["+44 20 7946 0018", "tel:+442079460018", "020 7946 0018", "79460018", "bob.marsh"]
)
def test_a_phone_number_is_meant_as_one_dials_it(book, typed):
    assert names(book, typed) == ["Bob Marsh"]


@pytest.mark.parametrize("typed", ["", "  ", "0018", "Cid", "999999", "9" * 30, "@", ":"])
def test_nobody_is_meant_by_what_nobody_is_called(book, typed):
    assert names(book, typed) == []


def test_a_number_comes_before_all_else(book):
    ada = person_called(book, "Ada Byron")

    assert whom(book, str(ada.pk)).one.name == "Ada Byron"


def test_of_namesakes_none_is_taken_and_each_is_told_apart_by_firm_and_handle(book):
    found = whom(book, "Li Na")

    assert len(found.people) == 2
    with pytest.raises(NotOnePerson) as refused:
        _ = found.one
    because = refused.value.because
    assert (because.code, because.numbers["found"]) == ("several_people", 2)
    assert [entry.partition(" ")[2] for entry in because.numbers["candidates"]] == [
        f"Li Na ({each.subtitle}, {each.handle.removeprefix('mailto:')})" for each in found.people
    ]


def test_who_is_called_just_so_comes_before_whose_name_only_begins_so(book, tmp_path):
    import_paths(book, [address_book(tmp_path / "na.vcf", card("7", "Na", "EMAIL:x@y.example"))], now=TODAY)

    assert names(book, "Na") == ["Na"]


@pytest.mark.parametrize(
    ("typed", "is_literal"),
    [
        ("Ada Byron", True),
        ("ADA@work.example", True),
        ("Ada", False),
        ("Countess", False),
        ("wang wei", False),
    ],
)
def test_it_is_known_whether_the_words_are_just_how_they_are_called(book, typed, is_literal):
    assert whom(book, typed).is_literal is is_literal


def test_the_owner_is_left_out_where_only_people_are_wanted(book):
    assert names(book, ME) == ["Mia Owner"]
    assert whom(book, ME, is_person_only=True).people == ()
