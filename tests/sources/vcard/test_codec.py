"""What the codec makes of every way in which programs write properties."""

import pytest

from renmai.sources.vcard.values import bytes_of, list_of, parts_of, text_of
from tests.sources.vcard.cards import card, properties


def only(*lines: str, version: str = "3.0"):
    (each,) = properties(card(*lines, version=version))
    return each


def test_bare_parameters_of_2_1_are_kept_without_a_name_and_read_as_types():
    each = only("TEL;HOME;CELL:1", version="2.1")

    assert each.params == (("", ("HOME",)), ("", ("CELL",)))
    assert each.types == {"home", "cell"}


def test_types_are_read_however_they_are_written():
    for written in (
        "TEL;TYPE=HOME,CELL:1",
        "TEL;TYPE=HOME;TYPE=cell:1",
        'TEL;TYPE="home,cell":1',
        "TEL;type=home;CELL:1",
    ):
        assert only(written).types == {"home", "cell"}


def test_a_group_is_kept_beside_the_name():
    each = only("item1.X-ABLabel:_$!<Anniversary>!$_")

    assert (each.group, each.name, each.value) == ("item1", "X-ABLABEL", "_$!<Anniversary>!$_")


def test_a_quoted_parameter_may_hold_colons_semicolons_and_commas():
    assert only('ADR;LABEL="a:b;c,d";TYPE=home:;;x').params == (("LABEL", ("a:b;c,d",)), ("TYPE", ("home",)))


def test_carets_in_parameters_are_read_by_rfc_6868():
    assert only("X-A;P=one^ntwo^'three^'^^four^x:v").param("P") == 'one\ntwo"three"^four^x'


def test_a_quote_without_its_end_does_not_cost_the_property():
    each = only('TEL;X="abc:123')

    assert (each.name, each.value) == ("TEL", "123")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"a\, b\; c\: d", "a, b; c: d"),
        (r"one\ntwo\Nthree", "one\ntwo\nthree"),
        (r"back\\nslash", r"back\nslash"),
        (r"C:\dir", r"C:\dir"),
        ("ends with\\", "ends with\\"),
    ],
)
def test_escapes_are_read_and_other_backslashes_stand_for_themselves(value, expected):
    assert text_of(only(f"NOTE:{value}")) == expected


def test_parts_are_cut_at_semicolons_that_are_not_escaped():
    assert parts_of(only(r"N:Doe;John;A\;B\\;;")) == ["Doe", "John", "A;B\\", "", ""]


def test_a_list_is_cut_at_commas_that_are_not_escaped():
    assert list_of(only(r"CATEGORIES:one,two\, three,")) == ["one", "two, three", ""]


def test_soft_breaks_of_quoted_printable_join_lines_and_keep_their_spaces():
    each = only("NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=", " two=", "three", version="2.1")

    assert text_of(each) == "one\n twothree"


def test_a_stray_equals_sign_does_not_swallow_the_end_of_the_card():
    assert text_of(only("NOTE;QUOTED-PRINTABLE:a=", version="2.1")) == "a"


def test_quoted_printable_names_its_own_charset():
    each = only("FN;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=C0=EE=C0=D7", version="2.1")

    assert text_of(each) == "李雷"


def test_quoted_printable_without_a_charset_is_utf_8_or_else_chinese():
    assert text_of(only("FN;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E9=9B=B7", version="2.1")) == "李雷"
    assert text_of(only("FN;ENCODING=QUOTED-PRINTABLE:=C0=EE=C0=D7", version="2.1")) == "李雷"


@pytest.mark.parametrize(
    "lines",
    [
        ["PHOTO;ENCODING=b;TYPE=JPEG:UGhvdG8g", " Ynl0ZXM="],
        ["PHOTO;TYPE=JPEG;ENCODING=BASE64:", " UGhvdG8g", " Ynl0ZXM=", ""],
        ["PHOTO;JPEG;BASE64:", "UGhvdG8g", "Ynl0ZXM=", ""],
        ["PHOTO;BASE64:UGhvdG8gYnl0ZXM"],
        ["PHOTO:data:image/jpeg;base64,UGhvdG8gYnl0ZXM="],
        ["PHOTO;VALUE=uri:data:image/jpeg,Photo%20bytes"],
    ],
)
def test_the_bytes_of_a_photo_are_found_however_they_are_written(lines):
    photo, tel = properties(card(*lines, "TEL:1"))

    assert bytes_of(photo) == b"Photo bytes"
    assert tel.value == "1"


def test_a_photo_that_is_only_pointed_to_has_no_bytes():
    assert bytes_of(only("PHOTO;VALUE=uri:https://example.org/x.jpg")) is None


def test_a_card_inside_a_card_is_one_value_of_the_outer_one():
    inner = ["BEGIN:VCARD", "VERSION:2.1", "N:Poll;Lily", "END:VCARD"]
    for lines in (["AGENT:", *inner], ["AGENT:BEGIN:VCARD", *inner[1:]]):
        agent, tel = properties(card(*lines, "TEL:1", version="2.1"))

        assert "N:Poll;Lily" in agent.value
        assert (tel.name, tel.value) == ("TEL", "1")


def test_an_escaped_card_inside_a_card_is_one_line():
    agent, tel = properties(card(r"AGENT:BEGIN:VCARD\nFN:Lily\nEND:VCARD\n", "TEL:1"))

    assert text_of(agent) == "BEGIN:VCARD\nFN:Lily\nEND:VCARD"
    assert tel.value == "1"


def test_line_ends_may_be_mixed():
    content = "BEGIN:VCARD\rVERSION:3.0\r\nFN:A\r\r\nNOTE:one\r\n  two\nTEL:1\rEND:VCARD"

    assert [(each.name, each.value) for each in properties(content)] == [
        ("FN", "A"),
        ("NOTE", "one two"),
        ("TEL", "1"),
    ]


def test_fences_may_be_in_any_case_and_have_blanks():
    assert [each.value for each in properties("begin: vCard \nFN:A\nend :vcard\n")] == ["A"]
