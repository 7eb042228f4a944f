"""Google's CSV is known by its headings and read row by row, whatever is wrong with one of them."""

import tracemalloc
from io import BytesIO

import pytest

from renmai.domain.capture.records import RawRecord
from renmai.sources.base import Part
from renmai.sources.google_csv import SOURCE
from tests.sources.google_csv.rows import read, sheet

ADA = {
    "First Name": "Ada",
    "E-mail 1 - Value": "ada@example.org",
    "Notes": "one\ntwo",
    "Photo": "https://a/1",
}
HEADINGS = "First Name,File As,Phonetic First Name,Notes"


@pytest.mark.parametrize(
    "headings",
    [
        "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Labels",
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi",
        "Last Name;First Name;Phone 1 - Value",
        "First Name,Birthday,Labels,E-mail 1 - Label,E-mail 1 - Value",
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_googles_headings_are_recognised_in_any_order_and_number(headings, charset):
    assert SOURCE.recognises(f"{headings}\nAda".encode(charset))


@pytest.mark.parametrize(
    "headings",
    [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "First Name,Middle Name,Last Name,Title,Suffix,Nickname,E-mail Address,Home Phone",
        "Name,E-mail,Phone",
        "localId,TalkerId,Type,SubType,IsSender,CreateTime",
        "Dear First Name, please find E-mail 1 - Value",
    ],
)
def test_the_headings_of_other_services_are_not_googles(headings):
    assert not SOURCE.recognises(f"{headings}\nAda".encode())


def test_each_row_is_kept_by_its_headings_with_its_number():
    records, problems = read(sheet(ADA, {}, {"First Name": "雷", "Last Name": "李"}))

    assert problems == []
    assert [(str(record.where), record.fields) for record in records] == [
        ("row 2", ADA),
        ("row 4", {"First Name": "雷", "Last Name": "李"}),
    ]


def test_two_columns_of_one_heading_are_both_kept():
    records, _ = read(HEADINGS.encode() + b",Notes\nAda,,,one,two\n")

    assert records[0].fields == {"First Name": "Ada", "Notes": "one", "Notes (2)": "two"}


def test_a_changed_note_makes_a_newer_version_and_a_new_link_to_the_photo_makes_none():
    (first,), (noted,), (pictured,) = (
        read(sheet(ADA | change))[0] for change in ({}, {"Notes": "three"}, {"Photo": "https://a/2"})
    )

    assert first.external_id == noted.external_id == pictured.external_id
    assert first.digest == pictured.digest != noted.digest


def test_two_who_share_name_and_address_in_one_file_are_both_kept():
    records, _ = read(sheet(ADA, ADA | {"Notes": "three"}))

    assert len({record.external_id for record in records}) == 2


def test_two_namesakes_without_an_address_are_told_apart_by_what_is_said_of_them():
    records, _ = read(f"{HEADINGS}\n雷,,,one\n雷,,,two\n".encode())

    assert len({record.external_id for record in records}) == 2


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('Ada,,,"says "hi" to all"', "table_row_misquoted"),
        ('Ada,"open', "table_row_torn"),
        ("Ada,one,two,three,four", "table_too_many_values"),
        (",,,a note", "google_csv_no_name"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_number_and_the_next_is_read(line, code):
    records, (problem,) = read(f"{HEADINGS}\nEve,,,\n{line}\nBob,,,\n".encode())

    assert (problem.code, str(problem.where), problem.numbers["row"]) == (code, "row 3", 3)
    assert [records[place].fields["First Name"] for place in (0, -1)] == ["Eve", "Bob"]


def test_other_headings_are_named_and_nothing_is_read():
    records, (problem,) = read(b"Name,E-mail\nAda,ada@example.org\n")

    assert records == []
    assert (problem.code, problem.numbers["headings"]) == ("table_other_headings", "Name, E-mail")


def test_a_charset_that_is_only_guessed_is_said_once():
    _, problems = read(f"{HEADINGS}\nJosé,,,\nMüller,,,\n".encode("cp1252"))

    assert [problem.code for problem in problems] == ["table_charset_guessed"]


def test_a_file_of_forty_megabytes_is_read_in_ten():
    class Rows(BytesIO):
        """Rows that are made as they are read."""

        number = 0

        def read(self, size: int = -1) -> bytes:
            self.number += 1
            if self.number == 1:
                return f"{HEADINGS}\n".encode()
            note = "many words " * 4_000 + "\nof two lines"
            rows = (f'N{self.number} {place},,,"{note}"\n' for place in range(10))
            return "".join(rows).encode() if self.number <= 100 else b""

    part = Part(name="contacts.csv", head=HEADINGS.encode(), open=Rows)
    tracemalloc.start()
    count = sum(isinstance(item, RawRecord) for item in SOURCE.read(part))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 990
    assert peak < 10_000_000
