"""A mail whose text is only in winmail.dat is kept, and it is said that its text was not read (C4)."""

import pytest

from renmai.sources.mail import SOURCE
from tests.sources.reading import Room

ROOM = Room(SOURCE)
HEADERS = (
    b"From: Ann <ann@a.example>\nTo: Bob <bob@b.example>\nSubject: Offer\n"
    b"Date: Mon, 5 Jan 2026 10:00:00 +0000\nMessage-ID: <1@a.example>\nMIME-Version: 1.0\n"
)
INSIDE = b"Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\neJ8+IgAAAAA=\n"


def in_parts(kind: bytes, text: bytes) -> bytes:
    plain = b"--b\nContent-Type: text/plain\n\n" + text + b"\n"
    wrapped = b"--b\nContent-Type: " + kind + b"\n" + INSIDE + b"--b--\n"
    return HEADERS + b'Content-Type: multipart/mixed; boundary="b"\n\n' + plain + wrapped


@pytest.mark.parametrize(
    "mail",
    [
        in_parts(b'application/ms-tnef; name="winmail.dat"', b""),
        in_parts(b'application/octet-stream; name="winmail.dat"', b"\n\n"),
        in_parts(b"application/vnd.ms-tnef", b"> quoted only"),
        HEADERS + b"Content-Type: APPLICATION/MS-TNEF\n" + INSIDE,
    ],
)
def test_a_mail_without_other_words_is_kept_and_told(mail):
    assert ROOM.codes(mail) == ["wrapped"]
    (act,) = ROOM.acts(mail)
    assert (act.subject, act.words) == ("Offer", 0)


@pytest.mark.parametrize(
    "mail",
    [
        in_parts(b"application/ms-tnef", b"Here is the offer"),
        in_parts(b"application/pdf", b""),
        HEADERS + b"X-MS-TNEF-Correlator: <1@a.example>\n\n\n",
        HEADERS + b"\nWhat is this winmail.dat that I always get?\n",
    ],
)
def test_a_mail_with_words_of_its_own_or_without_the_wrapping_is_as_any(mail):
    assert ROOM.codes(mail) == []
