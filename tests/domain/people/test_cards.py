"""Cards of one person: what joins them, what keeps them apart (C2, TRUTH 3)."""

import pytest

from renmai.domain.people.handles import Handle
from renmai.domain.people.identity import clusters
from renmai.domain.people.known import Known
from renmai.domain.people.names import Spoken, best_name

MOBILE, MAIL = Handle("tel", "+8613800138000"), Handle("mailto", "p@private.example")


def joined(*cards: Known) -> bool:
    """Tell whether the first two of these are one person's."""
    one = next(cluster for cluster in clusters(cards) if cards[0].key in cluster.keys)
    return cards[1].key in one.keys


def card(key: str, name: str, *handles: Handle, birthday: str = "", nature: str = "personal") -> Known:
    return Known(key, name, tuple((handle, nature) for handle in handles), is_card=True, birthday=birthday)


@pytest.mark.parametrize("name", ["Mary Jones", "Marie Jones"])
def test_one_given_name_and_mobile_number_are_one_person_s_whose_surname_changed(name):
    assert joined(card("a", "Mary Smith", MOBILE), card("b", name, MOBILE))


def test_one_given_name_address_and_birthday_are_one_person_s_whose_surname_changed():
    day = "1980-03-01"

    assert joined(
        card("a", "Anna-Lena Berg", MAIL, birthday=day), card("b", "Anna-Lena Koch", MAIL, birthday=day)
    )
    assert not joined(card("a", "Anna-Lena Berg", MAIL), card("b", "Anna-Lena Koch", MAIL))
    assert not joined(
        card("a", "Bert Berg", MAIL, birthday=day), card("b", "Anna-Lena Berg", MAIL, birthday=day)
    )


def test_one_mobile_number_with_two_birthdays_is_a_mother_and_a_daughter_of_one_given_name():
    born = "1950-01-02", "1980-03-01"

    assert not joined(
        card("a", "Mary Smith", MOBILE, birthday=born[0]), card("b", "Mary Jones", MOBILE, birthday=born[1])
    )


def test_two_names_that_are_not_full_with_two_birthdays_are_two_people_s():
    assert not joined(
        card("a", "Ann", MAIL, birthday="1950-01-02"), card("b", "Ben", MAIL, birthday="--03-01")
    )
    assert joined(
        card("a", "Ann", MAIL, birthday="1950-01-02"), card("b", "Ann Lee", MAIL, birthday="--01-02")
    )


def test_one_name_whose_birthday_was_written_twice_stays_one():
    assert joined(
        card("a", "张伟", MOBILE, birthday="1980-03-02"), card("b", "張偉", MOBILE, birthday="1980-04-16")
    )


def test_one_name_and_whole_birthday_are_one_person_whatever_else_the_cards_say():
    assert joined(card("a", "外婆", birthday="1940-03-02"), card("b", "外婆", MOBILE, birthday="1940-03-02"))
    assert joined(
        card("a", "林鵑", MAIL, birthday="1940-03-02"), card("b", "林鹃", MOBILE, birthday="1940-03-02")
    )
    assert not joined(card("a", "林鵑", birthday="1940-03-02"), card("b", "林娟", birthday="1940-03-02"))


def test_a_birthday_without_its_year_joins_only_a_card_without_handles():
    assert joined(card("a", "舅舅", birthday="--03-02"), card("b", "舅舅", MOBILE, birthday="--03-02"))
    assert not joined(
        card("a", "张伟", MAIL, birthday="--03-02"), card("b", "张伟", MOBILE, birthday="--03-02")
    )


def test_a_day_that_programs_write_where_they_know_none_joins_nobody():
    assert not joined(
        card("a", "张伟", MAIL, birthday="1970-01-01"), card("b", "张伟", MOBILE, birthday="1970-01-01")
    )


def test_a_title_joins_the_one_it_may_call_where_a_third_shares_the_address():
    assert joined(card("a", "王总", MAIL), card("b", "王伟", MAIL), card("c", "李娜", MAIL))
    assert not joined(card("a", "Ann", MAIL), card("b", "Ann Lee", MAIL), card("c", "Ben Kim", MAIL))


def test_the_name_to_show_is_the_full_one_and_after_a_wedding_the_later():
    def cards(*names: str) -> list[Spoken]:
        return [Spoken(name, 0, is_card=True) for name in names]

    assert best_name(cards("王总", "王伟")) == best_name(cards("王伟", "王总")) == "王伟"
    assert best_name(cards("Mary Smith", "Mary Jones")) == "Mary Jones"
    assert best_name(cards("Mary Jones", "Mary Smith")) == "Mary Smith"
