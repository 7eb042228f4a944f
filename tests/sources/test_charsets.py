"""Bytes whose charset nobody says, or says wrongly, are read as well as can be, in every source alike."""

import pytest

from renmai.sources.charsets import guessed, text_of

UNDECLARED = [
    ("关于下周的会议安排，请各位同事查收。", "gb18030"),
    ("關於下週的會議安排，請各位同事查收。", "big5"),
    ("Hôtel créée à la fête, où ça", "cp1252"),
    ("Reunião de coordenação, São João", "cp1252"),
    ("Größe", "cp1252"),
    ("Änderung am I²C\xa0\xa0\xa0Treiber", "cp1252"),
    ("Привет, коллеги", "cp1251"),
    ("Καλημέρα κόσμε", "cp1253"),
    ("こんにちは世界", "cp932"),
    ("Žluťoučký kůň pěl", "cp1250"),
]


@pytest.mark.parametrize(("text", "charset"), UNDECLARED)
def test_a_text_is_read_though_nobody_says_its_charset(text, charset):
    assert text_of(text.encode(charset)) == text


@pytest.mark.parametrize(("text", "charset"), UNDECLARED[:4])
def test_much_ascii_around_it_changes_nothing(text, charset):
    whole = "Hello, and see below.\n" * 500 + text

    assert text_of(whole.encode(charset)) == whole


@pytest.mark.parametrize("declared", ["utf-8", "us-ascii", "x-nobody"])
def test_a_charset_that_does_not_fit_is_not_believed(declared):
    assert text_of("今天开会".encode("gb18030"), declared) == "今天开会"


def test_a_declared_charset_is_kept_where_one_character_is_broken():
    assert text_of("Привет, кол".encode("koi8-r") + b"\xff" + "лега".encode("koi8-r"), "koi8-r").startswith(
        "Привет"
    )
    assert text_of("王大同".encode("big5") + b"\xff", "big5") == "王大同\ufffd"


def test_utf_8_with_a_torn_character_stays_utf_8():
    assert text_of("大学同学常来".encode()[:-1]) == "大学同学常\ufffd"


def test_what_is_too_short_to_tell_is_read_as_its_neighbours_are():
    raw = "李丁".encode("gbk")

    assert not guessed(raw).is_sure
    assert guessed(raw, usual="gb18030") == ("gb18030", True)
    assert guessed(raw, usual="big5hkscs") == ("big5hkscs", True)


def test_no_text_holds_what_a_database_refuses():
    assert text_of(b"a\0b") == "ab"
    assert "\ud800" not in text_of(b"+2AA-", "utf-7")


@pytest.mark.parametrize(
    ("raw", "declared", "text"),
    [
        (b"\x1b$B-!2q5D\x1b(B", "iso-2022-jp", "①会議"),
        (b"\x1b$B-!2q5D\x1b(B", "cp50221", "①会議"),
        (b"\x1b$B2q5D\x1b(B ok", "", "会議 ok"),
        (b"\x1b$B2q5D\x1b(B ok", "us-ascii", "会議 ok"),
        (b"\x1b(I1\x1b(B", "iso-2022-jp", "ｱ"),
        ("안녕".encode("iso2022_kr"), "", "안녕"),
        (b"\x1b$)A\x0e;aRi\x0f!", "", "会议!"),
        (b"~{;aRi~}", "hz-gb-2312", "会议"),
        (b"~{;aRi~} now", "", "会议 now"),
        ("会議①".encode("cp932"), "shift_jis", "会議①"),
        (b"\xad\xa1\xb2\xf1\xb5\xc4", "euc-jp", "①会議"),
        ("İstanbul’da".encode("cp1254"), "iso-8859-9", "İstanbul’da"),
        ("똠방각하".encode("cp949"), "windows-949", "똠방각하"),
        (b"a ~{ b ~} c", "", "a ~{ b ~} c"),
        (b"\x1b[31mred\x1b[0m", "", "\x1b[31mred\x1b[0m"),
    ],
)
def test_escapes_and_the_variants_of_windows_are_read(raw, declared, text):
    assert text_of(raw, declared) == text
