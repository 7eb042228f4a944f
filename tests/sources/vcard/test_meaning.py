"""Whom a card names, how to reach them and what it tells of them."""

import pytest

from renmai.domain.people.mentions import Fact
from renmai.sources.base import Adapted, Reading
from renmai.sources.vcard import SOURCE
from tests.sources.vcard.cards import card, facts, handles, mention, read


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:雷 李", "N:李;雷;;;"], "李雷"),
        (["FN:李 雷", "N:李;雷;;;"], "李雷"),
        (["N:欧阳;娜娜;;;"], "欧阳娜娜"),
        (["FN:王 芳"], "王芳"),
        (["FN:张三 李四"], "张三 李四"),
        (["FN:Ada Lovelace", "N:Lovelace;Ada;;;"], "Ada Lovelace"),
        (["N:Lovelace;Ada;King;Lady;"], "Ada King Lovelace"),
        (["FN:ada@example.org", "N:;;;;", "NICKNAME:Ada", "EMAIL:ada@example.org"], "Ada"),
        (["FN:13800138000", "ORG:青岩科技;平台部", "TEL:13800138000"], "青岩科技"),
        (["FN:", "EMAIL:ada@example.org"], ""),
        ([r"FN:Two\nlines \, one name"], "Two lines , one name"),
    ],
)
def test_a_name_is_the_persons_own_in_its_own_order_or_the_nearest_to_one(lines, name):
    assert mention(*lines).name == name


def test_a_phonetic_name_is_its_reading():
    assert facts("name_reading", "X-PHONETIC-FIRST-NAME:Lei", "X-PHONETIC-LAST-NAME:Li") == ["Li Lei"]
    assert [f.value for f in mention('N;SORT-AS="Li,Lei":李;雷;;;').facts] == ["Li Lei"]


def test_a_sort_key_that_only_repeats_the_name_is_no_reading():
    assert facts("name_reading", "SORT-STRING:Lovelace") == []


def test_groups_places_and_things_are_nobody():
    for line in ("KIND:group", "X-ADDRESSBOOKSERVER-KIND:group", "KIND:location"):
        (record,), _ = read(card("FN:Book club", line))

        assert SOURCE.adapt(record, Reading()) == Adapted()


def test_a_card_of_a_firm_says_so():
    assert facts("kind", "ORG:青岩科技", "X-ABShowAs:COMPANY") == ["organisation"]
    assert facts("kind", "KIND:org") == ["organisation"]


def test_mail_comes_first_the_preferred_before_the_others():
    assert handles("TEL;CELL:13800138000", "EMAIL:b@example.org", "EMAIL;PREF=1:A@Example.ORG") == [
        "mailto:a@example.org",
        "mailto:b@example.org",
        "tel:+8613800138000",
    ]


def test_several_addresses_in_one_line_are_all_there():
    assert handles("EMAIL:a@example.org; b@example.org") == ["mailto:a@example.org", "mailto:b@example.org"]
    assert handles("TEL:13800138000/13900139000") == ["tel:+8613800138000", "tel:+8613900139000"]


@pytest.mark.parametrize(
    "line",
    [
        "X-WECHAT:LiLei_80",
        "IMPP;X-SERVICE-TYPE=微信号;type=pref:x-apple:lilei_80",
        "IMPP:weixin:lilei_80",
        "X-SOCIALPROFILE;type=wechat:x-apple:lilei_80",
        "item1.URL:lilei_80\r\nitem1.X-ABLabel:微信",
    ],
)
def test_a_wechat_id_is_found_wherever_phones_put_it(line):
    assert handles(line) == ["wechat:lilei_80"]


def test_a_phone_number_under_which_somebody_is_found_on_wechat_is_a_phone_number():
    assert handles("X-WECHAT:138 0013 8000") == ["tel:+8613800138000"]


@pytest.mark.parametrize(
    ("line", "handle"),
    [
        ("X-QQ:10001", "im:qq:10001"),
        ("IMPP;X-SERVICE-TYPE=QQ:x-apple:10001", "im:qq:10001"),
        ("X-SKYPE-USERNAME:Ada", "im:skype:ada"),
        ("IMPP:xmpp:ada@example.org", "im:xmpp:ada@example.org"),
        ("X-JABBER:ada@example.org", "im:xmpp:ada@example.org"),
        ("X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/Ada/", "link:https://linkedin.com/in/ada"),
        (
            "SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://social.example/@ada",
            "link:https://social.example/@ada",
        ),
        ("URL:https://github.com/Ada", "link:https://github.com/ada"),
    ],
)
def test_messengers_and_profiles_are_handles(line, handle):
    assert handles(line) == [handle]


def test_a_firms_page_is_no_handle_since_all_its_people_have_it():
    assert handles("URL:http://www.example.com/") == []
    assert facts("link", "URL:http://www.example.com/") == ["https://example.com"]


def test_a_number_that_need_not_be_one_persons_is_marked_shared():
    """A family's landline must not make two people one."""
    assert facts("shared", "TEL;TYPE=CELL:13800138000") == []
    assert facts("shared", "TEL;TYPE=WORK:021-55556666 转 12") == []
    for line in ("TEL;HOME:021-55556666", "TEL;CELL;FAX:13800138000", "TEL:10086", "TEL:400-820-8820"):
        assert len(facts("shared", line)) == 1
    assert facts("shared", "item1.TEL:13800138000", "item1.X-ABLabel:公司总机") == ["tel:+8613800138000"]


def test_a_number_that_may_be_a_mobile_is_ones_own_where_the_card_says_mobile():
    for line, shared in (("TEL;TYPE=CELL:(415) 555-2671", 0), ("TEL;TYPE=WORK:(415) 555-2671", 1)):
        found = [f for f in mention("FN:x", line, region="US").facts if f.kind == "shared"]

        assert len(found) == shared


def test_organisation_department_and_title_are_told_apart():
    lines = ["ORG:Company, The;Research;Team 2", "TITLE:Head"]

    assert facts("organisation", *lines, version="2.1") == ["Company, The"]
    assert facts("department", *lines, version="2.1") == ["Research / Team 2"]
    assert facts("title", *lines, version="2.1") == ["Head"]


def test_a_place_is_written_as_its_people_write_it():
    assert facts("place", "ADR:;;中关村大街1号;海淀区;北京市;100080;中国") == [
        "中国北京市海淀区中关村大街1号"
    ]
    assert facts("place", "ADR:;;1 Long Road;York;;YO1;UK") == ["1 Long Road, York, YO1, UK"]


def test_a_photo_is_known_by_its_bytes_however_they_are_written():
    inline = facts("photo", "PHOTO;ENCODING=b:UGhvdG8gYnl0ZXM=")

    assert inline == facts("photo", "PHOTO:data:image/jpeg;base64,UGhvdG8gYnl0ZXM=")
    assert len(inline[0]) == 32
    assert facts("photo", "PHOTO:https://example.org/x.jpg") == []


def test_nicknames_notes_and_categories_come_as_written():
    assert facts("nickname", r"NICKNAME:Jo,Johnny\, the first") == ["Jo", "Johnny, the first"]
    assert facts("note", r"NOTE:one\ntwo") == ["one\ntwo"]
    assert facts("category", "CATEGORIES:family,myContacts,My Contacts,同学") == ["family", "同学"]
    assert facts("nickname", "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Jo;1;;;") == ["Jo"]


@pytest.mark.parametrize("mark", tuple("\u200b\u200e\u200f\u202a\u2066\ufeff\u00ad\u2060"))
def test_invisible_marks_around_a_number_or_an_address_are_left_out(mark):
    found = mention("FN:A", f"EMAIL:{mark}li.lei@acme.example{mark}", f"TEL:{mark}138 0013 8000{mark}")

    assert sorted(map(str, found.handles)) == ["mailto:li.lei@acme.example", "tel:+8613800138000"]


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:青岩科技", "ORG:青岩科技;研发部", "TEL:010-62550101"),
        ("N:青岩科技;;;;", "FN:青岩科技", "ORG:青岩科技"),
        ("N:;;;;", "ORG:Blue Cafe", "EMAIL:info@bluecafe.example"),
        ("ORG:Blue Cafe", "TEL:010-62550101"),
        ("FN:blue cafe", "ORG:Blue Cafe"),
    ],
)
def test_a_card_with_no_name_but_a_firm_s_is_a_firm_s(lines):
    assert Fact("kind", "organisation") in mention(*lines).facts


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:John Smith", "N:Smith;John;;;", "ORG:John Smith"),
        ("FN:John Smith", "ORG:John Smith", "TITLE:Owner"),
        ("FN:John Smith", "ORG:Blue Cafe"),
        ("ORG:Blue Cafe", "BDAY:1980-01-02"),
        ("FN:Blue Cafe", "ORG:Blue Cafe", "KIND:individual"),
    ],
)
def test_a_card_with_anything_human_is_a_person_s(lines):
    assert Fact("kind", "organisation") not in mention(*lines).facts


@pytest.mark.parametrize(
    "line",
    [
        "PHONE.WORK:+8613800138000",
        "TEL.CELL:13800138000",
        "MOBILE:13800138000",
        "X-PHONE:13800138000",
        "手机:13800138000",
    ],
)
def test_a_number_under_a_home_made_name_is_a_number(line):
    assert [str(handle) for handle in mention("FN:A", line).handles] == ["tel:+8613800138000"]


@pytest.mark.parametrize(
    "line", ["X-CUSTOM:+86 138 0013 8000", "item1.X-FOO:a@x.example", "REACHME:tel:+8613800138000"]
)
def test_a_number_under_a_name_that_nobody_knows_is_told(line):
    _, problems = read(card("FN:A", line))

    assert [problem.code for problem in problems] == ["vcard_way_not_read"]


@pytest.mark.parametrize(
    "line", ["X-CUSTOM:12345", "X-ABUID:5AD380FD:ABPerson", "NOTE:a@x.example", "X-FOO:see below"]
)
def test_other_properties_of_programs_are_none_and_nobody_is_told(line):
    _, problems = read(card("FN:A", line))

    assert problems == []


def test_a_card_without_uid_whose_export_alone_is_newer_is_the_same():
    old, new = (
        read(card("FN:舅舅", f"REV:{rev}", "PRODID:x"))[0][0]
        for rev in ("20250101T000000Z", "20250601T000000Z")
    )

    assert old.external_id == new.external_id
    assert old.external_id != read(card("FN:舅妈", "REV:20250101T000000Z"))[0][0].external_id
