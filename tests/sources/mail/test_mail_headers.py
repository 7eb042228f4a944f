"""Headers are read as they were meant: charsets, encoded words, addresses, dates."""

import base64
import time
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.sources.charsets import text_of
from renmai.sources.mail.addresses import Mailbox, clean_name, mailboxes
from renmai.sources.mail.dates import moment_of, settled
from renmai.sources.mail.encoded import decoded_words
from renmai.sources.mail.headers import headers_of, parted


def headers(block: str | bytes) -> dict[str, str]:
    mail = b"\n" + (block.encode() if isinstance(block, str) else block) + b"\n\nbody"
    return headers_of(mail, parted(mail)[0]).values


def encoded(text: bytes, charset: str) -> str:
    return f"=?{charset}?B?{base64.b64encode(text).decode()}?="


def test_headers_are_unfolded_whatever_their_case_and_the_first_one_counts():
    assert headers("SUBJECT: one\n\t two\nsubject: three\nX-Other: no\nFrom : a@b.c") == {
        "subject": "one two",
        "from": "a@b.c",
    }


def test_receivers_named_in_several_headers_are_all_kept():
    assert headers("To: a@b.c\nTo: d@e.f\nReferences: <1@x>\nReferences: <2@x>") == {
        "to": "a@b.c, d@e.f",
        "references": "<1@x> <2@x>",
    }


def test_a_header_of_the_body_is_none_of_the_mail():
    mail = b"\r\nSubject: yes\r\n\r\nFrom: no@example.org\r\n"

    assert headers_of(mail, parted(mail)[0]).values == {"subject": "yes"}


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "gb18030", "big5", "utf-8", "GB2312"])
def test_encoded_words_are_read_in_their_charset(charset):
    text = "關於會議" if charset == "big5" else "关于会议"

    assert decoded_words(encoded(text.encode(charset), charset)) == text


def test_a_word_labelled_gb2312_may_hold_what_only_gb18030_has():
    assert decoded_words(encoded("朱镕基㐂".encode("gb18030"), "gb2312")) == "朱镕基㐂"


def test_a_character_cut_in_two_by_neighbouring_words_is_whole_again():
    raw = "会议".encode()

    assert decoded_words(f"{encoded(raw[:4], 'utf-8')} {encoded(raw[4:], 'utf-8')} x") == "会议 x"


def test_an_unknown_charset_or_a_broken_word_is_read_as_well_as_can_be():
    assert decoded_words("=?x-nonsense?Q?caf=C3=A9?=") == "café"
    assert decoded_words("=?utf-8?B?5Lya?= and =?utf-8?B?!!!?= =?broken") == "会 and  =?broken"


@pytest.mark.parametrize("charset", ["gbk", "utf-8"])
def test_raw_chinese_in_headers_is_read_though_no_charset_is_declared(charset):
    assert headers("Subject: 关于下周的会议安排".encode(charset))["subject"] == "关于下周的会议安排"


def test_raw_big5_is_read_by_its_everyday_characters():
    assert headers("Subject: 關於下週的會議安排".encode("big5"))["subject"] == "關於下週的會議安排"


def test_raw_headers_are_read_in_the_charset_that_the_mail_declares():
    block = 'Subject: Привет, коллеги\nContent-Type: text/plain; charset="koi8-r"'.encode("koi8-r")

    assert headers(block)["subject"] == "Привет, коллеги"


def test_western_raw_bytes_are_not_taken_for_chinese():
    assert text_of("Café à la crème, déjà vu".encode("cp1252")) == "Café à la crème, déjà vu"


def test_no_text_holds_what_a_database_refuses():
    assert headers(b"Subject: a\0b")["subject"] == "ab"
    assert text_of(b"+2AE-", "utf-7").encode("utf-8")


ADDRESSES = {
    "ada@example.org": [("", "ada@example.org")],
    "Ada <ada@example.org>, li@example.cn": [("Ada", "ada@example.org"), ("", "li@example.cn")],
    '"Lovelace, Ada" <ada@example.org>': [("Lovelace, Ada", "ada@example.org")],
    "Lovelace, Ada <ada@example.org>": [("Lovelace, Ada", "ada@example.org")],
    '"A \\"B\\" C" <a@b.c>': [('A "B" C', "a@b.c")],
    "ada@example.org (Ada Lovelace)": [("Ada Lovelace", "ada@example.org")],
    "ada at example.org (Ada Lovelace)": [("Ada Lovelace", "ada at example.org")],
    "Board: ada@example.org, Li <li@example.cn>;, x@y.z": [
        ("", "ada@example.org"), ("Li", "li@example.cn"), ("", "x@y.z"),
    ],
    "undisclosed-recipients:;": [],
    "": [],
    "<ada@example.org>,\t<li@example.cn>": [("", "ada@example.org"), ("", "li@example.cn")],
    "<@relay.example,@other.example:ada@example.org>": [("", "ada@example.org")],
    "Ada <mailto:ada@example.org>": [("Ada", "ada@example.org")],
    '"Ada" <ada@example.org>; "Li" <li@example.cn>': [("Ada", "ada@example.org"), ("Li", "li@example.cn")],
    "李雷 <lilei@例子.cn>": [("李雷", "lilei@例子.cn")],
    "Ada (the Countess (of L)) <ada@example.org>": [("Ada (the Countess (of L))", "ada@example.org")],
    '"open, never closed <ada@example.org>': [("open, never closed", "ada@example.org")],
    "nobody": [],
    "a@b.c d@e.f": [("", "a@b.c")],
}  # fmt: skip


@pytest.mark.parametrize("header", ADDRESSES)
def test_an_address_header_names_these_people(header):
    assert mailboxes(header) == tuple(Mailbox(*each) for each in ADDRESSES[header])


def test_a_comma_inside_an_encoded_name_does_not_divide_it():
    value = headers("From: =?utf-8?q?Lovelace=2C_Ada?= <ada@example.org>")["from"]

    assert mailboxes(value) == (Mailbox("Lovelace, Ada", "ada@example.org"),)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Lovelace, Ada", "Ada Lovelace"),
        ("'Ada Lovelace'", "Ada Lovelace"),
        ("Ada  Lovelace via Devel", "Ada Lovelace"),
        ("Ada Lovelace (via Devel)", "Ada Lovelace"),
        ("ada@example.org", ""),
        ("ADA@example.org ", ""),
        ("Analytical Engines, Inc.", "Analytical Engines, Inc."),
        ("Ada Lovelace, Ph.D.", "Ada Lovelace, Ph.D."),
        ("李雷", "李雷"),
        ("“李雷”", "李雷"),
        ("Olivia", "Olivia"),
        ("王, 小明", "王, 小明"),
    ],
)
def test_a_name_is_cleaned_of_what_programs_put_around_it(name, clean):
    assert clean_name(name, "ada@example.org") == clean


NOON = 1772452800  # 2026-03-02 12:00 UTC


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 2 Mar 2026 12:00:00 +0000", (NOON, 0)),
        ("Mon, 2 Mar 2026 20:00:00 +0800 (CST)", (NOON, 480)),
        ("2 Mar 2026 12:00 GMT", (NOON, 0)),
        ("Mon, 02 Mar 26 07:00:00 EST", (NOON, -300)),
        ("Mon, 2 Mar 2026 17:30:00 +0530", (NOON, 330)),
        ("Mon, 2 Mar 2026 12:00:00 -0000", (NOON, None)),
        ("Mon Mar  2 12:00:00 2026", (NOON, None)),
        ("2026-03-02T20:00:00+08:00", (NOON, 480)),
        ("2026-03-02 12:00:00", (NOON, None)),
        ("Monday, 02-Mar-26 12:00:00 GMT", (NOON, 0)),
        ("Mon, 2 Mar 2026 06(central): 00 : 00 -0600", (NOON, -360)),
        ("Mon, 2 Mar 2026 12:00:00 +9900", (NOON, None)),
        ("Mon, 2 Mar 2026 11:59:60 +0000", (NOON, 0)),
        ("Mon, 31 Feb 2026 12:00:00 +0000", None),
        ("Mon, 2 Mar 2026 25:00:00 +0000", None),
        ("Mon, 2 Mar 1969 12:00:00 +0000", None),
        ("Mon, 2 Mar 2101 12:00:00 +0000", None),
        ("Thu, 1 Jan 99999 00:00:00 +0000", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_this_moment_in_its_writers_zone(text, expected):
    moment = moment_of(text)

    assert (moment and moment[:2]) == expected


@pytest.mark.parametrize(
    "hostile",
    ["=?utf-8?q?" * 60_000, "=?" * 300_000, '"' * 600_001, "(" * 600_000, "<" * 600_000, "a@b.c," * 100_000,
     "\\" * 600_000, "=?a?b?" + "A" * 600_000, ":;" * 300_000, "a b at " * 80_000],
)  # fmt: skip
def test_headers_made_to_hang_a_reader_do_not(hostile):
    began = time.process_time()
    value = headers(f"From: {hostile}")["from"]
    mailboxes(value)
    moment_of(value)

    assert time.process_time() - began < 5


NAMES = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters='"\\'), min_size=1, max_size=20
)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(NAMES, st.from_regex(r"[a-z]{1,8}\.[a-z]{1,8}@[a-z]{1,8}\.org", fullmatch=True)), max_size=6
    )
)
def test_quoted_names_and_addresses_come_back_whatever_stands_in_the_names(people):
    header = ", ".join(f'"{name}" <{address}>' for name, address in people)

    assert mailboxes(header) == tuple(Mailbox(name.strip(), address) for name, address in people)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_header_makes_the_reader_of_addresses_fail(text):
    assert all("@" in box.address or " at " in box.address for box in mailboxes(text))


@settings(deadline=None)
@given(st.integers(0, 4133980799), st.integers(-840, 840))
def test_every_date_that_mails_write_comes_back(at_epoch_s, offset_min):
    zone = timezone(timedelta(minutes=offset_min))
    text = format_datetime(datetime.fromtimestamp(at_epoch_s, zone))

    assert moment_of(text).at_epoch_s == at_epoch_s
    assert offset_min == 0 or moment_of(text).utc_offset_min == offset_min


HALF_PAST_MIDNIGHT = 1793550600  # of 2 November 2026 in China


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 2 Nov 2026 00:30:00 +08:00",
        "Mon, 2 Nov 2026 00:30:00 GMT+08:00",
        "Mon, 2 Nov 2026 00:30:00 GMT +0800",
        "Mon, 2 Nov 2026 00:30:00 UTC+8",
        "Mon, 2 Nov 2026 00:30:00 +8",
        "Mon, 2 Nov 2026 00:30:00 +800",
        "Mon, 2 Nov 2026 00:30:00 +0800 (中国标准时间)",
        "Mon, 2 Nov 2026 00:30:00 Asia/Shanghai",
        "Mon, 2 Nov 2026 12:30:00 AM +0800",
        "2026/11/02 00:30:00 +0800",
        "2026/11/2 上午0:30 +0800",
        "2026年11月2日 00:30:00 (北京时间)",
        "星期一, 2 十一月 2026 00:30:00 +0800",
        "周一, 02 11月 2026 00:30:00 +0800",
        "lun., 2 nov. 2026 00:30:00 +0800",
        "Mon Nov 02 00:30:00 GMT+08:00 2026",
        "Monday, November 2, 2026 00:30:00 +0800",
        "Mon,2 Nov 2026 00:30:00 +0800",
    ],
)
def test_a_moment_is_the_same_however_its_offset_is_written(text):
    assert moment_of(text) == (HALF_PAST_MIDNIGHT, 480, False)


def test_what_names_no_zone_or_an_ambiguous_one_is_settled_by_when_it_came():
    came = moment_of("Mon, 2 Nov 2026 00:31:10 +0800")
    for text in ("Mon, 2 Nov 2026 00:30:00 CST", "Mon Nov 02 00:30:00 CST 2026", "2026-11-02 00:30:00"):
        assert settled(moment_of(text), came, 0)[:2] == (HALF_PAST_MIDNIGHT, 480)


def test_cst_is_chinas_on_a_chinese_clock_and_americas_on_any_other():
    moment = moment_of("Mon, 2 Nov 2026 00:30:00 CST")

    assert settled(moment, None, 480)[:2] == (HALF_PAST_MIDNIGHT, 480)
    assert settled(moment, None, 60)[:2] == (HALF_PAST_MIDNIGHT + 14 * 3600, -360)


def test_a_raw_japanese_header_is_read_by_its_escapes():
    assert headers("Subject: 会議".encode("iso2022_jp"))["subject"] == "会議"
