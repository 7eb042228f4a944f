"""Acquaintances: who knows whom in the book, kept until the book changes."""

import pytest

from renmai.upkeep.ties import acquaintances as query
from renmai.upkeep.ties import computed_acquaintances
from renmai.upkeep.ties.acquaintances import acquaintances
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox

LATE = int(TODAY.timestamp()) + 100 * 86_400
ADA, BEN, EVE = "Ada <ada@one.example>", "Ben <ben@one.example>", "Eve <eve@two.example>"


@pytest.fixture
def box():
    box = Mailbox()
    for day in (9, 30, 60, 90):
        asked = box.add(ADA, (ME, BEN), day)
        box.add(BEN, ADA, day - 1, cc=(ME,), answers=asked)
    box.add(ME, EVE, 20)
    return box


@pytest.fixture
def computed(monkeypatch):
    """Count how often the pairs are computed."""
    calls = []
    compute = computed_acquaintances.computed_acquaintances

    def counted(*given, **options):
        calls.append(given)
        return compute(*given, **options)

    monkeypatch.setattr(computed_acquaintances, "computed_acquaintances", counted)
    return calls


def pairs(viewer, as_of_epoch_s=LATE):
    return {(each.a, each.b): each.probability for each in acquaintances(viewer, as_of_epoch_s)}


def test_two_who_write_to_each_other_before_my_eyes_know_each_other_and_a_third_is_apart(
    box, viewer, tmp_path
):
    box.imported(viewer, tmp_path)
    found = pairs(viewer)
    ada, ben = person_called(viewer, "Ada").pk, person_called(viewer, "Ben").pk

    assert set(found) == {(min(ada, ben), max(ada, ben))}
    assert all(0.5 < probability <= 1 for probability in found.values())


def test_an_unchanged_book_is_not_computed_again_not_even_on_another_day(box, viewer, tmp_path, computed):
    box.imported(viewer, tmp_path)
    first = pairs(viewer)

    assert pairs(viewer) == first
    assert pairs(viewer, LATE - 86_400) == first
    assert len(computed) == 1


def test_nothing_later_than_the_moment_is_looked_at(box, viewer, tmp_path):
    box.imported(viewer, tmp_path)

    assert pairs(viewer, int(TODAY.timestamp()) - 200 * 86_400) == {}
    assert pairs(viewer) != {}


def test_what_comes_in_is_seen_at_the_next_look(box, viewer, tmp_path):
    box.imported(viewer, tmp_path)
    before = pairs(viewer)
    for day in (3, 5):
        box.add(ADA, (ME, BEN, EVE), day)
    box.imported(viewer, tmp_path)

    assert set(pairs(viewer)) > set(before)


def test_what_came_in_while_others_looked_is_not_taken_for_seen(box, viewer, tmp_path, monkeypatch, computed):
    """Another look clears the marks of what arrives while this one still computes."""
    box.imported(viewer, tmp_path)
    keep = query.keep

    def keep_late(*args, **others):
        monkeypatch.setattr(query, "keep", keep)
        box.add(ADA, (ME, BEN, EVE), 3)
        box.imported(viewer, tmp_path)
        query.fresh_ties(viewer, LATE)
        keep(*args, **others)

    monkeypatch.setattr(query, "keep", keep_late)
    early = pairs(viewer)

    assert set(pairs(viewer)) > set(early)
    assert len(computed) == 2


def test_an_empty_book_knows_of_nobody(viewer):
    assert acquaintances(viewer, LATE) == ()
