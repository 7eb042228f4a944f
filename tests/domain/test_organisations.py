"""Organisations by a mail address's host."""

import pytest

from renmai.domain.organisations import PUBLIC_HOSTS, organisation_of_host


@pytest.mark.parametrize(
    ("host", "organisation"),
    [
        ("acme.example", "acme.example"),
        ("mail.eu.acme.com", "acme.com"),
        ("cs.ox.ac.uk", "ox.ac.uk"),
        ("Banmu.com.CN", "banmu.com.cn"),
        ("co.uk", "co.uk"),
        ("gmail.com", ""),
        ("vip.qq.com", ""),
        ("localhost", ""),
        ("10.0.0.1", ""),
        ("", ""),
        ("a..b", ""),
    ],
)
def test_an_organisation_is_the_domain_it_registered(host, organisation):
    assert organisation_of_host(host) == organisation


@pytest.mark.parametrize("host", sorted(PUBLIC_HOSTS))
def test_a_host_that_gives_anybody_an_address_is_no_organisation(host):
    assert organisation_of_host(host) == ""
