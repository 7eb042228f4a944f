"""Mail hosts: private ones, and the firm behind the others."""

import pytest

from renmai.domain.mail_hosts import firm_host, is_private


@pytest.mark.parametrize(
    "host",
    ["gmail.com", "qq.com", "163.com", "yahoo.co.jp", "hotmail.fr", "vip.sina.com", "lake-mail.example"],
)
def test_a_provider_s_host_is_private(host):
    assert is_private(host)


@pytest.mark.parametrize(
    "host", ["acme.com", "live-music.org", "mail.acme.example", "mails.tsinghua.edu.cn", "yahoo-inc.example"]
)
def test_a_firm_s_host_is_not(host):
    assert not is_private(host)


@pytest.mark.parametrize(
    ("host", "firm"),
    [
        ("acme.com", "acme.com"),
        ("eu.mail.acme.com", "acme.com"),
        ("mail.acme.co.uk", "acme.co.uk"),
        ("mails.tsinghua.edu.cn", "tsinghua.edu.cn"),
        ("uni.de", "uni.de"),
        ("co.uk", "co.uk"),
        ("localhost", "localhost"),
    ],
)
def test_departments_belong_to_their_firm(host, firm):
    assert firm_host(host) == firm
