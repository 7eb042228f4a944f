"""Who wrote is told behind lists, relays, forms and disguises, and a human's own From stands (C4)."""

import pytest

from renmai.domain.capture.interactions import Kind
from renmai.sources.mail.writers import unmunged, writer_of
from tests.mail_cases import acts_of

NO_LISTS: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("from_", "reply_to", "name", "address"),
    [
        ("WordPress <wordpress@site.example>", "Ada L <ada@home.example>", "Ada L", "ada@home.example"),
        ("Li Lei <wordpress@site.example>", "li.lei@acme.example", "Li Lei", "li.lei@acme.example"),
        ("Li Lei <studio@site.example>", "li.lei@acme.example", "Li Lei", "li.lei@acme.example"),
        ("王芳 <studio@site.example>", "wang.fang@gamma.example", "王芳", "wang.fang@gamma.example"),
        ("Shop <noreply@shop.example>", "ada@home.example", "", "ada@home.example"),
        ("Shop <noreply@shop.example>", "service@shop.example", "Shop", "noreply@shop.example"),
        ("Li Lei <li.lei@acme.example>", "Han Meimei <han@acme.example>", "Li Lei", "li.lei@acme.example"),
        ("李雷 <lilei88@mail.example>", "li.lei@acme.example", "李雷", "lilei88@mail.example"),
        ("Ada L <ada@home.example>", "ada@other.example", "Ada L", "ada@home.example"),
        ('"Li Lei <li.lei@acme.example>" <no-reply@fwd.example>', "", "Li Lei", "li.lei@acme.example"),
        ("Li Lei via Relay <x7@relay.example>", "li.lei@acme.example", "Li Lei", "li.lei@acme.example"),
        ("Li Lei <li.lei=40acme.example@list.example>", "", "Li Lei", "li.lei@acme.example"),
    ],
)
def test_the_writer_is_whom_the_headers_name_by_name(from_, reply_to, name, address):
    fields = {"from": from_} | ({"reply_to": reply_to} if reply_to else {})
    writer = writer_of(fields, NO_LISTS)

    assert (writer.name, writer.handles[0].value) == (name, address)


@pytest.mark.parametrize(
    ("munged", "plain"),
    [
        ("li.lei=40acme.example@dmarc.list.example", "li.lei@acme.example"),
        ("li.lei=acme.example@relay.example", "li.lei@acme.example"),
        ("box+li.lei=acme.example@anon.example", "li.lei@acme.example"),
        ("li.lei_at_acme.example_x7y8z9@alias.example", "li.lei@acme.example"),
        ("bounce+li.lei=acme.example@list.example", "bounce+li.lei=acme.example@list.example"),
        ("a=b@example.org", "a=b@example.org"),
        ("meet_at_noon@example.org", "meet_at_noon@example.org"),
        ("ada@example.org", "ada@example.org"),
    ],
)
def test_an_address_packed_into_another_is_laid_open(munged, plain):
    assert unmunged(munged) == plain


def test_a_text_that_a_telephone_kept_as_mail_is_a_message_with_the_number():
    received, sent = acts_of("sms-backup")

    assert (received.kind, received.channel) == (Kind.MESSAGE, "sms")
    assert str(received.participations[0].mention.handles[0]) == "tel:+8613800138000"
    assert str(sent.participations[1].mention.handles[0]) == "tel:+8613800138000"
    assert len(received.participations[0].mention.handles) == 1
