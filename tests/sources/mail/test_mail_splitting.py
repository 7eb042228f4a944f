"""Mailbox files are cut at true separators only, in a stream, and damage costs no good mail."""

import tracemalloc
from io import BytesIO, RawIOBase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.domain.capture.records import Problem
from renmai.sources.base import Part
from renmai.sources.mail import SOURCE
from renmai.sources.mail import split as split_module
from renmai.sources.mail.split import mails_of
from tests.mail_cases import acts_of

FROM = b"From ada@example.org Mon Mar  2 10:00:00 2026\n"
HEAD = (
    b"From: ada@example.org\nTo: li@example.cn\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nMessage-ID: <%d@x>\n\n"
)


def mail(number: int, body: bytes = b"Hello\n") -> bytes:
    return FROM + HEAD % number + body + b"\n"


def cut(content: bytes) -> list[bytes]:
    return [each.mail for each in mails_of(BytesIO(content))]


def read(content: bytes) -> list:
    return list(
        SOURCE.read(Part(name="box", head=content[:4096], open=lambda: BytesIO(content), size=len(content)))
    )


def test_a_mailbox_is_cut_before_each_mail_and_nothing_is_lost():
    mails = [mail(1), mail(2, b"More\n\nwords\n"), mail(3)]

    assert cut(b"".join(mails)) == mails


def test_each_mail_knows_its_number_and_its_bytes():
    content = mail(1) + mail(2)

    assert [(m.number, m.at_byte, m.end_byte, m.is_last) for m in mails_of(BytesIO(content))] == [
        (1, 0, len(mail(1)), False),
        (2, len(mail(1)), len(content), True),
    ]


@pytest.mark.parametrize(
    "separator",
    [
        b"From mboxrd@z Thu Jan  1 00:00:00 1970\n",
        b"From - Mon Mar 02 10:00:00 2026\n",
        b"From 1684839218@xxx Mon Mar 02 10:00:00 +0000 2026\n",
        b"From ada at example.org  Mon Mar  2 10:00:00 2026\n",
        b"From MAILER-DAEMON Mon, 2 Mar 2026 10:00:00 +0000 2026\n",
        b"From ada@example.org Mon Mar  2 10:00 2026 remote from uucp\n",
        b"From ada@example.org Mon Mar  2 10:00:00 CET 2026\r\n",
    ],
)
def test_every_dialect_of_separator_is_known(separator):
    content = separator + HEAD % 1 + b"Hello\n\n" + separator + HEAD % 2 + b"Hello\n\n"

    assert SOURCE.recognises(content)
    assert [record.external_id for record in read(content)] == ["1@x", "2@x"]


@pytest.mark.parametrize(
    "body",
    [
        b"\nFrom here it is a short walk.\n",
        b"Text right above.\nFrom ada@example.org Mon Mar  2 10:00:00 2026\nSubject: pasted\n",
        b"\nFrom ada@example.org Mon Mar  2 10:00:00 2026\nno header after it\n",
        b"\nFrom 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: a patch <a@b.c>\n",
        b"\n>From ada@example.org Mon Mar  2 10:00:00 2026\nSubject: quoted\n",
    ],
)
def test_what_only_looks_like_a_separator_stays_in_the_body(body):
    assert len(cut(mail(1, body) + mail(2))) == 2


def test_a_file_of_patches_is_cut_at_its_patches():
    patch = b"From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n" + HEAD + b"x\n\n"

    assert len(cut(patch % 1 + patch % 2)) == 2


def test_windows_line_ends_change_nothing():
    content = (mail(1) + mail(2)).replace(b"\n", b"\r\n")

    assert [record.external_id for record in read(content)] == ["1@x", "2@x"]


def test_a_line_that_the_mailbox_quoted_is_read_as_it_was_written():
    (record,) = read(mail(1, b">From Monday on I am away.\n"))

    assert record.fields["excerpt"] == "From Monday on I am away."


def test_the_cut_does_not_depend_on_where_the_chunks_end(monkeypatch):
    content = b"".join(mail(number, b"x" * (number * 37 % 3000) + b"\n") for number in range(200))
    whole = cut(content)
    for size in (2500, 4096, 10_007):
        monkeypatch.setattr(split_module, "CHUNK_BYTES", size)

        assert cut(content) == whole


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([FROM, b"\n", b"Subject: x\n", b">From \n", b"text\n", b"From \n"]), max_size=60)
)
def test_whatever_the_lines_the_pieces_are_the_whole(lines):
    content = FROM + b"".join(lines)

    assert b"".join(cut(content)).strip() == content.strip()


def test_a_mailbox_cut_inside_its_last_body_keeps_that_mail_and_says_so():
    content = mail(1) + mail(2, b"This sentence has no en").rstrip(b"\n")

    first, second, problem = read(content)

    assert second.external_id == "2@x"
    assert (problem.code, problem.file, problem.numbers) == (
        "mail_cut_short", "box", {"number": 2, "byte": len(content)},
    )  # fmt: skip


def test_a_mailbox_cut_inside_headers_gives_a_problem_and_no_half_mail():
    *records, problem = read(mail(1) + mail(2)[:80])

    assert [record.external_id for record in records] == ["1@x"]
    assert (problem.code, problem.numbers["number"]) == ("mail_cut_short", 2)


def test_a_mailbox_cut_inside_an_attachment_is_noticed_by_its_missing_boundary():
    head = HEAD.replace(b"\n\n", b'\nContent-Type: multipart/mixed; boundary="b"\n\n') % 1
    parts = b"--b\n\nSee the picture.\n--b\nContent-Type: image/png\n\nAAAA\n"

    record, problem = read(FROM + head + parts)

    assert record.fields["excerpt"] == "See the picture."
    assert problem.code == "mail_cut_short"
    assert [type(item) for item in read(FROM + head + parts + b"--b--\n")] == [type(record)]


class Endless(RawIOBase):
    """A mailbox of `mails` mails with a big attachment among them, made while it is read."""

    def __init__(self, mails: int) -> None:
        small = b"".join(mail(number, b"words " * 200 + b"\n") for number in range(50))
        self._pieces = (
            small if n % 10 else mail(n, b"QUFB" * 19 + b"\n" + b"A" * (12 << 20)) for n in range(mails // 50)
        )
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while len(self._rest) < size and (piece := next(self._pieces, b"")):
            self._rest += piece
        given, self._rest = self._rest[:size], self._rest[size:]
        return given


def test_memory_does_not_grow_with_the_mailbox():
    peaks = []
    for mails in (500, 2500):
        part = Part(name="big", head=mail(1), open=lambda mails=mails: Endless(mails))
        tracemalloc.start()
        count = sum(not isinstance(item, Problem) for item in SOURCE.read(part))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert count > mails * 0.8

    assert peaks[1] < peaks[0] * 1.2 < 200 << 20


def test_a_mail_longer_than_memory_is_kept_by_its_beginning():
    content = mail(1) + mail(2, b"Look.\n" + b"A" * (20 << 20) + b"\n") + mail(3)

    assert [record.external_id for record in read(content)] == ["1@x", "2@x", "3@x"]
    assert [m.at_byte for m in mails_of(BytesIO(content))][:2] == [0, len(mail(1))]


def test_apple_mails_own_file_is_read_to_the_length_it_says():
    body = (HEAD % 1) + b"Hello\n"

    (record,) = read(b"%d\n" % len(body) + body + b'<?xml version="1.0"?><plist></plist>')

    assert (record.external_id, record.fields["excerpt"]) == ("1@x", "Hello")


LAX = [
    "From ", "From", "From -", "From ada@example.org", "From ada@example.org 02/11/2026 10:00:00",
    "From a@example.org 2026-11-02T10:00:00Z", "From - 周一 11月 02 10:00:00 2026", "From a 2 Nov 2026 10:00",
]  # fmt: skip


@pytest.mark.parametrize("separator", LAX)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_separator_without_a_date_counts_above_a_mails_own_headers(separator, end):
    mails = [f"{separator}\n{(HEAD % number).decode()}Hello {number}\n\n" for number in (1, 2)]
    content = "".join(mails).replace("\n", end).encode()

    assert [record.external_id for record in read(content)] == ["1@x", "2@x"]


def test_a_mailbox_that_lost_its_blank_lines_is_cut_all_the_same():
    content = b"".join(FROM + HEAD % number + b"Hello\n" for number in (1, 2, 3))

    assert [record.external_id for record in read(content)] == ["1@x", "2@x", "3@x"]


@pytest.mark.parametrize(
    "body",
    [
        b"Hi,\n\nFrom \nFrom: Paris\nTo: London\nDate: Friday\n\nWill you book it?\n",
        b"Hi,\n\nFrom the archive:\nFrom: Li <li@x.cn>\nTo: a@x.org\nDate: 2 Mar\nSubject: x\n\nSee\n",
        b"Hi,\n\nFrom ada@example.org\nSubject: only this\n\nSee\n",
    ],
)
def test_a_line_that_begins_with_from_is_no_separator_for_itself(body):
    assert len(cut(mail(1, body) + mail(2))) == 2


@pytest.mark.parametrize(
    "case", ["mbox-bare-from", "mbox-dash-from", "mbox-mixed-from", "mbox-no-blank", "mbox-numeric-from"]
)
def test_each_dialect_of_mailbox_gives_its_three_mails(case):
    assert [act.subject for act in acts_of(case)] == ["one", "two", "three"]


def test_a_boundary_and_a_charset_in_pieces_lead_to_the_text():
    (act,) = acts_of("rfc2231-boundary")

    assert (act.excerpt, act.asks) == ("我们下周见面吗？", True)
