"""A file is named after what it holds, and every file system takes the name."""

from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.book.file_names import LONGEST_BYTES, file_name


def test_a_name_is_kept_as_people_write_it():
    assert file_name("顾望舒", 7, ".md", ()) == "顾望舒.md"
    assert file_name("Marta Lindqvist-Okoye", 7, ".md", ()) == "Marta Lindqvist-Okoye.md"


def test_what_a_file_system_takes_for_a_command_is_left_out():
    assert file_name('../a:b*c?"<d>|\\e\u202e', 7, ".md", ()) == "a b c d e.md"
    assert file_name("CON", 7, ".md", ()) == "CON (7).md"
    assert file_name("... ", 7, ".md", ()) == "(7).md"


def test_namesakes_are_told_apart_by_their_numbers_also_where_cases_are_not():
    assert file_name("li lei", 8, ".md", {"li lei.md"}) == "li lei (8).md"
    assert file_name("LI LEI", 9, ".md", {"li lei.md"}) == "LI LEI (9).md"


@given(st.text(), st.integers(1, 10**9))
def test_any_text_makes_a_name_of_one_file(text, number):
    name = file_name(text, number, ".md", ())
    assert name.endswith(".md") and len(name.encode()) <= LONGEST_BYTES + 20
    assert not set(name) & set('/\\:*?"<>|') and name.isprintable() and not name.startswith((".", " "))
