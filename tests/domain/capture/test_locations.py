"""Locations: told by kind and numbers, kept as a plain key."""

import pytest

from renmai.domain.capture.locations import WHOLE_FILE, at, location_of


def test_a_location_is_told_from_the_outside_in():
    where = at(card=2, line=14)

    assert (where.kind, where.numbers, str(where)) == (
        "card_line",
        {"card": 2, "line": 14},
        "card 2, line 14",
    )


@pytest.mark.parametrize("where", [at(line=3), at(mail=3, byte=5210), at(sheet_page=1, row=2), WHOLE_FILE])
def test_the_key_of_a_location_leads_back_to_it(where):
    assert location_of(str(where)) == where


def test_a_whole_file_has_no_place_in_itself():
    assert not WHOLE_FILE
    assert at(byte=0)


def test_a_key_kept_by_an_earlier_version_is_understood():
    assert location_of("mail 2 at byte 186") == at(mail=2, byte=186)
