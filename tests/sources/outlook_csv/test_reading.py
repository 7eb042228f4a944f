"""Reading Outlook's contacts: headings of both languages, names, ways, days, notes (C1, C4)."""

import pytest

from renmai.domain.people.mentions import Fact
from renmai.sources.outlook_csv import SOURCE
from tests.sources.reading import READING, Room, table

ROOM = Room(SOURCE)
ENGLISH = ["First Name", "Last Name", "E-mail Address", "Mobile Phone", "Company", "Birthday", "Notes"]
CHINESE = ["名", "姓", "电子邮件地址", "移动电话", "单位", "生日", "附注"]


@pytest.mark.parametrize(
    "headings",
    [ENGLISH, CHINESE, ["名字", "姓氏", "電子郵件地址", "行動電話"], ["Title", *ENGLISH, "E-mail 2 Address"]],
)
def test_contacts_are_known_by_their_headings_in_both_languages(headings):
    assert SOURCE.recognises(table(headings))
    assert SOURCE.recognises(table(headings).decode().encode("gb18030"))


@pytest.mark.parametrize(
    "headings",
    [
        ["First Name", "Last Name", "Email Address", "Company"],
        ["First Name", "Last Name", "E-mail 1 - Value", "Phone 1 - Value"],
        ["Name", "E-mail Address", "Mobile Phone"],
    ],
)
def test_another_table_is_not_taken_for_them(headings):
    assert not SOURCE.recognises(table(headings))


@pytest.mark.parametrize("headings", [ENGLISH, CHINESE])
def test_a_row_says_the_same_whatever_the_language_of_its_headings(headings):
    row = ["雷", "李", "li@example.cn", "+86 138 0013 8000", "华东", "1980-4-20", "老同学"]
    (mention,) = ROOM.mentions(table(headings, row))

    assert mention.name == "李雷"
    assert list(map(str, mention.handles)) == ["mailto:li@example.cn", "tel:+8613800138000"]
    assert mention.facts == (
        Fact("organisation", "华东"),
        Fact("birthday", "1980-04-20"),
        Fact("note", "老同学"),
    )


def test_a_row_without_a_person_is_its_firms_and_one_without_anything_is_named():
    firm = ["", "", "", "020 7946 0000", "Reed & Sons", "0/0/00", ""]
    content = table(ENGLISH, firm, ["", "", "", "", "", "0/0/00", "x"])

    assert [(m.name, m.facts[-1]) for m in ROOM.mentions(content)] == [
        ("Reed & Sons", Fact("kind", "organisation"))
    ]
    assert [(p.code, p.numbers) for p in ROOM.problems(content)] == [("table_no_name", {"row": 3})]


def test_values_that_make_no_sense_are_named_with_their_row_and_the_rest_is_read():
    (record,) = ROOM.records(table(ENGLISH, ["Tom", "Reed", "nowhere", "4.47E+11", "", "3/4/1975", ""]))
    meant = SOURCE.adapt(record, READING)

    assert meant.mentions[0].name == "Tom Reed"
    assert [(p.code, p.numbers["text"]) for p in meant.problems] == [
        ("table_day_unclear", "3/4/1975"),
        ("table_number_rounded", "4.47E+11"),
        ("table_value_unreadable", "nowhere"),
    ]


def test_a_row_that_changed_is_the_same_thing_and_two_alike_in_one_file_are_two():
    row = ["Tom", "Reed", "tom@reed.example", "", "", "", ""]
    later = [*row[:4], "Reed & Sons", "", ""]
    (before,), (after,) = ROOM.ids(table(ENGLISH, row)), ROOM.ids(table(ENGLISH, later))

    assert before[0] == after[0] and before[1] != after[1]
    assert len({external_id for external_id, _ in ROOM.ids(table(ENGLISH, row, later))}) == 2


def test_the_parts_of_an_address_are_put_together_by_home_and_work():
    headings = [*ENGLISH, "Home Street", "Home City", "Business City", "Spouse"]
    row = ["Ann", "Lee", "a@b.example", "", "", "", "", "Lake Road 1", "Bern", "Basel", "Bo Lee"]
    (mention,) = ROOM.mentions(table(headings, row))

    assert [fact.value for fact in mention.facts if fact.kind == "place"] == ["Lake Road 1, Bern", "Basel"]
    assert Fact("note", "Spouse: Bo Lee") in mention.facts
