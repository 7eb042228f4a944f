"""Mail hosts: private ones, and the firm behind the others."""

import pytest

from renmai.domain.people.mail_hosts import PRIVATE_HOSTS, firm_host, is_private, organisation_of_host


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


@pytest.mark.parametrize(
    ("host", "organisation"),
    [
        ("acme.example", "acme.example"),
        ("mail.eu.acme.com", "acme.com"),
        ("cs.ox.ac.uk", "ox.ac.uk"),
        ("Banmu.com.CN", "banmu.com.cn"),
        ("co.uk", ""),
        ("github.io", ""),
        ("anna.github.io", "anna.github.io"),
        ("mail.acme.com.tw", "acme.com.tw"),
        ("mail.acme.tokyo.jp", "acme.tokyo.jp"),
        ("x.pvt.k12.ma.us", "x.pvt.k12.ma.us"),
        ("gmail.com", ""),
        ("vip.qq.com", ""),
        ("yahoo.co.jp", ""),
        ("localhost", ""),
        ("10.0.0.1", ""),
        ("", ""),
        ("a..b", ""),
    ],
)
def test_an_organisation_is_the_domain_it_registered(host, organisation):
    assert organisation_of_host(host) == organisation


@pytest.mark.parametrize("host", sorted(PRIVATE_HOSTS))
def test_a_host_that_gives_anybody_an_address_is_no_organisation(host):
    assert organisation_of_host(host) == ""
