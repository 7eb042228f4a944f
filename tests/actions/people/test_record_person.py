"""People by hand: somebody without an address is a person like any other, through every change (C2, C3)."""

from datetime import date

import pytest

from renmai.actions.book.noting import TextTooLong
from renmai.actions.book.restore_decision import restore_decision
from renmai.actions.book.undo_decision import undo_by_number, undo_decision
from renmai.actions.capture.erase_person import erase_from_tables
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_last import undo_last
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_me import NotAHandle, record_me
from renmai.actions.people.record_name import NoName, record_name
from renmai.actions.people.record_person import ErasedBefore, HandleTaken, LikelyThere, record_person
from renmai.actions.value.record_value import record_value
from renmai.queries.book.history import history_page
from renmai.queries.capture.imports import import_cards
from renmai.queries.pages.person import person_card
from renmai.queries.people.whom import whom
from renmai.store.models import Person
from renmai.store.people.notes import notes
from renmai.store.people.portraits import portraits
from tests.traces import address_book, card

DAY = date(2026, 3, 2)


def names(viewer) -> list[str]:
    people = Person.objects.filter(owner_id=viewer.owner_id, is_person=True, is_me=False)
    return sorted(people.values_list("name", flat=True))


@pytest.mark.parametrize("name", ["李雷", "Ada Brook", "王总"])
def test_a_name_alone_makes_a_person_who_is_found_and_has_no_handle_one_sees(viewer, now, name):
    person = record_person(viewer, name, now=now)

    assert whom(viewer, name).one.id == person.person_id
    assert portraits(viewer.owner_id, [person.person_id])[person.person_id].handles == ()


def test_a_name_of_a_hundred_and_twenty_letters_is_kept_whole_and_a_longer_one_refused(viewer, now):
    """Nothing that is typed is cut without a word (C3)."""
    added = record_person(viewer, "人" * 120, now=now)

    assert added.name == "人" * 120
    for name_it in (
        record_person,
        lambda *said, now: record_name(said[0], added.person_id, said[1], now=now),
    ):
        with pytest.raises(TextTooLong) as refused:
            name_it(viewer, "人" * 121, now=now)
        assert refused.value.because.numbers == {"length": 121, "most": 120}
    assert names(viewer) == ["人" * 120]


def test_handles_are_kept_in_their_normal_form(viewer, now):
    person = record_person(viewer, "李雷", ["Li.Lei@Example.CN", "138 0013 8000"], now=now)
    handles = portraits(viewer.owner_id, [person.person_id])[person.person_id].handles

    assert handles == ("mailto:li.lei@example.cn", "tel:+8613800138000")


def test_what_comes_in_later_under_that_address_is_theirs(viewer, tmp_path, now):
    person = record_person(viewer, "李雷", ["li.lei@example.cn"], now=now)
    import_paths(
        viewer, [address_book(tmp_path / "a.vcf", card("1", "李雷", "EMAIL:li.lei@example.cn"))], now=now
    )

    assert names(viewer) == ["李雷"]
    assert whom(viewer, "li.lei@example.cn").one.id == person.person_id


def test_who_is_likely_there_is_named_and_only_somebody_new_is_added(viewer, now):
    first = record_person(viewer, "王伟", now=now)

    with pytest.raises(LikelyThere) as refusal:
        record_person(viewer, "王伟", now=now)
    second = record_person(viewer, "王伟", now=now, is_new=True)

    assert refusal.value.because.numbers["candidates"] == [f"{first.person_id} 王伟"]
    assert second.person_id != first.person_id
    assert names(viewer) == ["王伟", "王伟"]


def test_a_name_as_it_is_read_is_likely_there_too(viewer, now):
    record_person(viewer, "李雷", now=now)

    with pytest.raises(LikelyThere):
        record_person(viewer, "Li Lei", now=now)


def test_a_handle_that_somebody_carries_is_refused_also_for_somebody_new(viewer, now):
    record_person(viewer, "李雷", ["li@example.cn"], now=now)
    record_me(viewer, ["me@example.org"], now=now)

    for handle in ("li@example.cn", "me@example.org"):
        with pytest.raises(HandleTaken):
            record_person(viewer, "韩梅", [handle], now=now, is_new=True)
    assert names(viewer) == ["李雷"]


@pytest.mark.parametrize(("name", "handles", "wrong"), [("…", [], NoName), ("Ada", ["nothing"], NotAHandle)])
def test_what_is_no_name_or_no_handle_changes_nothing(viewer, now, name, handles, wrong):
    with pytest.raises(wrong):
        record_person(viewer, name, handles, now=now)

    assert names(viewer) == [] and history_page(viewer).total == 0


def test_one_undo_takes_them_back_and_a_redo_brings_them_again(viewer, now):
    record_person(viewer, "李雷", ["li@example.cn"], now=now)

    undo_last(viewer, now=now)
    assert names(viewer) == []
    restore_decision(viewer, now=now)
    assert names(viewer) == ["李雷"]


def test_it_stands_in_the_history_and_is_undone_there_by_its_number(viewer, now):
    person = record_person(viewer, "李雷", now=now)
    [row] = history_page(viewer, person_id=person.person_id).rows

    undo_by_number(viewer, row.number, now=now)

    assert row.because.code == "decided_person" and row.name == "李雷"
    assert names(viewer) == []


def test_it_is_no_import_of_the_list(viewer, now):
    record_person(viewer, "李雷", now=now)

    assert import_cards(viewer) == ()


def test_a_rebuild_keeps_number_name_and_what_was_noted(viewer, now):
    person = record_person(viewer, "李雷", now=now)
    record_value(viewer, person.person_id, "need", "供应链", now=now, on=DAY)

    rebuild_book(viewer, now=now)

    assert whom(viewer, "李雷").one.id == person.person_id
    assert [note.payload["text"] for note in notes(viewer.owner_id, ["value"], [], until=DAY)] == ["供应链"]


def test_a_rebuild_does_not_bring_back_who_was_undone(viewer, now):
    person = record_person(viewer, "李雷", now=now)
    undo_decision(viewer, person.decision_id, now=now)

    rebuild_book(viewer, now=now)

    assert names(viewer) == []


def test_they_can_be_merged_with_somebody_who_came_in(viewer, tmp_path, now):
    person = record_person(viewer, "雷子", now=now)
    import_paths(
        viewer, [address_book(tmp_path / "a.vcf", card("1", "李雷", "EMAIL:li@example.cn"))], now=now
    )
    other = whom(viewer, "li@example.cn").one

    decision_id = merge_people(viewer, person.person_id, other.id, now=now)
    assert whom(viewer, "li@example.cn").one.id == person.person_id
    undo_decision(viewer, decision_id, now=now)
    assert names(viewer) == ["李雷", "雷子"]


def test_who_was_erased_stays_erased_and_is_not_added_again_under_that_address(viewer, now):
    person = record_person(viewer, "李雷", ["li@example.cn"], now=now)
    erase_from_tables(viewer, person.person_id, now=now)

    with pytest.raises(ErasedBefore):
        record_person(viewer, "李雷", ["li@example.cn"], now=now)
    assert names(viewer) == [] and history_page(viewer).total == 0


def test_where_it_came_from_is_said_on_their_page(viewer, now):
    person = record_person(viewer, "李雷", ["li@example.cn"], now=now)
    shown = person_card(viewer, person.person_id, today=DAY)

    assert [each.text for each in shown.handles] == ["mailto:li@example.cn"]
    assert shown.handles[0].origins[0][0] == "by_hand"
