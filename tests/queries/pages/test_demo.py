"""The invented network tells every story of Today, in both languages, and goes without a trace."""

from datetime import UTC, date, datetime
from email import message_from_bytes, policy

import pytest

from renmai.actions.demo.invent_demo import invent_demo, invented_network, write_network
from renmai.actions.demo.remove_demo import remove_demo
from renmai.domain.people.names import has_han
from renmai.queries.pages.people import people_page
from renmai.queries.pages.settings import settings_card
from renmai.queries.today.page import today_card
from renmai.store.models import Decision

DAY = date(2026, 4, 16)
NOW = datetime(2026, 4, 16, 2, tzinfo=UTC)


@pytest.mark.django_db
def test_the_invented_network_tells_every_story_and_goes_without_a_trace(viewer):
    report = invent_demo(viewer, now=NOW)
    assert report.problems == ()
    assert invent_demo(viewer, now=NOW) is None

    card = today_card(viewer, today=DAY)
    assert {item.kind for item in card.items[:3]} == {"promise", "reply"}
    assert {item.kind for item in card.items} >= {"promise", "reply", "give", "thank", "cooling"}
    assert {has_han(item.name) for item in card.items} == {True, False}
    assert all(item.because and item.draft for item in card.items)
    assert {occasion.is_lunar for occasion in card.occasions} == {True, False}

    everybody = {row.name: row.tie for row in people_page(viewer, today=DAY, per_page=100).rows}
    assert "海山物流通知" not in everybody, "a robot is nobody"
    assert everybody["Formgram Weekly"].tie_class == "pseudo"
    assert everybody["周叔平"].tie_class == everybody["顾南乔"].tie_class == "strong"
    assert (everybody["陆怀瑾"].tie_class, everybody["陆怀瑾"].state) == ("strong", "dormant")
    assert everybody["Fabrizio Conti"].tie_class == everybody["Kaspar Lind"].tie_class == "pseudo"

    assert remove_demo(viewer, now=NOW) == 1
    assert people_page(viewer, today=DAY).total == 0
    assert settings_card(viewer, today=DAY).mine == ()
    assert not Decision.objects.filter(undone_at=None).exists(), "what was noted goes, too"
    assert remove_demo(viewer, now=NOW) == 0


def test_the_same_day_writes_the_same_files_and_every_address_is_invented(tmp_path):
    network = invented_network()
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two = (
        write_network(network, tmp_path / name, today=DAY, time_zone="Asia/Shanghai")
        for name in ("one", "two")
    )

    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    first = message_from_bytes(one[0].read_bytes().split(b"\nFrom ")[0], policy=policy.default)
    assert first["X-Invented"]
    for path in one:
        for word in path.read_text().replace("<", " ").replace(">", " ").replace(":", " ").split():
            assert "@" not in word or ".example" in word, word
