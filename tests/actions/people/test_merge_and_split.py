"""Merge and split: decisions that bind every later rebuild and can be undone, exactly (C2)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renmai.actions.book.undo_decision import NoSuchDecision, undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_last import NothingToUndo, undo_last
from renmai.actions.people.merge_people import SamePerson, merge_people
from renmai.actions.people.record_me import record_me
from renmai.actions.people.record_name import record_name
from renmai.actions.people.split_person import NothingToSplit, split_person
from renmai.domain.book.refusals import NoSuchPerson
from renmai.store.models import Mention, Person
from renmai.store.people import search
from tests.books import content, exactly, person_called
from tests.built_once import built_once
from tests.traces import address_book, card, mailbox

ME = "me@example.org"


@pytest.fixture
@built_once
def book(viewer, tmp_path, now):
    letters = mailbox(
        tmp_path / "letters.mbox",
        f"""
        1 2026-01-05 {ME} > Ada Byron <ada@home.example>
        2 2026-01-06 Ada Lovelace <ada@work.example> > {ME}
        3 2026-01-07 Ann Lee <ann.lee@example.org> > {ME}
        4 2026-01-08 Ben Lee <ann.lee@example.org> > {ME}
        """,
    )
    import_paths(viewer, [letters], now=now, me=[ME])
    return viewer


def more(book, tmp_path, now, text: str) -> None:
    import_paths(book, [mailbox(tmp_path / "more.mbox", text)], now=now)


def test_a_merge_keeps_the_person_it_names(book, now):
    kept, other = person_called(book, "Ada Lovelace"), person_called(book, "Ada Byron")
    merge_people(book, kept.pk, other.pk, now=now)

    assert not Person.objects.filter(pk=other.pk).exists()
    assert set(Person.objects.get(pk=kept.pk).mentions.values_list("carried__handle__value", flat=True)) == {
        "ada@home.example",
        "ada@work.example",
    }
    assert search.find(book.owner_id, "byron") == [kept.pk]


def test_undoing_a_merge_restores_exactly_what_was(book, now):
    before = exactly(book)
    decision = merge_people(
        book, person_called(book, "Ada Lovelace").pk, person_called(book, "Ada Byron").pk, now=now
    )
    assert exactly(book) != before

    undo_decision(book, decision, now=now)
    assert exactly(book) == before
    undo_decision(book, decision, now=now)
    assert exactly(book) == before


def test_a_merge_binds_a_rebuild_and_what_comes_in_later(book, tmp_path, now):
    kept, other = person_called(book, "Ada Lovelace"), person_called(book, "Ada Byron")
    merge_people(book, kept.pk, other.pk, now=now)
    rebuild_book(book, now=now)
    more(book, tmp_path, now, f"9 2026-02-01 Countess <ada@home.example> > {ME}")

    assert set(Person.objects.filter(mentions__name="Countess").values_list("pk", flat=True)) == {kept.pk}


def test_a_split_makes_another_person_and_leaves_the_first_its_id(book, now):
    [person] = Person.objects.filter(mentions__name="Ann Lee")
    split_person(book, person.pk, [Mention.objects.get(name="Ben Lee").pk], now=now)

    assert Mention.objects.get(name="Ann Lee").person_id == person.pk
    assert Mention.objects.get(name="Ben Lee").person_id != person.pk
    rebuild_book(book, now=now)
    assert Mention.objects.get(name="Ann Lee").person_id == person.pk


def test_undoing_a_split_restores_exactly_what_was(book, now):
    before = exactly(book)
    [person] = Person.objects.filter(mentions__name="Ann Lee")
    decision = split_person(book, person.pk, [Mention.objects.get(name="Ben Lee").pk], now=now)
    assert exactly(book) != before

    undo_decision(book, decision, now=now)
    assert exactly(book) == before


def test_mails_from_the_same_address_leave_with_the_one_that_is_split_off(book, tmp_path, now):
    kept, other = person_called(book, "Ada Lovelace"), person_called(book, "Ada Byron")
    more(book, tmp_path, now, f"9 2026-02-01 Countess <ada@home.example> > {ME}")
    merge_people(book, kept.pk, other.pk, now=now)
    split_person(book, kept.pk, [Mention.objects.get(name="Countess").pk], now=now + timedelta(hours=1))

    assert Mention.objects.get(name="Ada Byron").person_id == Mention.objects.get(name="Countess").person_id
    assert Mention.objects.get(name="Ada Lovelace").person_id == kept.pk


def test_a_person_cannot_be_split_into_themselves_and_nobody(book, now):
    person = person_called(book, "Ada Byron")
    for mention_ids in ([], [-1], list(person.mentions.values_list("pk", flat=True))):
        with pytest.raises(NothingToSplit):
            split_person(book, person.pk, mention_ids, now=now)


def test_nobody_can_be_merged_with_themselves_or_with_nobody(book, now):
    person = person_called(book, "Ada Byron")
    with pytest.raises(SamePerson):
        merge_people(book, person.pk, person.pk, now=now)
    with pytest.raises(NoSuchPerson):
        merge_people(book, person.pk, 10**6, now=now)


def test_a_later_merge_heals_a_split_and_undoing_it_parts_them_again(book, now):
    [person] = Person.objects.filter(mentions__name="Ann Lee")
    split_person(book, person.pk, [Mention.objects.get(name="Ben Lee").pk], now=now)
    parted = exactly(book)
    ben = Mention.objects.get(name="Ben Lee").person_id
    merge = merge_people(book, person.pk, ben, now=now + timedelta(hours=1))
    assert Mention.objects.get(name="Ben Lee").person_id == person.pk

    undo_decision(book, merge, now=now)
    assert exactly(book) == parted


def test_decisions_may_be_undone_in_any_order(book, now):
    before = exactly(book)
    first = merge_people(
        book, person_called(book, "Ada Lovelace").pk, person_called(book, "Ada Byron").pk, now=now
    )
    [family] = Person.objects.filter(mentions__name="Ann Lee")
    second = split_person(
        book, family.pk, [Mention.objects.get(name="Ben Lee").pk], now=now + timedelta(hours=1)
    )
    third = record_name(book, family.pk, "The Lees", now=now + timedelta(hours=2))
    for decision in (second, first, third):
        undo_decision(book, decision, now=now)

    assert exactly(book) == before


def test_the_owner_s_own_name_for_somebody_stays_over_a_rebuild(book, now):
    person = person_called(book, "Ada Byron")
    record_name(book, person.pk, "爱达", now=now)
    rebuild_book(book, now=now)

    assert Person.objects.get(pk=person.pk).name == "爱达"
    assert search.find(book.owner_id, "aida") == [person.pk]
    assert search.find(book.owner_id, "byron") == [person.pk]


def test_the_latest_name_given_to_somebody_counts(book, now):
    person_id = person_called(book, "Ada Byron").pk
    record_name(book, person_id, "爱达", now=now)
    record_name(book, person_id, "The Countess", now=now + timedelta(hours=1))

    assert Person.objects.get(pk=person_id).name == "The Countess"


def test_names_given_to_many_cost_an_import_no_statement_more(book, tmp_path, now):
    def statements(day: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            more(
                book,
                tmp_path,
                now + timedelta(hours=day),
                f"1{day} 2026-02-0{day} Eve <eve@example.org> > {ME}",
            )
        return len(asked)

    statements(1)
    before = statements(2)
    for name in ("Ada Byron", "Ada Lovelace", "Eve"):
        record_name(book, person_called(book, name).pk, f"{name} II", now=now)

    assert statements(3) == before


def test_undoing_that_a_handle_is_mine_makes_it_somebody_else_s(book, now):
    before = content(book)
    [decision] = record_me(book, ["ada@home.example"], now=now)
    assert not Person.objects.filter(name="Ada Byron", is_me=False).exists()

    undo_decision(book, decision, now=now)
    assert content(book) == before
    assert record_me(book, [ME], now=now) == []


def test_undo_last_takes_back_what_was_done_last(book, tmp_path, now):
    more(book, tmp_path, now + timedelta(hours=1), f"9 2026-02-01 Eve <eve@example.org> > {ME}")
    record_name(book, person_called(book, "Eve").pk, "Eva", now=now + timedelta(hours=2))

    assert undo_last(book, now=now).kind == "name"
    assert person_called(book, "Eve").name == "Eve"
    assert undo_last(book, now=now).kind == "import"
    assert not Person.objects.filter(name="Eve").exists()
    assert undo_last(book, now=now).kind == "import"
    assert undo_last(book, now=now).kind == "me"
    with pytest.raises(NothingToUndo):
        undo_last(book, now=now)


def test_there_is_no_undoing_somebody_else_s_decision(book, now):
    with pytest.raises(NoSuchDecision):
        undo_decision(book, 10**6, now=now)


def test_after_a_split_no_handle_stands_on_both_sides(book, tmp_path, now):
    """C2: a card that stays carries an address that leaves no more, until that is undone."""
    both = card("u9", "Cleo Vane", "EMAIL:cleo@one.example", "EMAIL:cleo@two.example")
    import_paths(book, [address_book(tmp_path / "cards.vcf", both)], now=now)
    more(
        book,
        tmp_path,
        now,
        f"8 2026-01-09 Cleo <cleo@one.example> > {ME}\n9 2026-01-10 C <cleo@two.example> > {ME}",
    )
    person = person_called(book, "Cleo Vane")
    leaving = list(Mention.objects.filter(name="C").values_list("pk", flat=True))
    before = exactly(book)
    decision = split_person(book, person.pk, leaving, now=now)
    rebuild_book(book, now=now)

    sides = Mention.objects.filter(carried__handle__value="cleo@two.example").values_list(
        "person_id", flat=True
    )
    assert set(sides) == {Mention.objects.get(name="C").person_id} != {person.pk}
    undo_decision(book, decision, now=now)
    assert exactly(book) == before
