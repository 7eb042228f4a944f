"""Who is archived or deceased is never proposed for anything, still found, and called back (P1, T8, T6)."""

from datetime import date, timedelta

import pytest

from renmai.actions.book.noting import NobodyToNote
from renmai.actions.book.restore_decision import restore_decision
from renmai.actions.book.undo_decision import undo_by_number
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_gone import NoSuchState, record_gone
from renmai.actions.ties.record_tie import record_tie
from renmai.actions.ties.record_tier import NoSuchTier, record_tier
from renmai.actions.value.record_value import record_value
from renmai.queries.network.network import network_card
from renmai.queries.pages.people import people_page
from renmai.queries.pages.person import person_card
from renmai.queries.people.gone import gone_cards
from renmai.queries.positions.leaving import leaving_card
from renmai.queries.ties.tiers import tiers_card
from renmai.queries.today.page import today_card
from renmai.queries.value.matches import best_matches
from renmai.store.models import Person
from renmai.upkeep.value.matches import fresh_matches
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox
from tests.traces import address_book, card

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
GIL = "Grandma Gil <gil@home.example>"
BDAY = f"BDAY:1940-{(DAY + timedelta(days=1)):%m-%d}"


@pytest.fixture
def box():
    return Mailbox()


def names(viewer, on: date = DAY) -> set[str]:
    """Return everybody of whom Today speaks in any way."""
    shown = today_card(viewer, today=on)
    return {each.name for each in (*shown.items, *shown.occasions, *shown.waiting)}


def read_card(viewer, tmp_path, name: str, *lines: str) -> None:
    import_paths(viewer, [address_book(tmp_path / "c.vcf", card("1", name, *lines))], now=TODAY)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Grandma Gil", ["DEATHDATE:20250210"]),
        ("Grandma Gil", ["DEATHDATE;VALUE=text:in the spring"]),
        ("† Grandma Gil", []),
        ("外婆（已故）", []),
        ("Grandma Gil", ["item1.X-ABDATE;type=pref:2020-05-05", "item1.X-ABLabel:Death"]),
        ("Grandma Gil", ["item1.X-ABDATE:2020-05-05", "item1.X-ABLabel:Death anniversary"]),
        ("Grandma Gil", ["NOTE:Grandma's sister.\\nDied 10 Feb 2025"]),
        ("Grandma Gil", ["CATEGORIES:Family,Deceased"]),
    ],
)
def test_who_died_by_a_cards_word_is_never_wished_greeted_or_revived(viewer, tmp_path, box, name, lines):
    """Case deceased-suggested: each way in which cards say so, before and after a rebuild."""
    box.rounds(GIL, range(400, 44, -10))
    box.imported(viewer, tmp_path)
    read_card(viewer, tmp_path, name, "EMAIL:gil@home.example", BDAY, *lines)

    for _ in range(2):
        for on in (DAY, DAY + timedelta(days=150), DAY + timedelta(days=365)):
            assert names(viewer, on) == set()
        [gone] = gone_cards(viewer)
        assert (gone.state, gone.because.code) == ("deceased", "gone_deceased_card")
        assert gone.text
        rebuild_book(viewer, now=TODAY)


def test_a_card_that_says_nothing_of_the_kind_leaves_its_person_on_today(viewer, tmp_path):
    read_card(viewer, tmp_path, "Uncle Abe", "EMAIL:abe@b.example", BDAY, "NOTE:his father died in May")
    assert names(viewer) == {"Uncle Abe"} and gone_cards(viewer) == ()


@pytest.fixture
def erik(viewer, tmp_path, box) -> int:
    """Erik: a tie that cooled, a birthday tomorrow, a question of his, a tier, a need of his."""
    box.rounds("Ex Erik <erik@x.example>", range(400, 44, -10))
    box.rounds("Bea Blom <bea@x.example>", range(400, 10, -10))
    box.add("Ex Erik <erik@x.example>", ME, 3, "Could you send my books?")
    box.imported(viewer, tmp_path)
    read_card(viewer, tmp_path, "Ex Erik", "EMAIL:erik@x.example", BDAY)
    found = person_called(viewer, "Ex Erik").pk
    record_tier(viewer, found, 5, now=TODAY, on=DAY - timedelta(days=60))
    record_value(viewer, None, "offer", "wooden tea boxes", now=TODAY, on=DAY)
    record_value(viewer, found, "need", "wooden tea boxes", now=TODAY, on=DAY)
    return found


@pytest.mark.parametrize("state", ["archived", "deceased"])
def test_who_is_archived_is_proposed_for_nothing_until_called_back(viewer, erik, state):
    """Case ex-birthday-every-year."""
    fresh_matches(viewer, today=DAY)
    assert "Ex Erik" in names(viewer) and best_matches(viewer, today=DAY)
    record_gone(viewer, erik, state, because="we parted", now=TODAY, on=DAY)

    for days in (0, 1, 40, 365, 730):
        assert "Ex Erik" not in names(viewer, DAY + timedelta(days=days))
    shown = tiers_card(viewer, today=DAY)
    assert erik not in {each.row.id for tier in shown.tiers for each in tier.members}
    assert erik not in {each.row.id for each in shown.proposed}
    assert erik not in {dot.id for dot in network_card(viewer, today=DAY).drawn}
    assert best_matches(viewer, today=DAY) == []
    with pytest.raises(NoSuchTier):
        record_tier(viewer, erik, 50, now=TODAY, on=DAY)

    record_gone(viewer, erik, "", now=TODAY, on=DAY)
    assert "Ex Erik" in names(viewer)
    assert erik in {each.row.id for tier in tiers_card(viewer, today=DAY).tiers for each in tier.members}


def test_who_is_archived_is_found_with_its_word_and_stands_in_a_view_of_their_own(viewer, erik):
    record_gone(viewer, erik, "archived", because="we parted", now=TODAY, on=DAY)

    everybody = people_page(viewer, today=DAY)
    assert erik not in {row.id for row in everybody.rows} and everybody.total == len(everybody.rows) + 1
    assert [(row.id, row.gone) for row in people_page(viewer, today=DAY, view="gone").rows] == [
        (erik, "archived")
    ]
    assert [(row.id, row.gone) for row in people_page(viewer, today=DAY, search="erik").rows] == [
        (erik, "archived")
    ]
    shown = person_card(viewer, erik, today=DAY)
    assert (shown.gone.text, shown.gone.because.code) == ("we parted", "gone_archived_mine")
    assert shown.ask is None and shown.leaving is None


def test_who_has_died_is_no_tie_that_would_stay(viewer, erik):
    record_tie(viewer, erik, {"bond": "kin"}, because="family", now=TODAY)
    before = leaving_card(viewer, today=DAY)
    record_gone(viewer, erik, "deceased", now=TODAY, on=DAY)
    after = leaving_card(viewer, today=DAY)
    assert "Ex Erik" in str(before) and "Ex Erik" not in str(after)


def test_archiving_is_undone_brought_back_and_follows_a_merge(viewer, tmp_path, erik):
    kept = record_gone(viewer, erik, "archived", now=TODAY, on=DAY)
    assert record_gone(viewer, erik, "archived", now=TODAY, on=DAY) is None
    undo_by_number(viewer, kept, now=TODAY)
    assert "Ex Erik" in names(viewer)
    restore_decision(viewer, kept, now=TODAY)
    assert "Ex Erik" not in names(viewer)

    other = address_book(tmp_path / "e.vcf", card("7", "Erik Ray", "EMAIL:aaa@y.example", BDAY))
    import_paths(viewer, [other], now=TODAY)
    merge_people(viewer, person_called(viewer, "Erik Ray").pk, erik, now=TODAY)
    assert names(viewer) & {"Ex Erik", "Erik Ray"} == set()
    rebuild_book(viewer, now=TODAY)
    assert names(viewer) & {"Ex Erik", "Erik Ray"} == set()


def test_the_owners_word_goes_before_a_cards(viewer, tmp_path):
    read_card(viewer, tmp_path, "† Grandpa Joe", "EMAIL:joe@b.example", BDAY)
    joe = person_called(viewer, "† Grandpa Joe").pk
    assert names(viewer) == set()
    record_gone(viewer, joe, "", because="a scout's badge", now=TODAY, on=DAY)
    assert names(viewer) == {"† Grandpa Joe"} and gone_cards(viewer) == ()


def test_nobody_in_particular_is_archived_and_no_other_state_is_known(viewer, erik):
    me = Person.objects.get(owner_id=viewer.owner_id, is_me=True).pk
    with pytest.raises(NobodyToNote):
        record_gone(viewer, me, "archived", now=TODAY, on=DAY)
    with pytest.raises(NoSuchState):
        record_gone(viewer, erik, "asleep", now=TODAY, on=DAY)
