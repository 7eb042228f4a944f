"""Notes and tags of a person: kept, changed, taken away and back, through merge and rebuild (CAPTURE 1)."""

from datetime import timedelta

import pytest

from renmai.actions.book.export_book import export_book
from renmai.actions.book.noting import NobodyToNote, NoSuchNote, NothingSaid, TextTooLong
from renmai.actions.book.undo_decision import undo_by_number, undo_decision
from renmai.actions.capture.erase_from_book import erase_from_tables
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_own_note import (
    record_own_note,
    record_own_note_change,
    record_own_note_removal,
)
from renmai.actions.people.record_tag import NoSuchTag, record_tag, record_tag_removal, record_tag_rename
from renmai.queries.book.history import history_page
from renmai.queries.pages.people import people_page
from renmai.queries.people.notes import note_cards
from renmai.queries.people.tags import tag_cards
from renmai.store.models import Decision, Person
from renmai.wording import sentence
from tests.books import person_called
from tests.queries.books import TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
WHEN = {"now": TODAY, "on": DAY}
ADA, BOB = "Ada Brook <ada@mill.example>", "Bob Stone <bob@yard.example>"


@pytest.fixture
def people(viewer, tmp_path):
    box = Mailbox()
    box.rounds(ADA, (90, 60, 30))
    box.rounds(BOB, (80, 50, 20))
    box.imported(viewer, tmp_path)
    return person_called(viewer, "Ada Brook").pk, person_called(viewer, "Bob Stone").pk


def texts(viewer, person_id: int | None = None, on=DAY) -> list[str]:
    return [card.text for card in note_cards(viewer, today=on, person_id=person_id)]


def tags(viewer, on=DAY) -> dict[str, list[str]]:
    return {card.tag: [name for _, name in card.people] for card in tag_cards(viewer, today=on)}


def found(viewer, text: str) -> list[str]:
    return [row.name for row in people_page(viewer, today=DAY, search=text).rows]


def test_a_note_is_kept_with_its_lines_rewritten_removed_and_each_of_it_undone(viewer, people):
    ada, _ = people
    number = record_own_note(viewer, ada, "  allergic to nuts \n\n her son plays chess\n", **WHEN)
    assert texts(viewer, ada) == ["allergic to nuts\n\nher son plays chess"]
    assert record_own_note(viewer, ada, "allergic to nuts\n\nher son plays chess", **WHEN) is None

    changed = record_own_note_change(viewer, number, "allergic to eggs", now=TODAY, on=DAY)
    assert texts(viewer, ada) == ["allergic to eggs"]
    assert record_own_note_change(viewer, number, "allergic to eggs", **WHEN) is None
    removed = record_own_note_removal(viewer, number, **WHEN)
    assert texts(viewer, ada) == []
    with pytest.raises(NoSuchNote):
        record_own_note_change(viewer, number, "again", **WHEN)

    undo_decision(viewer, removed, now=TODAY)
    undo_decision(viewer, changed, now=TODAY)
    assert texts(viewer, ada)[0].startswith("allergic to nuts")


def test_a_note_is_looked_at_as_of_a_day(viewer, people):
    ada, _ = people
    number = record_own_note(viewer, ada, "one", now=TODAY, on=DAY - timedelta(days=9))
    record_own_note_change(viewer, number, "two", now=TODAY, on=DAY - timedelta(days=3))
    assert [texts(viewer, ada, DAY - timedelta(days=each)) for each in (10, 9, 3)] == [[], ["one"], ["two"]]


def test_what_is_empty_too_long_or_of_the_owner_is_refused_and_nothing_is_kept(viewer, people):
    ada, _ = people
    me = Person.objects.get(is_me=True).pk
    for person_id, text, refusal in (
        (ada, " \n ", NothingSaid),
        (ada, "x" * 10_001, TextTooLong),
        (me, "mine", NobodyToNote),
    ):
        with pytest.raises(refusal):
            record_own_note(viewer, person_id, text, **WHEN)
    for person_id, tag, refusal in (
        (ada, " # ", NothingSaid),
        (ada, "x" * 41, TextTooLong),
        (me, "vip", NobodyToNote),
    ):
        with pytest.raises(refusal):
            record_tag(viewer, person_id, tag, **WHEN)
    assert not Decision.objects.filter(kind__in=["note", "tag"]).exists()


def test_search_finds_people_by_words_of_notes_and_tags_as_they_stand_in_both_writings(viewer, people):
    ada, bob = people
    number = record_own_note(viewer, ada, "女儿在学围棋，她喜欢乌龙茶", **WHEN)
    record_tag(viewer, bob, "climbing", **WHEN)
    assert found(viewer, "围棋") == found(viewer, "圍棋") == found(viewer, "烏龍茶") == ["Ada Brook"]
    assert found(viewer, "climbing") == ["Bob Stone"]

    record_own_note_change(viewer, number, "女儿在学钢琴", **WHEN)
    record_tag_rename(viewer, "climbing", "mountains", **WHEN)
    assert found(viewer, "围棋") == found(viewer, "climbing") == []
    assert (found(viewer, "鋼琴"), found(viewer, "mountains")) == (["Ada Brook"], ["Bob Stone"])

    record_own_note_removal(viewer, number, **WHEN)
    record_tag_removal(viewer, bob, "mountains", **WHEN)
    assert found(viewer, "钢琴") == found(viewer, "mountains") == []


def test_a_tag_is_put_on_taken_off_and_called_otherwise_for_everybody(viewer, people):
    ada, bob = people
    record_tag(viewer, ada, "#Climbing", **WHEN)
    assert record_tag(viewer, ada, "climbing", **WHEN) is None
    record_tag(viewer, bob, "climbing", **WHEN)
    assert tags(viewer) == {"Climbing": ["Ada Brook", "Bob Stone"]}

    renamed = record_tag_rename(viewer, "climbing", "mountains", **WHEN)
    assert record_tag_rename(viewer, "mountains", "mountains", **WHEN) is None
    assert tags(viewer) == {"mountains": ["Ada Brook", "Bob Stone"]}
    with pytest.raises(NoSuchTag):
        record_tag_rename(viewer, "climbing", "rocks", **WHEN)

    record_tag_removal(viewer, bob, "mountains", **WHEN)
    assert tags(viewer) == {"mountains": ["Ada Brook"]}
    with pytest.raises(NoSuchTag):
        record_tag_removal(viewer, bob, "mountains", **WHEN)

    undo_by_number(viewer, renamed, now=TODAY)
    assert tags(viewer) == {"Climbing": ["Ada Brook"]}


def test_people_are_filtered_by_tag_beside_search_and_tier(viewer, people):
    ada, bob = people
    record_tag(viewer, ada, "vip", **WHEN)
    page = people_page(viewer, today=DAY, tag="VIP")
    assert ([row.name for row in page.rows], page.found, page.tags) == (["Ada Brook"], 1, {"vip": 1})
    assert people_page(viewer, today=DAY, tag="vip", search="bob").rows == ()
    assert people_page(viewer, today=DAY, tag="vip", tier=5).rows == ()
    assert people_page(viewer, today=DAY, tag="nobody").found == 0


def test_notes_and_tags_follow_through_merge_its_undo_and_rebuild(viewer, people):
    ada, bob = people
    record_own_note(viewer, ada, "of Ada", **WHEN)
    record_own_note(viewer, bob, "of Bob", **WHEN)
    for person_id in people:
        record_tag(viewer, person_id, "vip", **WHEN)
    merged = merge_people(viewer, ada, bob, now=TODAY)
    rebuild_book(viewer, now=TODAY)
    [one] = Person.objects.filter(is_person=True, is_me=False)
    assert set(texts(viewer, one.pk)) == {"of Ada", "of Bob"}
    record_tag_removal(viewer, one.pk, "vip", **WHEN)
    assert tags(viewer) == {}

    undo_by_number(viewer, merged, now=TODAY)
    assert texts(viewer, person_called(viewer, "Bob Stone").pk) == ["of Bob"]


def test_history_says_each_in_the_owner_s_words(viewer, people):
    ada, _ = people
    number = record_own_note(viewer, ada, "allergic", **WHEN)
    record_own_note_change(viewer, number, "not allergic", **WHEN)
    record_tag(viewer, ada, "vip", **WHEN)
    record_tag_rename(viewer, "vip", "close", **WHEN)
    rows = history_page(viewer).rows[:4]
    assert [(sentence(row.because), row.text) for row in rows] == [
        ("A tag called otherwise", "close"),
        ("A tag of Ada Brook", "vip"),
        ("A note of Ada Brook written anew", "not allergic"),
        ("A note of Ada Brook", "allergic"),
    ]
    assert rows[3].resting == (rows[2].number,)


def test_an_export_holds_them_and_erasing_somebody_takes_them(viewer, people, tmp_path):
    ada, bob = people
    record_own_note(viewer, ada, "Wears a green coat", **WHEN)
    record_tag(viewer, ada, "greencoats", **WHEN)
    record_own_note(viewer, bob, "stays", **WHEN)
    export_book(viewer, tmp_path / "book", now=TODAY)
    text = "".join(path.read_text() for path in (tmp_path / "book").rglob("*.json*"))
    assert "Wears a green coat" in text and "greencoats" in text

    erase_from_tables(viewer, ada, now=TODAY)
    assert texts(viewer) == ["stays"]
    assert tags(viewer) == {}
    assert not Decision.objects.filter(payload__icontains="green").exists()
