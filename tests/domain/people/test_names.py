"""Names: which to show, and when two surely are not one person's."""

import pytest

from renmai.domain.people.names import Spoken, are_surely_different, best_name, pieces, shown


def spoken(name: str, uses: int = 1, *, is_card: bool = False) -> Spoken:
    return Spoken(name, uses, is_card)


@pytest.mark.parametrize(
    ("one", "other"),
    [("张伟", "李娜"), ("张伟", "张丽"), ("Mary Smith", "John Smith"), ("Ann Lee", "Ben Kim")],
)
def test_two_full_names_may_surely_be_two_people_s(one, other):
    assert are_surely_different(one, other)
    assert are_surely_different(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("張偉", "张伟"),
        ("张伟", "张伟先生"),
        ("Wei Zhang", "Zhang Wei"),
        ("Zhang, Wei", "Wei Zhang"),
        ("张伟", "Wei Zhang"),
        ("Robert Smith", "Bob Smith"),
        ("J. Smith", "John Smith"),
        ("John Smith", "John Paul Smith"),
        ("José García", "Jose Garcia"),
        ("Ann", "Ben"),
        ("", "Ann Lee"),
    ],
)
def test_where_two_names_may_be_one_person_s_nothing_is_sure(one, other):
    assert not are_surely_different(one, other)
    assert not are_surely_different(other, one)


def test_a_card_s_name_comes_before_the_most_used_one():
    assert best_name([spoken("ada", 900), spoken("Ada Lovelace", is_card=True)]) == "Ada Lovelace"


def test_among_cards_the_chinese_name_comes_first():
    assert best_name([spoken("Wei Zhang", is_card=True), spoken("张伟", is_card=True)]) == "张伟"


def test_the_most_used_full_name_comes_before_a_word_and_an_address():
    names = [spoken("ada@x.org", 50), spoken("ada", 40), spoken("Ada Lovelace", 9), spoken("A. Lovelace", 3)]

    assert best_name(names, otherwise="ada@x.org") == "Ada Lovelace"


def test_without_any_name_the_address_is_shown():
    assert best_name([spoken("", 5), spoken("ada@x.org", 2)], otherwise="ada@x.org") == "ada@x.org"


def test_quotes_remarks_and_turned_names_are_shown_as_people_write_them():
    assert shown("'Ada Lovelace'") == "Ada Lovelace"
    assert shown("Lovelace, Ada") == "Ada Lovelace"
    assert shown("van der Berg, Jan") == "Jan van der Berg"
    assert shown("Engines, Inc.") == "Engines, Inc."
    assert shown("王, 小明") == "王, 小明"
    assert shown("Ada Lovelace (R&D)") == "Ada Lovelace"
    assert shown("Ada Lovelace via Analysts") == "Ada Lovelace"


def test_words_are_bare_and_characters_single():
    assert pieces("José  GARCÍA-Pérez") == ("jose", "garcia", "perez")
    assert pieces("張偉 Wei") == ("张", "伟", "wei")
