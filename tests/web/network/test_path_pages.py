"""R5 on the page: ways in on a person's page, whom somebody leads to, and a page to ask for anybody."""

from html import unescape

import pytest

from renmai.domain.ties.acquaintances import Acquaintance
from renmai.queries.network import introducers
from tests.books import person_called
from tests.web import letters

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Joost van Eikendal
ORG:Havenkade BV
TITLE:customs broker
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Zhao One
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Zhao Two
END:VCARD
"""


@pytest.fixture
def acquainted(book, tmp_path, monkeypatch):
    """Marta knows Joost, of whom there is a card only."""
    from renmai.actions.capture.import_paths import import_paths
    from tests.web.conftest import NOW

    (tmp_path / "joost.vcf").write_text(CARDS, encoding="utf-8")
    import_paths(book, [tmp_path / "joost.vcf"], now=NOW)
    marta, joost = (person_called(book, name).pk for name in (letters.MARTA[0], "Joost van Eikendal"))
    pair = Acquaintance(*sorted((marta, joost)), 0.8)
    monkeypatch.setattr(introducers, "acquaintances", lambda viewer, as_of: (pair,))
    return marta, joost


def page(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_a_person_i_hardly_know_has_ways_in_and_one_i_know_well_leads_on(owner, acquainted):
    marta, joost = acquainted
    assert f'hx-get="/people/{joost}/ways/"' in page(owner, f"/people/{joost}/")

    ways_in = page(owner, f"/people/{joost}/ways/")
    assert letters.MARTA[0] in ways_in and "Ways in" in ways_in and "about 40%" in ways_in
    assert "Ask Marta Lindqvist-Okoye whether Joost van Eikendal would welcome it" in ways_in

    beyond = page(owner, f"/people/{marta}/ways/")
    assert "Best reached through them" in beyond and "Joost van Eikendal" in beyond


@pytest.mark.parametrize("asked", ["Joost", "Havenkade", "customs"])
def test_a_person_an_organisation_and_a_skill_are_asked_for_by_a_plain_address(owner, acquainted, asked):
    shown = page(owner, f"/path/?to={asked}")

    assert letters.MARTA[0] in shown and "Joost van Eikendal" in shown and "As far as you could see" in shown


def test_what_means_several_nobody_or_a_stranger_is_said_in_words(owner, acquainted):
    assert "Whom do you mean?" in page(owner, "/path/?to=Zhao")
    assert "Nobody by “zzz”" in page(owner, "/path/?to=zzz")
    assert "No way in yet" in page(owner, "/path/?to=Zhao One")
    assert owner.get("/people/999999/ways/").status_code == 404


def test_a_search_of_people_leads_on_to_who_can_introduce_me(owner, acquainted):
    assert "/path/?to=customs%20broker" in page(owner, "/people/?q=customs broker")
