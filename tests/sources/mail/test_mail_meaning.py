"""What a mail means: who wrote to whom, when, in which conversation, in what manner."""

import time
from io import BytesIO

import pytest

from renmai.domain.capture.interactions import Nature, Role
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import Fact
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.mail import SOURCE

LIST = (Fact("list", "list-id"),)


def read(content: bytes) -> list[RawRecord | Problem]:
    return list(
        SOURCE.read(Part(name="m.eml", head=content[:4096], open=lambda: BytesIO(content), size=len(content)))
    )


def adapted(headers: str, body: str = "Hello\n") -> Adapted:
    (record,) = read(f"{headers}\n\n{body}".encode())
    return SOURCE.adapt(record, Reading())


def act(headers: str, **wanted: str):
    """RecordAdapter a mail of Ada to Li Lei with the given headers beside or instead."""
    base = {
        "From": "Ada <ada@example.org>",
        "To": "lilei@example.cn",
        "Date": "Mon, 2 Mar 2026 12:00:00 +0100",
        **wanted,
    }
    lines = [f"{name}: {value}" for name, value in base.items() if value]
    (interaction,) = adapted("\n".join([*lines, *filter(None, [headers])])).interactions
    return interaction


def parts(interaction) -> list[tuple[str, str]]:
    return [(part.role, part.mention.handles[0].value) for part in interaction.participations]


def test_a_mail_is_one_act_of_its_sender_and_all_its_receivers():
    mail = act("Cc: Grace <grace@example.com>\nBcc: bob@example.net\nMessage-ID: <1@x>\nSubject: Hi")

    assert parts(mail) == [
        (Role.SENDER, "ada@example.org"), (Role.TO, "lilei@example.cn"),
        (Role.CC, "grace@example.com"), (Role.BCC, "bob@example.net"),
    ]  # fmt: skip
    assert (mail.external_id, mail.kind, mail.channel, mail.subject) == ("1@x", "mail", "mail", "Hi")
    assert (mail.at_epoch_s, mail.utc_offset_min, mail.nature) == (1772449200, 60, Nature.DIRECT)
    assert (mail.excerpt, mail.words, mail.asks) == ("Hello", 1, False)


def test_everybody_takes_part_once_in_their_first_role_and_the_sender_only_as_sender():
    mail = act("Cc: LILEI@example.cn, ada@example.org, grace@example.com")

    assert parts(mail)[1:] == [(Role.TO, "lilei@example.cn"), (Role.CC, "grace@example.com")]


def test_of_several_authors_the_first_is_the_sender_and_the_others_took_part():
    mail = act("", From="Ada <ada@example.org>, Grace <grace@example.com>")

    assert parts(mail) == [
        (Role.SENDER, "ada@example.org"),
        (Role.TO, "lilei@example.cn"),
        (Role.CC, "grace@example.com"),
    ]


def test_a_name_with_its_address_becomes_a_mention_and_an_address_alone_has_no_name():
    sender, receiver = act(
        "", From='"Lovelace, Ada" <Ada@Example.org>', To="lilei@example.cn <lilei@example.cn>"
    ).participations

    assert sender.mention.name == "Ada Lovelace"
    assert sender.mention.handles == (Handle("mailto", "ada@example.org"),)
    assert receiver.mention.name == ""


def test_the_organisation_that_a_sender_states_is_a_fact_of_theirs():
    sender = act("Organization: Analytical Engines").participations[0].mention

    assert sender.facts == (Fact("organisation", "Analytical Engines"),)


def test_a_mail_answers_what_it_replies_to_and_belongs_to_the_thread_of_its_first_reference():
    mail = act("In-Reply-To: <2@x>\nReferences: <1@x> <2@x>\nMessage-ID: <3@x>")

    assert (mail.thread, mail.reply_to) == ("1@x", "2@x")


def test_without_in_reply_to_the_last_reference_is_answered_and_without_any_a_thread_begins():
    assert act("References: <1@x>\n <2@x>").reply_to == "2@x"
    assert (act("Message-ID: <1@x>").thread, act("Message-ID: <1@x>").reply_to) == ("1@x", "")
    assert act("In-Reply-To: Your message of Monday <1@x>").reply_to == "1@x"


def test_a_long_thread_keeps_its_first_reference_and_the_last_ones():
    references = " ".join(f"<{n}@x>" for n in range(100))
    (record,) = read(
        f"From: a@b.c\nDate: Mon, 2 Mar 2026 12:00:00 +0100\nReferences: {references}\n\nx".encode()
    )

    assert len(record.fields["references"]) == 20
    assert (record.fields["references"][0], record.fields["references"][-1]) == ("0@x", "99@x")


NATURES = {
    "a letter": ("", Nature.DIRECT),
    "a list with people named": (
        "Cc: devel@lists.example.org\nList-Id: <devel.lists.example.org>\nPrecedence: bulk", Nature.DIRECT,
    ),
    "a discussion list that says how to leave": (
        "Cc: d@l.example\nList-Post: <mailto:d@l.example>\nList-Unsubscribe: <mailto:x@l.example>",
        Nature.DIRECT,
    ),
    "a newsletter": ("List-Unsubscribe: <https://shop.example/leave>", Nature.MASS),
    "bulk to one": ("Precedence: bulk", Nature.MASS),
    "an answer in bulk clothing": ("Precedence: bulk\nIn-Reply-To: <1@x>", Nature.DIRECT),
    "an automatic answer": ("Auto-Submitted: auto-replied", Nature.AUTOMATIC),
    "said to be no automatic answer": ("Auto-Submitted: no", Nature.DIRECT),
    "an old automatic answer": ("X-Autoreply: yes", Nature.AUTOMATIC),
    "a delivery report": ('Content-Type: multipart/report; boundary="b"', Nature.AUTOMATIC),
    "a bounce": ("Return-Path: <>", Nature.AUTOMATIC),
    "away": ("Subject: Out of Office: back on Monday", Nature.AUTOMATIC),
    "away zh": ("Subject: 自动回复：我在休假", Nature.AUTOMATIC),
    "bounce zh": ("Subject: 系统退信", Nature.AUTOMATIC),
    "about being away": ("Subject: Re: who is out of office?", Nature.DIRECT),
    "an accepted invitation": ("Subject: Accepted: Lunch\nContent-Type: text/calendar", Nature.AUTOMATIC),
}  # fmt: skip


@pytest.mark.parametrize("name", NATURES)
def test_a_mail_is_direct_mass_or_automatic(name):
    headers, nature = NATURES[name]

    assert act(headers).nature == nature


def test_what_goes_to_a_list_alone_is_mass():
    assert act("List-Id: <devel.lists.example.org>", To="devel@lists.example.org").nature == Nature.MASS


def test_a_list_takes_part_as_a_list_and_not_as_a_person():
    mail = act(
        "List-Id: Devel <devel.lists.example.org>", To="Devel <devel@lists.example.org>, lilei@example.cn"
    )

    assert [part.mention.facts for part in mail.participations] == [(), LIST, ()]


def test_a_list_that_is_not_named_takes_part_by_its_own_word():
    mail = act("List-Post: <mailto:devel@lists.example.org>")

    assert parts(mail)[-1] == (Role.CC, "devel@lists.example.org")
    assert mail.participations[-1].mention.facts == LIST


@pytest.mark.parametrize(
    "header", ["Reply-To: Grace Hopper <grace@example.com>", "X-Original-From: grace@example.com"]
)
def test_the_writer_is_found_behind_a_list_that_took_their_place(header):
    mail = act(f"{header}\nList-Id: <devel.l.example>", From='"Grace Hopper via Devel" <devel@l.example>')

    sender = mail.participations[0].mention
    assert (sender.name, sender.handles[0].value) == ("Grace Hopper", "grace@example.com")


def test_where_nothing_tells_the_writer_the_list_itself_is_the_sender():
    mail = act("List-Id: <devel.l.example>", From='"Grace Hopper via Devel" <devel@l.example>')

    assert mail.participations[0].mention.facts == LIST


@pytest.mark.parametrize(
    "date", ["", "yesterday", "Thu, 1 Jan 1903 00:00:00 +0000", "Thu, 1 Jan 3026 00:00:00 +0000"]
)
def test_without_a_credible_date_the_last_received_line_tells_it(date):
    received = "Received: from {}; Mon, 2 Mar 2026 {} +0100".format
    hops = f"{received('a by b', '12:00:05')}\n{received('c by a', '11:00:00')}"

    assert act(hops, Date=date).at_epoch_s == 1772449205


def test_a_mail_without_any_date_stays_in_the_inbox_and_says_why_it_counts_for_nothing():
    found = adapted("From: ada@example.org\nTo: li@example.cn\nDate: soon")

    assert found.interactions == ()
    assert [(p.code, str(p.where), p.numbers) for p in found.problems] == [
        ("mail_with_wrong_date", "mail 1, byte 0", {"date": "soon"})
    ]


def test_a_mail_without_a_sender_stays_in_the_inbox_too():
    found = adapted("From: nobody\nTo: li@example.cn\nDate: Mon, 2 Mar 2026 12:00:00 +0100")

    assert [p.code for p in found.problems] == ["mail_without_sender"]


def test_copies_of_a_mail_in_two_mailboxes_are_one_record():
    mail = "From: {}\nTo: Li\n <li@example.cn>\nDate: Mon, 2 Mar 2026 12:00:00 +0100\nMessage-ID: <1@x>\n\n{}"
    sent, received = (
        read(f"{extra}{mail.format('Ada <a@b.c>', 'Hi')}".encode())[0]
        for extra in (
            "Bcc: secret@example.org\n",
            "Received: from a; Mon, 2 Mar 2026 12:00:05 +0100\nX-Spam: no\n",
        )
    )

    assert (sent.external_id, sent.digest) == (received.external_id, received.digest)


def test_a_mail_without_an_id_is_known_by_what_it_says():
    (record,) = read(b"From: a@b.c\nDate: Mon, 2 Mar 2026 12:00:00 +0100\nSubject: x\n\nHi")
    (other,) = read(b"From: a@b.c\nDate: Mon, 2 Mar 2026 12:00:01 +0100\nSubject: x\n\nHi")

    assert record.external_id == f"no-id:{record.digest}"
    assert record.external_id != other.external_id


def test_of_a_body_nothing_is_kept_but_its_gist():
    secret = "A long story. " * 200
    (record,) = read(f"From: a@b.c\nDate: Mon, 2 Mar 2026 12:00:00 +0100\n\n{secret}".encode())

    assert max(len(value) for value in map(str, record.fields.values())) <= 400
    assert record.fields["words"] == 600


def test_twenty_thousand_receivers_are_mass_and_cost_no_more_than_their_share():
    people = ", ".join(f"Person {n} <p{n}@example.org>" for n in range(20_000))
    began = time.process_time()
    (record,) = read(f"From: a@b.c\nTo: {people}\nDate: Mon, 2 Mar 2026 12:00:00 +0100\n\nHi".encode())
    found = SOURCE.adapt(record, Reading())

    (mail,) = found.interactions
    assert mail.nature == Nature.MASS
    assert len(mail.participations) == 1001
    assert [(p.code, p.numbers["found"]) for p in found.problems] == [("mail_many_recipients", 20_000)]
    assert time.process_time() - began < 6


@pytest.mark.parametrize("depth", [500, 20_000])
def test_parts_nested_without_end_leave_the_headers_and_a_problem(depth):
    nest = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    began = time.process_time()
    record, problem = read(
        f"From: a@b.c\nDate: Mon, 2 Mar 2026 12:00:00 +0100\n{nest}Content-Type: text/plain\n\nHi".encode()
    )

    assert record.fields["from"] == "a@b.c"
    assert problem.code == "mail_too_deep"
    assert time.process_time() - began < 2


def test_the_authors_text_is_found_among_the_parts():
    body = (
        '--o\nContent-Type: multipart/alternative; boundary="i"\n\n'
        "--i\nContent-Type: text/html\n\n<p>Markup</p>\n"
        "--i\nContent-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: quoted-printable\n\n"
        "=C4=E3=BA=C3\n--i--\n"
        "--o\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nAttached\n--o--\n"
    )
    (record,) = read(
        "From: a@b.c\nDate: Mon, 2 Mar 2026 12:00:00 +0100\n"
        f'Content-Type: multipart/mixed; boundary="o"\n\n{body}'.encode()
    )

    assert record.fields["excerpt"] == "你好"


@pytest.mark.parametrize(
    "head",
    [
        b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\r\n",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        b"Name,Given Name,E-mail 1 - Value\nAda,Ada,ada@example.org\n",
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"HTTP/1.1 200 OK\nDate: Mon, 2 Mar 2026 12:00:00 GMT\nContent-Type: text/html\n",
        b"From here on, nothing is a mail.\nDate: never\n",
        b"Subject: one header is not enough\n\nHello",
        b"From: a\nJust a line\nAnother line\nSubject: b\nAnd one\n",
        b"name: renmai\nversion: 1\n",
    ],
)
def test_what_is_no_mail_is_not_claimed(head):
    assert not SOURCE.recognises(head)
