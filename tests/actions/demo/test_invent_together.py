"""The invented network's own cooperations, tiers, promises and introductions: every page has its story."""

from datetime import timedelta

import pytest

from renmai.actions.demo.invent_demo import invented_network
from renmai.actions.demo.invent_together import COOPERATIONS, INTRODUCED, PROMISES, TIERS, invent_together
from renmai.queries.network.reputation import reputation_card
from renmai.queries.ties.tiers import tiers_card
from renmai.queries.together.board import board_card
from renmai.queries.together.promises import promise_cards
from tests.built_once import built_once
from tests.queries.books import TODAY, Mailbox

DAY = TODAY.date()


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Everybody of the invented network, each once both ways."""
    box = Mailbox()
    for number, each in enumerate(invented_network()["person"]):
        box.rounds(f"{each['name']} <p{number}@invented.example>", [9 + number])
    box.imported(viewer, tmp_path)
    return viewer


def test_every_story_finds_its_people_and_every_page_something_to_show(book):
    """V8, T8, T9 and P1 in the demo: each stage but one, each flag of terms, a tree of three floors."""
    invent_together(book, now=TODAY + timedelta(hours=1), today=DAY)
    board, found = board_card(book, today=DAY), reputation_card(book, today=DAY)
    codes = {each.code for card in board.cooperations for each in card.because}

    assert len(board.cooperations) == len(COOPERATIONS)
    assert {"coop_in_vain_without_need", "coop_thin_margin", "coop_exclusive"} <= codes
    assert found.introduced_total == len(INTRODUCED)
    assert max(len(each.below[0].below) for each in found.branches) == 1
    members = {each.tier: len(each.members) for each in tiers_card(book, today=DAY).tiers}
    assert members == {tier: len(names) for tier, names in TIERS.items()}
    assert len(promise_cards(book, today=DAY)) == len(PROMISES)


def test_on_a_book_without_these_people_nothing_is_noted(viewer):
    invent_together(viewer, now=TODAY, today=DAY)

    assert board_card(viewer, today=DAY).cooperations == ()
