"""R5 in a book: who leads to a person, an organisation or a skill, and who is never led through."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.people.split_person import split_person
from renmai.actions.today.plan_day import plan_day
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.ties.acquaintances import Acquaintance
from renmai.queries.network import introducers
from renmai.queries.network.path import paths_card, ways_card
from renmai.queries.network.path_targets import NoSuchTarget
from renmai.queries.pages.person import person_card
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import TODAY, Mailbox

DAY = TODAY.date()
ADA, BEN, EVE = "Ada Brook <ada@one.example>", "Ben <ben@one.example>", "Eve <eve@two.example>"
CARDS = """BEGIN:VCARD
VERSION:3.0
FN:顾望舒
ORG:青岚茶业
TITLE:采购总监
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Joost van Eikendal
ORG:Havenkade BV
NOTE:Knows everything about cold storage and customs
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
@built_once
def book(viewer, tmp_path):
    """Ada is close to me, Ben a little known, Eve only ever written to; some others have a card."""
    box = Mailbox()
    box.rounds(ADA, range(3, 300, 12))
    box.rounds(BEN, (30,))
    for day in (40, 80):
        box.add("me@owner.example", EVE, day)
    box.imported(viewer, tmp_path)
    (tmp_path / "cards.vcf").write_text(CARDS, encoding="utf-8")
    import_paths(viewer, [tmp_path / "cards.vcf"], now=TODAY)
    plan_day(viewer, today=DAY)
    return viewer


@pytest.fixture
def knows(monkeypatch, book):
    """Let people know each other: `knows(("Ada Brook", "Joost van Eikendal", 0.8), …)`."""

    def knows(*pairs):
        found = []
        for one, other, probability in pairs:
            a, b = sorted(person_called(book, name).pk for name in (one, other))
            found.append(Acquaintance(a, b, probability))
        monkeypatch.setattr(
            introducers, "acquaintances", lambda viewer, as_of: sorted(found, key=lambda p: p.a)
        )

    knows()
    return knows


def names(paths):
    return [[person.name for person in each.people][1:] for each in paths]


def test_somebody_is_reached_through_whom_i_know_by_the_product_of_the_hops(book, knows):
    """R5: a person, by the strength of both hops."""
    knows(("Ada Brook", "Joost van Eikendal", 0.8), ("Ben", "Joost van Eikendal", 0.8))
    found = paths_card(book, "Joost van Eikendal", today=DAY).paths

    assert names(found) == [["Ada Brook", "Joost van Eikendal"], ["Ben", "Joost van Eikendal"]]
    assert [each.probability for each in found] == sorted((each.probability for each in found), reverse=True)
    for each in found:
        assert each.probability == pytest.approx(each.hops[0] * each.hops[1])
        assert len(each.because) == len(each.hops) and all(each.because)
        assert each.hops[1] == pytest.approx(0.8 * 0.5)


def test_a_name_its_reading_an_organisation_a_title_and_a_skill_mean_whom_they_say(book, knows):
    """R5: a person, an organisation or a skill; the words of a note stand anywhere in it, in any case."""
    knows(("Ada Brook", "顾望舒", 0.7), ("Ben", "Joost van Eikendal", 0.9))

    for text in ("顾望舒", "gu wangshu", "guwangshu", "青岚茶业", "青岚", "采购", "顾"):
        assert names(paths_card(book, text, today=DAY).paths) == [["Ada Brook", "顾望舒"]]
    card = paths_card(book, "customs COLD", today=DAY)

    assert [each.name for each in card.targets] == ["Joost van Eikendal"]
    assert "cold storage" in card.targets[0].said
    assert names(card.paths) == [["Ben", "Joost van Eikendal"]]


def test_a_good_tie_of_my_own_comes_first_and_says_so(book, knows):
    """A number and an address mean one person."""
    knows(("Ada Brook", "Ben", 0.99))
    ada = person_called(book, "Ada Brook")
    for text in (str(ada.pk), "ada@one.example", "mailto:ada@one.example"):
        [own, *_] = paths_card(book, text, today=DAY).paths

    assert own.is_direct and own.because[0][0].code == "path_direct" and own.step.code == "step_write"
    assert paths_card(book, "Ben", today=DAY).paths[-1].because[0][0].code == "path_direct_faint"


def test_several_of_one_name_are_a_choice_nobody_is_refused_and_no_path_is_an_answer(book, knows):
    card = paths_card(book, "Zhao", today=DAY)
    assert {each.name for each in card.candidates} == {"Zhao One", "Zhao Two"}
    assert card.targets == card.paths == ()

    for text in ("nobody of that name", "999999", "Me", " "):
        with pytest.raises(NoSuchTarget):
            paths_card(book, text, today=DAY)
    with pytest.raises(NoSuchPerson):
        ways_card(book, 999_999, today=DAY)

    card = paths_card(book, "Joost van Eikendal", today=DAY)
    assert card.targets and card.paths == ()


def test_only_somebody_with_a_two_way_tie_is_asked_and_a_chain_goes_on_over_whom_i_do_not_know(book, knows):
    """R5, T1: Eve never wrote back."""
    knows(("Eve", "Joost van Eikendal", 0.99))
    assert paths_card(book, "Joost van Eikendal", today=DAY).paths == ()

    knows(("Ada Brook", "Eve", 0.9), ("Eve", "Joost van Eikendal", 0.9))
    [found] = paths_card(book, "Joost van Eikendal", today=DAY).paths

    assert [each.name for each in found.people][1:] == ["Ada Brook", "Eve", "Joost van Eikendal"]
    assert [reason.code for reason in found.because[1]] == ["knows_likely", "passes_assumed"]
    assert found.step.numbers["target"] == "Eve"


def test_whom_the_owner_split_off_is_never_led_through(book, knows, viewer, tmp_path):
    """R5: Ada's second address turned out to be somebody else's."""
    box = Mailbox()
    box.rounds("Cara <cara@one.example>", range(2, 200, 9))
    box.add("me@owner.example", "Cara <c2@one.example>", 3)
    (tmp_path / "more").mkdir()
    box.imported(viewer, tmp_path / "more")
    cards = tmp_path / "cara.vcf"
    cards.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Cara\nEMAIL:cara@one.example\nEMAIL:c2@one.example\nEND:VCARD\n"
    )
    import_paths(viewer, [cards], now=TODAY)
    cara = person_called(viewer, "Cara")
    card = person_card(viewer, cara.pk, today=DAY)
    leaving = [handle.mention_id for handle in card.handles if "cara@one" in handle.text and handle.name]
    knows(("Cara", "Joost van Eikendal", 0.9))
    assert len(paths_card(viewer, "Joost van Eikendal", today=DAY).paths) == 1

    split_person(viewer, cara.pk, leaving[:1], now=TODAY)
    others = [each for each in person_card_ids(viewer, "Cara") if each != cara.pk]
    joost = person_called(viewer, "Joost van Eikendal").pk
    found = introducers.Introducers(viewer, viewer.end_of(DAY))
    assert set(others) <= found.nobody
    found.pairs = [Acquaintance(*sorted((others[0], joost)), 0.9)]
    assert found.paths_to([joost], 5) == ()


def person_card_ids(viewer, name):
    from renmai.store.models import Person

    return list(Person.objects.filter(owner_id=viewer.owner_id, name=name).values_list("pk", flat=True))


def test_ways_in_are_for_whom_i_hardly_know_and_ways_beyond_for_whom_i_know_well(book, knows):
    knows(("Ada Brook", "Joost van Eikendal", 0.8), ("Ada Brook", "顾望舒", 0.6), ("Ada Brook", "Ben", 0.9))

    ada = ways_card(book, person_called(book, "Ada Brook").pk, today=DAY)
    assert not ada.has_ways_in and ada.ways_in == ()
    assert [each.target.name for each in ada.through] == ["Joost van Eikendal", "顾望舒"]

    joost = ways_card(book, person_called(book, "Joost van Eikendal").pk, today=DAY)
    assert joost.has_ways_in and joost.through == ()
    assert names(joost.ways_in) == [["Ada Brook", "Joost van Eikendal"]]


def test_a_book_whose_owner_is_not_known_has_no_paths(viewer, tmp_path):
    (tmp_path / "cards.vcf").write_text(CARDS, encoding="utf-8")
    import_paths(viewer, [tmp_path / "cards.vcf"], now=TODAY)

    assert paths_card(viewer, "顾望舒", today=DAY).paths == ()
