"""What was never sent, is junk or was deleted does not come in, and is counted by its reason (C4)."""

from io import BytesIO

import pytest

from renmai.domain.capture.records import Problem
from renmai.sources.base import Part
from renmai.sources.mail import SOURCE
from tests.mail_cases import acts_of, items_of

MAIL = (
    "From: ada@example.org\nTo: li@example.cn\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nSubject: Hi\n{}\nHello\n"
)
FROM = "From ada@example.org Mon Mar  2 10:00:00 2026\n"


def reasons(content: str, *within: str) -> list[str]:
    raw = content.encode()
    part = Part(name="x", head=raw[:4096], open=lambda: BytesIO(raw), size=len(raw), within=within)
    return [
        item.code if isinstance(item, Problem) and item.is_on_purpose else "kept"
        for item in SOURCE.read(part)
    ]


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ("X-Gmail-Labels: Draft", "mail_draft"),
        ("X-Gmail-Labels: Drafts,Opened", "mail_draft"),
        ("X-Gmail-Labels: Spam,Unread", "mail_spam"),
        ("X-Gmail-Labels: Opened,Trash", "mail_trash"),
        ("X-Gmail-Labels: 草稿", "mail_draft"),
        ("X-Gmail-Labels: =?UTF-8?Q?=E8=8D=89=E7=A8=BF,=E5=B7=B2=E8=AF=BB?=", "mail_draft"),
        ("X-Gmail-Labels: 垃圾邮件,未读", "mail_spam"),
        ("X-Gmail-Labels: 已删除邮件", "mail_trash"),
        ("X-Gmail-Labels: 垃圾桶", "mail_trash"),
        ("X-Gmail-Labels: Entwürfe", "mail_draft"),
        ("X-Gmail-Labels: Brouillons", "mail_draft"),
        ("X-Gmail-Labels: 下書き", "mail_draft"),
        ("X-Gmail-Labels: 迷惑メール", "mail_spam"),
        ('X-GM-LABELS: "\\\\Draft"', "mail_draft"),
        ("X-Gmail-Labels: Inbox,Important", "kept"),
        ("X-Gmail-Labels: Spam reports,Draft agreement", "kept"),
        ("X-Mozilla-Draft-Info: internal/draft; vcard=0", "mail_draft"),
        ("Received: from a by b; Mon, 2 Mar 2026\nX-Mozilla-Draft-Info: internal/draft", "kept"),
        ("X-Unsent: 1", "mail_draft"),
        ("X-Uniform-Type-Identifier: com.apple.mail-draft", "mail_draft"),
        ("X-Mozilla-Status: 0001", "kept"),
        ("X-Mozilla-Status: 0009", "mail_trash"),
        ("X-Mozilla-Status: 0801", "mail_draft"),
        ("X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00200000", "mail_trash"),
        ("X-Mozilla-Status2: 00000000", "kept"),
        ("X-Mozilla-Status: what", "kept"),
        ("X-Mozilla-Keys: $label1 junk", "mail_spam"),
        ("X-Mozilla-Keys: nonjunk", "kept"),
        ("X-Status: AFT", "mail_draft"),
        ("X-Status: D", "mail_trash"),
        ("X-Status: A", "kept"),
    ],
)
def test_a_mails_own_marks_say_whether_it_counts(headers, reason):
    assert reasons(MAIL.format(f"{headers}\n")) == [reason]
    assert reasons(FROM + MAIL.format(f"{headers}\n")) == [reason]


@pytest.mark.parametrize(
    ("within", "reason"),
    [
        (("Maildir", ".Drafts", "cur", "1.a.host:2,S"), "mail_draft"),
        (("Maildir", ".INBOX.Drafts", "cur", "1.a.host:2,S"), "mail_draft"),
        (("Maildir", ".&g0l6P3ux-", "cur", "1.a.host:2,S"), "mail_draft"),
        (("Maildir", ".Junk", "new", "1.a.host"), "mail_spam"),
        (("Maildir", ".Deleted Messages", "cur", "1.a.host:2,S"), "mail_trash"),
        (("Maildir", "cur", "1.a.host:2,DS"), "mail_draft"),
        (("Maildir", "cur", "1.a.host:2,ST"), "mail_trash"),
        (("Maildir", "cur", "1.a.host;2,ST"), "mail_trash"),
        (("Maildir", "cur", "1.a.host:2,RS"), "kept"),
        (("Maildir", ".Sent", "cur", "1.a.host:2,S"), "kept"),
        (("Mail", "草稿箱", "1.eml"), "mail_draft"),
        (("Mail", "Drafts.eml"), "kept"),
        (("Mail", "Draft contracts", "1.eml"), "kept"),
    ],
)
def test_a_mails_folder_says_whether_it_counts(within, reason):
    assert reasons(MAIL.format(""), *within) == [reason]


@pytest.mark.parametrize(
    ("within", "reason"),
    [
        (("Drafts",), "mail_draft"),
        (("mail.zip", "Trash.mbox"), "mail_trash"),
        (("Mail", "[Gmail].sbd", "Spam"), "mail_spam"),
        (("Mail", "Deleted Messages.mbox", "mbox"), "mail_trash"),
        (("Mail", "垃圾邮件.mbox"), "mail_spam"),
        (("Mail", "All mail Including Spam and Trash.mbox"), "kept"),
        (("Mail", "Sent"), "kept"),
    ],
)
def test_a_mailbox_is_the_folder_it_is_called_by(within, reason):
    assert reasons(FROM + MAIL.format(""), *within) == [reason]


def test_apple_mail_notes_below_a_mail_whether_it_is_a_draft():
    mail = MAIL.format("")
    noted = "<plist><dict><key>flags</key>\n<integer>{}</integer></dict></plist>"

    assert reasons(f"{len(mail.encode())}\n{mail}{noted.format(1 << 6)}") == ["mail_draft"]
    assert reasons(f"{len(mail.encode())}\n{mail}{noted.format(1 | 1 << 1)}") == ["mail_trash"]
    assert reasons(f"{len(mail.encode())}\n{mail}{noted.format(1)}") == ["kept"]


@pytest.mark.parametrize(
    ("case", "codes", "kept"),
    [
        ("gmail-drafts-spam", ["mail_draft"] * 3 + ["mail_spam"], ["Dinner?"]),
        ("maildir-drafts", ["mail_draft"], ["Dinner?"]),
        ("thunderbird-draft", ["mail_draft"], []),
    ],
)
def test_drafts_and_junk_of_a_mailbox_are_no_letters(case, codes, kept):
    assert [item.code for item in items_of(case) if isinstance(item, Problem)] == codes
    assert [act.subject for act in acts_of(case)] == kept
