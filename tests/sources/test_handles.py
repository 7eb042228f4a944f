"""Every address has one normal form, so that one person's traces meet, and only theirs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.sources.handles import (
    PhoneUse,
    link_handle,
    mail_handle,
    messenger_handle,
    phone_handle,
    profile_handle,
    read_phone,
    wechat_handle,
)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ada@Example.ORG", "ada@example.org"),
        ("  <ada@example.org> ", "ada@example.org"),
        ("mailto:ada%2Bx@example.org?subject=hi", "ada+x@example.org"),
        ("'ada@example.org'", "ada@example.org"),
        ('"ada"@example.org', "ada@example.org"),
        ("a.d.a+list@example.org", "a.d.a+list@example.org"),
        ("ada@example.org.", "ada@example.org"),
        ("o'hara@example.org", "o'hara@example.org"),
        ("李雷@例子.中国", "李雷@例子.中国"),
        ("ada@xn--fsqu00a.xn--fiqs8s", "ada@例子.中国"),
        ("ada@例子。中国", "ada@例子.中国"),
        ("ada@BÜCHER.example", "ada@bücher.example"),
        ("ada@xn--bcher-kva.example", "ada@bücher.example"),
        ("ada@[192.0.2.1]", "ada@[192.0.2.1]"),
    ],
)
def test_a_mail_address_is_trimmed_lowered_and_its_domain_spelt_out(text, address):
    assert str(mail_handle(text)) == f"mailto:{address}"


@pytest.mark.parametrize(
    "text", ["", "ada", "@example.org", "ada@", "a b@example.org", "ada@exa mple.org", "a@b@"]
    + ["root@localhost", "ada@example..org", "a\0@example.org", "x" * 400 + "@example.org", "a, b:;"],
)  # fmt: skip
def test_what_is_no_address_of_one_mailbox_in_the_world_is_none(text):
    assert mail_handle(text) is None


@given(st.text(max_size=60))
def test_a_mail_handle_is_its_own_normal_form(text):
    handle = mail_handle(text)

    assert handle is None or mail_handle(handle.value) == handle


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("138 0013 8000", "CN", "+8613800138000"),
        ("8613800138000", "CN", "+8613800138000"),
        ("+86 (0)10 6255-0101", "US", "+861062550101"),
        ("010-62550101", "CN", "+861062550101"),
        ("１３８００１３８０００", "CN", "+8613800138000"),
        ("(415) 555-2671", "US", "+14155552671"),
        ("0044 20 7946 0958", "DE", "+442079460958"),
        ("tel:+1-418-656-9254;ext=102", "CN", "+14186569254;ext=102"),
        ("021-55556666 转 123", "CN", "+862155556666;ext=123"),
        ("021-55556666分机8", "CN", "+862155556666;ext=8"),
        ("+49 1234 56789", "CN", "+49123456789"),
        ("62550101", "CN", "62550101"),
        ("10086", "CN", "10086"),
        ("555-555-5555", "US", "5555555555"),
    ],
)
def test_a_phone_number_is_e_164_where_it_can_be_and_bare_digits_where_not(text, region, number):
    assert str(phone_handle(text, region)) == f"tel:{number}"


@pytest.mark.parametrize("text", ["", "110", "12 34", "BusinessPhone", "call me at noon 12345", "转 123"])
def test_what_is_no_phone_number_is_none(text):
    assert phone_handle(text, "CN") is None


def test_the_same_number_has_one_form_in_every_region_once_it_is_international():
    assert len({phone_handle("+86 138 0013 8000", region) for region in ("CN", "US", "GB", "ZZ")}) == 1


@pytest.mark.parametrize(
    ("text", "region", "use"),
    [
        ("13800138000", "CN", PhoneUse.OWN),
        ("010-62550101", "CN", PhoneUse.SHARED),
        ("010-62550101 转 8", "CN", PhoneUse.OWN),
        ("400-820-8820", "CN", PhoneUse.SHARED),
        ("10086", "CN", PhoneUse.SHARED),
        ("(415) 555-2671", "US", PhoneUse.UNSURE),
    ],
)
def test_a_numbering_plan_says_whose_a_number_is(text, region, use):
    assert read_phone(text, region).use == use


@given(st.text(max_size=40), st.sampled_from(["CN", "US", "ZZ"]))
def test_a_phone_handle_is_its_own_normal_form(text, region):
    handle = phone_handle(text, region)

    assert handle is None or phone_handle(handle.value, region) == handle


@pytest.mark.parametrize(
    "text", ["LiLei_80", "微信：lilei_80", "weixin:lilei_80", "wxid_a1b2c3d4e5f6g7", " lilei-80 "]
)
def test_a_wechat_id_is_read_in_every_dress(text):
    assert wechat_handle(text).kind == "wechat"
    assert wechat_handle(text) == wechat_handle(text.upper())


@pytest.mark.parametrize("text", ["", "lilei", "13800138000", "小雷", "has space", "a" * 40])
def test_a_nickname_or_a_number_is_no_wechat_id(text):
    assert wechat_handle(text) is None


def test_a_messenger_name_is_its_service_and_its_name():
    assert str(messenger_handle("QQ", "qq:10001")) == "im:qq:10001"
    assert str(messenger_handle("Skype", "Ada?chat")) == "im:skype:ada"
    assert messenger_handle("", "ada") is None
    assert messenger_handle("qq", "two words") is None


@pytest.mark.parametrize(
    "text",
    [
        "http://www.Example.com/a/",
        "https://example.com/a",
        "example.com/a",
        "//example.com:443/a#top",
        "https://example.com/a?utm_source=x",
    ],
)
def test_a_link_is_https_without_www_fragment_and_tracking(text):
    assert str(link_handle(text)) == "link:https://example.com/a"


@pytest.mark.parametrize(
    "text", ["", "no link", "http://", "ftp://example.com", "https://[1", "http://x:99999999/", "a..b/c"]
)
def test_what_is_no_link_is_none(text):
    assert link_handle(text) is None


@given(st.text(max_size=60))
def test_a_link_handle_is_its_own_normal_form(text):
    for prefix in ("", "https://", "example.com/"):
        handle = link_handle(prefix + text)

        assert handle is None or link_handle(handle.value) == handle


def test_only_a_persons_own_page_is_a_profile():
    assert str(profile_handle("http://www.linkedin.com/in/Ada/?trk=x")) == "link:https://linkedin.com/in/ada"
    for text in (
        "https://linkedin.com/company/x",
        "https://github.com",
        "https://github.com/a/b",
        "https://example.com/ada",
    ):
        assert profile_handle(text) is None


def test_a_known_mail_address_costs_next_to_nothing():
    mail_handle("ada@example.org")
    began = time.process_time()
    for _ in range(10_000):
        mail_handle("ada@example.org")

    assert (time.process_time() - began) / 10_000 < 5e-6
