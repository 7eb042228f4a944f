"""In which charset a card is, when it does not say so, says so wrongly, or says so line by line."""

import pytest

from renmai.sources.vcard.values import text_of
from tests.sources.vcard.cards import card, properties, read

PEOPLE = ["FN:王小明", "ORG:北京大學;中文系", "NOTE:去年在會議上認識，常常一起吃飯"]
SIMPLE = ["FN:王小明", "ORG:清华大学;计算机系", "NOTE:去年在会议上认识，常常一起吃饭"]


@pytest.mark.parametrize(
    ("charset", "lines"),
    [("utf-8", SIMPLE), ("gb18030", SIMPLE), ("gbk", SIMPLE), ("big5", PEOPLE), ("utf-8-sig", PEOPLE)],
)
def test_chinese_cards_are_recognised_by_their_everyday_characters(charset, lines):
    content = card(*lines).encode(charset)
    _, problems = read(content)

    assert [f"{each.name}:{each.value}" for each in properties(content)] == lines
    assert problems == []


def test_a_declared_charset_wins():
    content = (
        b"BEGIN:VCARD\nFN;CHARSET=BIG5:"
        + "王大同".encode("big5")
        + b"\nN;CHARSET=KOI8-R:"
        + "Иван".encode("koi8-r")
        + b"\nEND:VCARD"
    )

    assert [each.value for each in properties(content)] == ["王大同", "Иван"]


def test_a_declared_charset_that_nobody_knows_or_that_is_wrong_does_not_cost_the_value():
    for declared in ("X-UNKNOWN", "GB2312", "hex", "undefined", "a b\0"):
        content = f"BEGIN:VCARD\nFN;CHARSET={declared}:李雷\nEND:VCARD".encode()

        assert properties(content)[0].value == "李雷"


def test_a_card_too_short_to_tell_is_kept_and_told():
    records, problems = read(card("FN:李丁").encode("gbk"))

    assert len(records) == 1
    assert properties(card("FN:李丁").encode("gbk"))[0].value == "李丁"
    assert [(problem.code, problem.numbers) for problem in problems] == [
        ("vcard_charset_guessed", {"charset": "gb18030"})
    ]


def test_earlier_cards_of_the_file_settle_a_card_too_short_to_tell():
    content = card(*SIMPLE).encode("gbk") + card("FN:李丁").encode("gbk")
    records, problems = read(content)

    assert (len(records), problems) == (2, [])


def test_western_letters_are_not_taken_for_chinese():
    content = card("FN:Jürgen Müller", "NOTE:café").encode("cp1252")

    assert [each.value for each in properties(content)] == ["Jürgen Müller", "café"]


def test_one_torn_line_does_not_change_the_charset_of_the_others():
    content = (
        card("FN:李雷", "ORG:青岩科技", "NOTE:大学同学")
        .encode()
        .replace("同学".encode(), "同学".encode()[:-1])
    )
    values = [each.value for each in properties(content)]

    assert values[:2] == ["李雷", "青岩科技"]
    assert values[2].startswith("大学同")


def test_an_encoded_value_whose_declared_charset_nobody_knows_is_read_anyway():
    each = properties(card("FN;CHARSET=X-NOBODY;ENCODING=QUOTED-PRINTABLE:=C0=EE=C0=D7", version="2.1"))[0]

    assert text_of(each) == "李雷"
