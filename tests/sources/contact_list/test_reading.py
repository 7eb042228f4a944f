"""Reading plain tables of people, one's own or another manager's: by headings in both languages (C1, C4)."""

import pytest

from renmai.domain.people.mentions import Fact
from renmai.sources.contact_list import SOURCE
from tests.sources.reading import Room, table

ROOM = Room(SOURCE)


@pytest.mark.parametrize(
    "headings",
    [
        ["Name", "Email"],
        ["姓名", "手机", "公司"],
        ["first_name", "LAST_NAME", "Phone Number (2)", "Tags"],
        ["Full Name", "WeChat ID", "Height", "How we met"],
    ],
)
def test_a_table_is_known_by_a_name_beside_a_way_to_reach_somebody(headings):
    assert SOURCE.recognises(table(headings))
    assert SOURCE.recognises(table(headings).replace(b",", b";"))
    assert SOURCE.recognises(table(headings).decode().encode("gb18030"))


@pytest.mark.parametrize(
    "headings",
    [
        ["Name", "Company"],
        ["Email", "Phone"],
        ["Name", "Email", "Order", "Sum", "Paid", "Shipped", "Weight"],
        ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"],
        ["Name", "E-mail 1 - Label", "E-mail 1 - Value", "Phone"],
        ["姓名", "微信号", "备注", "昵称"],
        ["called at", "number", "minutes"],
    ],
)
def test_other_tables_are_left_to_others_or_to_nobody(headings):
    assert not SOURCE.recognises(table(headings))


def test_a_row_gives_a_person_with_ways_facts_and_notes_under_their_headings():
    headings = ["姓名", "手机", "邮箱", "微信号", "QQ", "公司", "生日", "标签", "怎么认识"]
    row = ["李雷", "+8613800138000", "a@b.example; c@d.example", "lilei_88", "10001", "华东", "农历四月二十"]
    row += ["同学；顾问", "展会"]
    (mention,) = ROOM.mentions(table(headings, row))

    assert mention.name == "李雷"
    assert {str(handle) for handle in mention.handles if handle.kind != "tel"} == {
        *("mailto:a@b.example", "mailto:c@d.example", "wechat:lilei_88", "im:qq:10001")
    }
    assert {
        Fact("organisation", "华东"),
        Fact("birthday", "lunar:--04-20"),
        Fact("category", "顾问"),
        Fact("note", "怎么认识: 展会"),
    } <= set(mention.facts)


def test_columns_that_do_not_tell_are_kept_with_the_row_and_named_once():
    content = table(["Name", "Email", "Zed"], ["Ann", "a@b.example", "7"], ["Bo", "b@b.example", "8"])

    assert [(p.code, p.numbers) for p in ROOM.problems(content)] == [
        ("contact_list_columns_left", {"headings": "Zed"})
    ]
    assert [record.fields["Zed"] for record in ROOM.records(content)] == ["7", "8"]


def test_a_row_that_changed_is_the_same_person():
    headings = ["Name", "Email", "Company"]
    (before,), (after,) = (ROOM.ids(table(headings, ["Ann", "a@b.example", firm])) for firm in ("X", "Y"))

    assert before[0] == after[0] and before[1] != after[1]
