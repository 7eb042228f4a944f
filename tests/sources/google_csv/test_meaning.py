"""What a row of Google's CSV says of a person, under today's headings and under those before 2024."""

import pytest

from renmai.domain.people.mentions import ORGANISATION, SHARED, SORT, Fact
from tests.sources.google_csv.rows import facts, meant, mention


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"First_Name": "雷", "Last_Name": "李"}, "李雷"),
        ({"Given_Name": "雷", "Family_Name": "李", "Name": "雷 李"}, "李雷"),
        ({"First_Name": "Ada", "Middle_Name": "King", "Last_Name": "Lovelace"}, "Ada King Lovelace"),
        ({"First_Name": "Ada", "Name_Prefix": "Dr.", "Name_Suffix": "FRS"}, "Dr. Ada FRS"),
        ({"First_Name": "伟", "Last_Name": "张", "Name_Suffix": "先生"}, "张伟先生"),
        ({"First_Name": "李雷"}, "李雷"),
        ({"Name": "Ada Lovelace"}, "Ada Lovelace"),
        ({"File_As": "小雷"}, "小雷"),
        ({"Nickname": "小雷", "Organization_Name": "青岩科技"}, "小雷"),
        ({"First_Name": "ada@example.org", "E-mail_1__Value": "ada@example.org"}, ""),
    ],
)
def test_a_person_is_called_by_the_parts_of_the_name_or_what_comes_nearest(row, name):
    assert mention(**row).name == name


def test_a_row_that_names_an_organisation_only_is_of_a_firm():
    firm = mention(Organization_Name="松溪印刷厂", Phone_1__Value="0571-8888 6666")

    assert firm.name == "松溪印刷厂"
    assert Fact(SORT, ORGANISATION) in firm.facts


def test_a_mail_address_at_an_organisation_is_nobody_called_like_the_organisation():
    person = mention(**{"Organization_Name": "Acme", "E-mail_1__Value": "ada@acme.example"})

    assert person.name == ""
    assert Fact("organisation", "Acme") in person.facts


def test_every_value_of_a_cell_is_an_address_and_the_starred_one_comes_first():
    person = mention(
        **{
            "E-mail_1__Label": "Work",
            "E-mail_1__Value": "ada@work.example ::: a.l@work.example",
            "E-mail_2__Label": "* Home",
            "E-mail_2__Value": "ada@home.example",
            "Phone_1__Type": "Mobile",
            "Phone_1__Value": "138 0013 8000 ::: '+86 139 0000 4127",
        }
    )

    assert [handle.value for handle in person.handles] == [
        "ada@home.example",
        "ada@work.example",
        "a.l@work.example",
        "+8613800138000",
        "+8613900004127",
    ]


@pytest.mark.parametrize("label", ["Work Fax", "Main", "传真"])
def test_a_number_that_its_label_gives_to_many_is_shared(label):
    person = mention(First_Name="Ada", Phone_1__Label=label, Phone_1__Value="138 0013 8000")

    assert Fact(SHARED, "tel:+8613800138000") in person.facts


@pytest.mark.parametrize(
    ("row", "handle"),
    [
        ({"Custom_Field_1__Label": "微信", "Custom_Field_1__Value": "lilei_1980"}, "wechat:lilei_1980"),
        ({"Custom_Field_1__Label": "QQ", "Custom_Field_1__Value": "10001"}, "im:qq:10001"),
        ({"IM_1__Service": "GTalk", "IM_1__Value": "ada@example.org"}, "im:xmpp:ada@example.org"),
        ({"Website_1__Value": "https://www.linkedin.com/in/Ada/"}, "link:https://linkedin.com/in/ada"),
    ],
)
def test_messengers_and_ones_own_page_are_ways_to_reach_somebody(row, handle):
    assert handle in map(str, mention(First_Name="Ada", **row).handles)


def test_a_number_that_a_spreadsheet_rounded_is_not_taken():
    found = meant(First_Name="Ada", Phone_1__Value="8.61379E+12")

    assert found.mentions[0].handles == ()
    assert [(problem.code, str(problem.where), problem.numbers["row"]) for problem in found.problems] == [
        ("google_csv_number_rounded", "row 2", 2)
    ]


def test_what_is_no_address_and_no_number_is_told_and_a_short_code_is_not():
    row = {"E-mail_1__Value": "none", "Phone_1__Value": "ask her ::: 110"}
    found = meant(First_Name="Ada", **row)

    assert [problem.numbers["text"] for problem in found.problems] == ["none", "ask her"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1980-04-20", "1980-04-20"),
        (" --04-20", "--04-20"),
        ("1980/4/20", "1980-04-20"),
        ("20/04/1980", "1980-04-20"),
        ("04/20/1980", "1980-04-20"),
        ("农历八月十五", "lunar:--08-15"),
    ],
)
def test_a_birthday_is_read_in_every_form_that_has_one_meaning(text, day):
    assert facts("birthday", Birthday=text) == [day]


@pytest.mark.parametrize("text", ["04/05/1980", "in spring", "1980-02-30"])
def test_a_day_that_cannot_be_told_is_left_out_and_said(text):
    found = meant(First_Name="Ada", Birthday=text)

    assert [fact for fact in found.mentions[0].facts if fact.kind == "birthday"] == []
    assert [problem.code for problem in found.problems] == ["google_csv_day_unclear"]


def test_other_days_are_anniversaries_birthdays_or_notes_by_their_label():
    row = {
        "Event_1__Label": "Anniversary",
        "Event_1__Value": "2008-09-12",
        "Event_2__Label": "农历生日",
        "Event_2__Value": "八月十五",
        "Event_3__Label": "First met",
        "Event_3__Value": "2019-05-04",
    }

    assert facts("anniversary", **row) == ["2008-09-12"]
    assert facts("birthday", **row) == ["lunar:--08-15"]
    assert facts("note", **row) == ["First met: 2019-05-04"]
    assert meant(First_Name="Ada", **row).problems == ()


def test_labels_are_categories_without_those_google_gives_everybody():
    assert facts("category", Labels="* myContacts ::: * family ::: Chess ::: * starred") == [
        "family",
        "Chess",
    ]
    assert facts("category", Group_Membership="* My Contacts ::: 大学") == ["大学"]


def test_work_is_read_under_both_kinds_of_headings():
    today = {
        "Organization_Name": "青岩科技",
        "Organization_Title": "工程师",
        "Organization_Department": "平台部",
    }
    before = {f"Organization_1__{key.partition('_')[2]}": value for key, value in today.items()}

    for row in (today, before):
        assert [facts(kind, **row) for kind in ("organisation", "title", "department")] == [
            ["青岩科技"], ["工程师"], ["平台部"],
        ]  # fmt: skip


def test_an_address_stands_on_one_line_in_the_order_of_its_language():
    parts = {"Street": "中关村大街1号", "City": "海淀区", "Region": "北京市", "Country": "中国"}

    assert facts("place", **{f"Address_1__{key}": value for key, value in parts.items()}) == [
        "中国北京市海淀区中关村大街1号"
    ]
    assert facts("place", Address_1__Formatted="12 Hill Road\nBristol ::: 1 Pier\nSausalito") == [
        "12 Hill Road, Bristol",
        "1 Pier, Sausalito",
    ]


def test_notes_keep_their_lines_and_fields_of_ones_own_their_labels():
    row = {"Relation_1__Label": "Spouse", "Relation_1__Value": "韩梅梅", "Custom_Field_1__Label": "茶"}

    assert facts("note", Notes="one\r\ntwo", **row, Custom_Field_1__Value="生普") == [
        "one\ntwo",
        "Spouse: 韩梅梅",
        "茶: 生普",
    ]


def test_how_a_name_is_read_is_told_family_name_first():
    assert facts("name_reading", Phonetic_First_Name="Lei", Phonetic_Last_Name="Li") == ["Li Lei"]
    assert facts("name_reading", Given_Name_Yomi="Lei", Family_Name_Yomi="Li") == ["Li Lei"]
