"""Undo takes back what was done last, by the order in which it was done, and names it."""

from datetime import timedelta

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.undo_last import NothingToUndo, undo_last
from renmai.actions.value.record_value import record_value
from renmai.store.book import decisions
from tests.traces import address_book, card

AHEAD = timedelta(days=730)


@pytest.fixture
def cards(tmp_path):
    return address_book(tmp_path / "cards.vcf", card("1", "Ann", "EMAIL:ann@example.org"))


def test_a_clock_that_was_ahead_does_not_change_what_is_undone(viewer, cards, now):
    record_value(viewer, None, "offer", "advice on tea", now=now + AHEAD, on=now.date())
    import_paths(viewer, [cards], now=now + AHEAD, me=["me@example.org"])
    record_value(viewer, None, "offer", "advice on ink", now=now, on=now.date())
    undone = [undo_last(viewer, now=now) for _ in range(4)]
    assert [each.kind for each in undone] == ["value", "import", "me", "value"]
    assert [each.text for each in undone if each.kind == "value"] == ["advice on ink", "advice on tea"]
    with pytest.raises(NothingToUndo):
        undo_last(viewer, now=now)


def test_of_two_words_on_one_thing_the_later_said_holds_whatever_the_clock(viewer, now):
    for text, at in (("first", now + AHEAD), ("second", now)):
        decisions.add(
            viewer.owner_id, kind="name", anchor="mailto:ann@example.org", now=at, payload={"name": text}
        )
    assert [each.payload["name"] for each in decisions.standing(viewer.owner_id, "name")] == [
        "first",
        "second",
    ]
