"""The network as a card: circles with names and holders, brokers, variety; kept until the book changes."""

from datetime import timedelta

import pytest

from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_import import undo_import
from renmai.actions.today.plan_day import plan_day
from renmai.queries.network.network import network_card
from renmai.store.models import Acquaintance, Owner
from renmai.upkeep.network import computed
from renmai.upkeep.network import network as query
from tests.built_once import built_once
from tests.queries.books import ME, TODAY, Mailbox

DAY = TODAY.date()
MILL = [f"Mill {name} <{name}@mill.example>" for name in ("ann", "bob", "cid", "dan")]
CLUB = [f"Club {name} <{name}@home{place}.example>" for place, name in enumerate(("eve", "fay", "gus"))]
BRIDGE, ALONE, FAR = "Bo Bridge <bo@bridge.example>", "Al One <al@one.example>", "Far Off <far@off.example>"


def talk(box: Mailbox, people: list[str]) -> None:
    """Let each of some people write to me with all others in copy, answered by me and by the next."""
    for place, sender in enumerate(people):
        others = [each for each in people if each != sender]
        first = box.add(sender, ME, 90 - 9 * place, subject="Plan", cc=others)
        box.add(ME, sender, 89 - 9 * place, subject="Plan", cc=others, answers=first)
        box.add(others[0], sender, 88 - 9 * place, subject="Plan", cc=[ME, *others[1:]], answers=first)


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """A mill of four, a club of three, one who is in both, one apart, and a stranger whom that one knows."""
    box = Mailbox()
    for people in ([*MILL, BRIDGE], [*CLUB, BRIDGE]) * 2:
        talk(box, people)
    box.rounds(ALONE, [40, 20, 3])
    for day in (50, 30, 10):
        asked = box.add(FAR, ALONE, day, subject="Boat", cc=[ME])
        box.add(ALONE, FAR, day - 1, subject="Boat", cc=[ME], answers=asked)
    box.imported(viewer, tmp_path)
    plan_day(viewer, today=DAY)
    return viewer


def names(people):
    return {person.name for person in people}


def test_circles_brokers_and_variety_are_told_and_an_unchanged_book_is_not_computed_again(book, monkeypatch):
    """A circle is named after its place or after whom it stands around; whoever knows both joins them."""
    card = network_card(book, today=DAY)
    number_of_mill = next(number for number, circle in enumerate(card.circles) if circle.is_place)
    mill, club = card.circles[number_of_mill], card.circles[1 - number_of_mill]
    members = [names(d for d in card.drawn if d.circle == number) for number in (0, 1)]

    assert members[number_of_mill] >= {"Mill ann", "Mill bob", "Mill cid", "Mill dan"}
    assert members[1 - number_of_mill] >= {"Club eve", "Club fay", "Club gus"}
    assert (mill.name, mill.is_place) == ("mill.example", True)
    assert (club.name, club.is_place) == (club.holders[0].name, False)
    assert [circle.people for circle in card.circles] == [len(members[0]), len(members[1])]
    assert names(d for d in card.drawn if d.circle is None) == {"Al One"} and card.apart == 1

    (broker,) = card.brokers
    assert broker.person.name == "Bo Bridge"
    assert broker.circles == (1 - broker.person.circle,)

    kinds = {variety.kind: variety for variety in card.varieties}
    assert dict(kinds["organisations"].parts)["mill.example"] == 4
    assert 1 < kinds["organisations"].equal < len(kinds["organisations"].parts)
    assert kinds["channels"].parts == (("mail", len(card.drawn)),)
    assert kinds["channels"].equal == pytest.approx(1)
    assert 1 < card.effective_size < len(card.drawn)
    assert {each.code for each in card.because} == {"network_reach", "network_one_place"}

    monkeypatch.setattr(computed, "computed_network", lambda *given: pytest.fail("computed again"))
    assert network_card(book, today=DAY) == card


def test_another_day_and_new_mail_are_looked_at_anew(book, tmp_path, monkeypatch):
    first = network_card(book, today=DAY)
    early = network_card(book, today=DAY - timedelta(days=300))
    box = Mailbox()
    box.raw = [b""] * 900
    talk(box, [ALONE, *CLUB])
    box.imported(book, tmp_path)
    later = network_card(book, today=DAY)

    assert early.drawn == () and early.circles == ()
    assert [dot.circle for dot in later.drawn if dot.name == "Al One"] != [None]
    assert first.apart == 1

    Owner.objects.update(network="")
    monkeypatch.setattr(query, "MOST_TIES", 3)
    few = network_card(book, today=DAY)
    assert len(few.drawn) == 3 and few.ties == later.ties, "of a very large book only the strongest"


def test_a_rebuild_computes_the_same_anew_and_what_was_made_of_people_goes_with_them(book, tmp_path):
    first = network_card(book, today=DAY)
    rebuild_book(book, now=TODAY)
    assert Owner.objects.get(pk=book.owner_id).network == ""
    assert network_card(book, today=DAY) == first

    box = Mailbox()
    box.raw = [b""] * 900
    talk(box, [f"Xyz {name} <{name}@xyzzyplugh.example>" for name in ("pip", "pop", "pup")])
    report = box.imported(book, tmp_path)
    before = network_card(book, today=DAY)
    assert "xyzzyplugh" in Owner.objects.get(pk=book.owner_id).network
    gone = {dot.id for dot in before.drawn if dot.name.startswith("Xyz")}
    undo_import(book, report.import_id, now=TODAY)

    assert Owner.objects.get(pk=book.owner_id).network == ""
    assert not Acquaintance.objects.filter(a_id__in=gone).exists()
    assert not Acquaintance.objects.filter(b_id__in=gone).exists()


def test_an_empty_book_has_an_empty_network(viewer):
    card = network_card(viewer, today=DAY)

    assert (card.ties, card.drawn, card.circles, card.brokers, card.because) == (0, (), (), (), ())
    assert Owner.objects.get(pk=viewer.owner_id).network
