"""Only what the author wrote now is theirs: quotes, forwards, patches and signatures are cut off."""
# ruff: noqa: E501 (a mail of one line is easier to compare than one cut in pieces)

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.sources.mail.bodies import text_of_body
from renmai.sources.mail.headers import headers_of, parted
from renmai.sources.mail.markup import text_of_html
from renmai.sources.mail.own_words import own_words
from renmai.sources.weight import weigh
from tests.mail_cases import items_of

TALON = Path(__file__).parent.parent / "fixtures" / "mail" / "talon"


def own(text: str, author: str = "") -> str:
    return "\n".join(own_words(text, author).lines).strip()


QUOTES = {
    "gmail": "On Mon, Mar 2, 2026 at 3:59 PM Ada Lovelace <ada@example.org> wrote:\n> Hi",
    "gmail, folded": "On Mon, Mar 2, 2026 at 3:59 PM Ada Augusta King, Countess of Lovelace <\nada@example.org> wrote:\n\n> Hi",
    "gmail, unmarked": "On Mon, Mar 2, 2026 at 3:59 PM Ada <ada@example.org> wrote:\nHi\nthere",
    "gmail zh": "Ada Lovelace <ada@example.org> 于2026年3月2日周一 15:59写道：\n\n> 你好",
    "apple zh": "在 2026年3月2日，下午3:59，李雷 <lilei@example.cn> 写道：\n\n你好",
    "thunderbird zh": "在 2026/3/2 15:59, 李雷 写道:\n> 你好",
    "outlook": "From: Ada Lovelace <ada@example.org>\nSent: Monday, March 2, 2026 3:59 PM\nTo: Li Lei\nSubject: Hi\n\nHello",
    "outlook, bold": "*From:* Ada Lovelace\n*Date:* Monday\n*To:* Li Lei\n*Subject:* Hi\n\nHello",
    "outlook, ruled": "________________________________\nFrom: Ada\nSent: Monday\nTo: Li\nSubject: Hi\n\nHello",
    "outlook zh": "发件人: 李雷 <lilei@example.cn>\n发送时间: 2026年3月2日 15:59\n收件人: Ada\n主题: 你好\n\n你好",
    "foxmail": "发件人： 李雷\n发送时间： 2026-03-02 15:59\n收件人： Ada\n主题： 你好\n你好",
    "qq": '------------------ 原始邮件 ------------------\n发件人: "李雷" <lilei@example.cn>;\n发送时间: 2026年3月2日(星期一) 下午3:59\n\n你好',
    "163": "---- 回复的原邮件 ----\n| 发件人 | 李雷 |\n| 日期 | 2026年03月02日 15:59 |\n你好",
    "163, old": 'At 2026-03-02 15:59:00, "李雷" <lilei@example.cn> wrote:\n你好',
    "outlook express": "----- Original Message -----\nFrom: Ada\nTo: Li\nHello",
    "outlook express zh": "-----原始邮件-----\n发件人: Ada\n你好",
    "gmail forward": "---------- Forwarded message ---------\nFrom: Ada <ada@example.org>\nHello",
    "apple forward": "Begin forwarded message:\n\nFrom: Ada\nHello",
    "apple forward zh": "开始转发的邮件：\n\n发件人: Ada\n你好",
    "yahoo": "--- On Mon, 3/2/26, ada@example.org <ada@example.org> wrote:\n\nFrom: ada\nHello",
    "german": "Am 02.03.26 um 15:59 schrieb Ada Lovelace:\n> Hallo",
    "french": "Le lun. 2 mars 2026 à 15:59, Ada <ada@example.org> a écrit :\n> Salut",
    "russian": "02.03.2026 15:59, Ада пишет:\n> Привет",
    "list footer": "_______________________________________________\nDevel mailing list\nDevel@lists.example.org",
}


@pytest.mark.parametrize("habit", QUOTES)
def test_what_stands_above_a_quote_is_kept_and_the_quote_is_not(habit):
    assert own(f"I agree.\n我同意。\n\n{QUOTES[habit]}\n") == "I agree.\n我同意。"


def test_answers_between_quoted_lines_are_the_authors():
    assert own("On Mon, 2 Mar 2026, Ada wrote:\n> One?\nYes.\n\n> Two?\nNo.\n") == "Yes.\n\nNo."


def test_an_answer_below_the_quote_is_the_authors():
    assert own("On 2026-03-02 15:59, Ada wrote:\n> Hi\nHello\n") == "Hello"


def test_ordinary_prose_is_left_alone():
    text = "She said: yes.\nFrom: the beginning, it was clear.\nTo: be decided\n\nHe wrote:\nnothing at all.\n\nOn the other hand, no."

    assert own(text) == text


@pytest.mark.parametrize(
    ("end", "signature"),
    [
        ("-- \nAda Lovelace\nAnalytical Engines", ["Ada Lovelace", "Analytical Engines"]),
        ("--\nAda\n+44 20 7946 0000\n\n> quoted", ["Ada", "+44 20 7946 0000"]),
        ("Best regards,\n\nAda Lovelace\nDirector", ["Ada Lovelace", "Director"]),
        ("Cheers\nAda", ["Ada"]),
        ("此致\n敬礼\n\n李雷\n13800138000", ["李雷", "13800138000"]),
        ("顺颂商祺\n韩梅梅", ["韩梅梅"]),
        ("Sent from my iPhone", ["Sent from my iPhone"]),
        ("发自我的iPhone", ["发自我的iPhone"]),
        ("获取 Outlook for iOS", ["获取 Outlook for iOS"]),
        ("----------------\nAda Lovelace\nengines.example", ["Ada Lovelace", "engines.example"]),
        (
            "Ada Lovelace\nada@example.org\n+44 20 7946 0000",
            ["Ada Lovelace", "ada@example.org", "+44 20 7946 0000"],
        ),
        ("Ada", ["Ada"]),
        ("-- \n2.43.0", []),
        ("Best regards,\nAda\n\n-- \nAda Lovelace", ["Ada Lovelace"]),
    ],
)
def test_a_signature_is_parted_from_the_words_and_kept_apart(end, signature):
    found = own_words(f"The drawings are ready.\n\n{end}\n", "Ada Lovelace")

    assert "\n".join(found.lines).strip() == "The drawings are ready."
    assert found.signature == signature


def test_links_at_the_end_are_no_signature():
    text = "See both:\n\nhttps://example.org/one\nhttps://example.org/two"

    assert own(text) == text


def test_a_signature_keeps_six_lines_at_most():
    assert len(own_words("Hi\n-- \n" + "line\n" * 30).signature) == 6


def test_a_patch_is_no_prose_but_what_stands_around_it_is():
    text = (
        "Name the line that is wrong.\n\nSigned-off-by: Ada <ada@example.org>\n---\nv2: say it in words\n\n"
        " compiler.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\ndiff --git a/c b/c\n--- a/c\n+++ b/c\n-x\n+y\n"
    )

    assert own(text).split("\n\n") == ["Name the line that is wrong.", "v2: say it in words"]


def test_a_signed_mail_is_read_without_its_armour_and_an_encrypted_one_not_at_all():
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHello\n-----BEGIN PGP SIGNATURE-----\n\niQ\n"
    )

    assert own(signed) == "Hello"
    assert own("-----BEGIN PGP MESSAGE-----\n\nhQ\n") == ""


@pytest.mark.parametrize(
    ("text", "words", "asks"),
    [
        ("Thursday at three is fine.", 5, False),
        ("Is Thursday fine?", 3, True),
        ("周四下午三点方便吗", 9, True),
        ("方便吗？谢谢", 5, True),
        ("我们周四见。", 5, False),
        ("还没呢。", 3, False),
        ("你什么时候到呢", 7, True),
        ("请 review 这个 patch", 5, False),
        ("能否发我一份", 6, True),
        ("Please let me know what you think.", 7, True),
        ("Could you send the file", 5, True),
        ("See https://example.org/?q=1 for more", 4, False),
        ("x = a ? b : c;", 7, False),
        ("", 0, False),
    ],
)
def test_own_words_are_counted_and_a_question_is_heard(text, words, asks):
    assert (weigh(text.split("\n")).words, weigh(text.split("\n")).asks) == (words, asks)


def test_an_excerpt_is_four_hundred_characters_at_most_and_ends_at_a_word():
    excerpt = weigh(["many words "] * 200).excerpt

    assert 350 < len(excerpt) <= 400
    assert excerpt.endswith(("many…", "words…"))
    assert len(weigh(["长" * 5000]).excerpt) == 400


def standard_replies():
    return sorted((TALON / "standard_replies").glob("*.eml"))


@pytest.mark.parametrize("path", standard_replies(), ids=lambda path: path.stem)
def test_the_usual_mail_programs_replies_are_cut_to_the_reply(path):
    mail = b"\n" + path.read_bytes()
    end, body_at = parted(mail)
    headers = headers_of(mail, end).values
    text = text_of_body(
        headers.get("content_type", ""), headers.get("content_transfer_encoding", ""), mail, body_at
    )

    assert own(text.text) == "Hello"


@pytest.mark.parametrize("path", sorted((TALON / "html_replies").glob("*.html")), ids=lambda path: path.stem)
def test_the_usual_html_replies_are_cut_to_the_reply(path):
    found = own_words(text_of_html(path.read_text("utf-8")), "Alex")

    assert " ".join(" ".join(found.lines).split()) == "Hi. I am fine."
    assert found.signature == ["Alex"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("OLK_SRC_BODY_SECTION.html", "Reply"), ("reply-separated-by-hr.html", "Hi there Bob")],
)
def test_older_html_replies_are_cut_too(name, expected):
    assert " ".join(own(text_of_html((TALON / name).read_text("utf-8"))).split()) == expected


STRIPPED = sorted(path.name.removesuffix("_body") for path in (TALON / "stripped").glob("*_body"))


@pytest.mark.parametrize("name", [name for name in STRIPPED if name != "johndoeexamplecom"])
def test_known_signatures_are_found(name):
    body, sender, signature = (
        (TALON / "stripped" / f"{name}_{what}").read_text("utf-8").strip()
        for what in ("body", "sender", "signature")
    )
    expected = [line.strip() for line in signature.splitlines() if line.strip("- ")]
    found = own_words(body, sender).signature

    assert found == [line for line in expected if not line.startswith("Thank you")][:6]


HOSTILE = {
    "quote marks": ">" * 1_000_000,
    "quoted lines": "> x\n" * 250_000,
    "wrote": "On wrote " * 110_000,
    "wrote lines": "On 2026 a@b wrote:\n" * 50_000,
    "almost wrote": "@ wrote" + " " * 1_000_000,
    "colons": ":\n" * 500_000,
    "headers": "From: a\nSent: b\n" * 60_000,
    "two headers": "From: a\nFrom: b\n" * 60_000,
    "dashes": "-- \n" * 250_000,
    "rules": "________________\n" * 60_000,
    "long rule": "-" * 1_000_000,
    "dated names": "1234" * 60 + "<a@" * 20 + "b" * 60 + ">:\n" + "(@" * 150 + "1111):\n" * 2000,
    "wide headers": ("From" + " " * 50 + ":\n") * 15_000,
    "names": "Ada\n" * 250_000,
    "regards": "Regards,\n" * 110_000,
    "digits": "1" * 1_000_000,
    "one word": "a" * 1_000_000,
    "spaces": " " * 1_000_000,
    "line ends": "\r\n\r" * 330_000,
    "questions": "什么" * 500_000,
    "stat": " a | " * 200_000 + "\ndiff --git ",
    "no spaces": "写道" * 500_000,
    "mobile": "发自" * 500_000,
    "links": "http://" * 140_000,
}
HOSTILE_HTML = {
    "open tags": "<div>" * 200_000,
    "open quotes": "<blockquote>" * 80_000,
    "no end": "<a " * 330_000,
    "angles": "<" * 1_000_000,
    "comments": "<!--" * 250_000,
    "entities": "&" * 1_000_000,
    "attributes": "<a " + "b=c " * 250_000,
    "styles": "<style>" * 140_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_made_to_hang_the_reader_is_read_in_time_with_its_length(name):
    began = time.process_time()
    weigh(own_words(HOSTILE[name], "Ada").lines)

    assert time.process_time() - began < 5


@pytest.mark.parametrize("name", HOSTILE_HTML)
def test_html_made_to_hang_the_reader_is_read_in_time_with_its_length(name):
    began = time.process_time()
    weigh(own_words(text_of_html(HOSTILE_HTML[name])).lines)

    assert time.process_time() - began < 5


@settings(max_examples=60, deadline=None)
@given(
    unit=st.text(st.sampled_from(">-_:：<>@ \n\t*OonFromwrte写道发自件人1?？吗"), min_size=1, max_size=12),
    tail=st.text(max_size=8),
)
def test_whatever_is_repeated_reading_twice_as_much_takes_no_more_than_its_share(unit, tail):
    text = unit * (100_000 // len(unit)) + tail
    began = time.process_time()
    weigh(own_words(text).lines)
    weigh(own_words(text_of_html(text)).lines)

    assert time.process_time() - began < 2


DIALECTS = {
    "alimail": f"{'-' * 66}\n发件人：王芳 <me@example.org>\n日　期：2026年11月01日 18:30:00\n收件人：李雷\n主　题：合同\n\n{{}}",
    "alimail, spaced, no rule": "发 件 人：王芳 <me@example.org>\n日　期：2026年11月01日\n收 件 人：李雷\n主　题：合同\n\n{}",
    "dingtalk": f"来自钉钉专属商务邮箱{'-' * 40}\n发件人：王芳<me@example.org>\n日　期：2026年11月01日 18:30\n收件人：李雷\n\n{{}}",
    "wecom": "发件人：王芳<me@example.org>\n已发送：2026年11月1日 18:30\n收件人：李雷\n主题：合同\n\n{}",
    "outlook zh-tw": "寄件者: 王芳 <me@example.org>\n寄件日期: 2026年11月1日 下午 06:30\n收件者: 李雷\n主旨: 合約\n\n{}",
    "zoho": " ---- On Sun, 01 Nov 2026 18:30:00 +0800 Wang Fang <me@example.org> wrote ----\n\n{}",
    "zoho zh": "---- 在 星期日, 01 十一月 2026 18:30:00 +0800 王芳 <me@example.org> 撰写 ----\n\n{}",
    "said": "On 1 November 2026 at 18:30, Wang Fang <me@example.org> said:\n\n{}",
    "said, quoted": "Wang Fang said:\n\n> {}",
    "gmail zh, folded": "Wang Fang Zhang <wang.fang@example.org> 于2026年11月1日周日\n18:30写道：\n\n> {}",
    "gmail zh-tw": "Wang Fang <wang.fang@example.org> 於 2026年11月1日 週日\n下午6:30寫道：\n\n> {}",
    "spark": "2026年11月1日 +0800 18:30 王芳 <me@example.org>，写道：\n\n{}",
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_owners_words_in_any_clients_quote_are_not_the_writers(dialect):
    quoted = "合同请您看一下，能否周五签字？"
    below = "" if "> {}" in DIALECTS[dialect] else "\n\n王芳\n采购总监"
    found = own_words(f"好的，我周五签字。\n\n{DIALECTS[dialect].format(quoted)}{below}", "李雷")

    assert "\n".join(found.lines).strip() == "好的，我周五签字。"
    assert "采购总监" not in found.signature


@pytest.mark.parametrize(
    "prose",
    [
        "Please book:\n\nFrom: Paris\nTo: London\nDate: Friday\n\nWill you?",
        "出差安排：\n\n日期: 周五\n时间: 上午\n标题: 待定\n\n可以吗？",
        "As my father said:\nnever on a Sunday.\nWill you come?",
    ],
)
def test_lines_of_prose_that_look_like_headers_are_kept(prose):
    assert own(prose) == prose


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("q-alimail-html-noquote", "好的，我周五签字。"),
        ("q-alimail-norule", "好的，我周五签字。"),
        ("q-alimail-rule", "好的，我周五签字。"),
        ("q-alimail-rule-sig", "好的。"),
        ("q-dingtalk", "好的，我周五签字。"),
        ("q-gmail-zh-fold", "好的，我周五签字。"),
        ("q-zoho-en", "Fine, I will sign on Friday."),
        ("q-zoho-html", "Fine, I will sign on Friday."),
    ],
)
def test_the_cases_of_quotes_hold_their_writers_words_only(case, words):
    (record,) = items_of(case)

    assert record.fields["excerpt"] == words
    assert "asks" not in record.fields
    assert not any("王芳" in line for line in record.fields.get("signature", []))
