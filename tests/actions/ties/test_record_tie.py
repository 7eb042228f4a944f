"""The owner's word on a tie: beside what is computed, through merge, split, rebuild and undo (T2)."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from renmai.actions.book.export_book import export_book
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_import import undo_import
from renmai.actions.capture.undo_last import undo_last
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_me import record_me
from renmai.actions.people.split_person import split_person
from renmai.actions.ties.record_tie import AS_COMPUTED, NoSuchWord, NoTieToCorrect, record_tie
from renmai.actions.today.plan_day import plan_day
from renmai.domain.book.refusals import NoSuchPerson
from renmai.queries.pages.people import people_page
from renmai.queries.ties.one import tie_row
from renmai.queries.today.page import today_card
from renmai.store.models import Decision, Mention, Person
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import TODAY, Mailbox
from tests.traces import address_book, card

DAY = TODAY.date()
NOW = TODAY + timedelta(hours=1)


def letters() -> Mailbox:
    """Return Ada's, long weekly and cooling since; Bob's, once both ways at two addresses; a list's."""
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", range(40, 420, 7))
    box.rounds("Bob Marsh <bob@mill.example>", [30])
    box.rounds("Robert Marsh <bob@home.example>", [50])
    box.add("Carl Roe <carl@news.example>", "talk@lists.example", 9, "All", List_Id="<talk.lists.example>")
    return box


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """A book of these letters, looked at on its day."""
    letters().imported(viewer, tmp_path)
    plan_day(viewer, today=DAY)
    return viewer


def looked_at(book, name: str, *, on: date = DAY):
    return tie_row(book, person_called(book, name).pk, today=on).tie


def say(book, name: str, *, at: datetime = NOW, because: str = "", **said) -> int | None:
    return record_tie(book, person_called(book, name).pk, said, now=at, because=because)


def test_a_class_said_is_shown_and_counted_beside_the_computed_one(book):
    """T2: both are shown, with who said so and when; People filters and counts by the owner's."""
    say(book, "Bob Marsh", tie_class="strong", because="  We were at  school together. ")
    bob, page = looked_at(book, "Bob Marsh"), people_page(book, today=DAY, view="strong")

    assert (bob.tie_class, bob.tie_class_computed) == ("strong", "weak")
    assert (bob.declared.tie_class.because, bob.declared.tie_class.on) == (
        "We were at school together.",
        DAY,
    )
    assert [row.name for row in page.rows] == ["Ada Byron", "Bob Marsh"]
    assert (page.counts["strong"], page.counts["weak"]) == (2, 1)


def test_a_strength_said_changes_the_order_and_nothing_that_is_computed(book):
    """T3: the engine's figures and what it learns from stay as they are."""
    before = looked_at(book, "Bob Marsh")
    say(book, "Bob Marsh", strength=0.99)
    bob = looked_at(book, "Bob Marsh")

    assert [row.name for row in people_page(book, today=DAY).rows][0] == "Bob Marsh"
    assert (bob.strength, bob.strength_computed, bob.strength_before) == (0.99, before.strength, None)
    assert bob.why == before.why


def test_whom_the_owner_calls_a_pseudo_tie_is_not_proposed_and_whom_they_call_real_is(book):
    """T2, P1: the class takes effect where it is used."""
    assert "Ada Byron" in [item.name for item in today_card(book, today=DAY).items]
    say(book, "Ada Byron", tie_class="pseudo")
    assert "Ada Byron" not in [item.name for item in today_card(book, today=DAY).items]

    undo_last(book, now=NOW)
    assert "Ada Byron" in [item.name for item in today_card(book, today=DAY).items]


def test_somebody_without_a_trace_can_be_kin(book, tmp_path):
    import_paths(book, [address_book(tmp_path / "c.vcf", card("1", "Cleo", "TEL:+8613800138000"))], now=NOW)
    assert looked_at(book, "Cleo") is None
    say(book, "Cleo", bond="kin", at=NOW + timedelta(minutes=1))
    cleo = looked_at(book, "Cleo")

    assert (cleo.tie_class, cleo.tie_class_computed, cleo.strength_computed) == ("strong", None, None)
    assert (cleo.why, cleo.declared.bond.value) == (None, "kin")
    assert "Cleo" in [row.name for row in people_page(book, today=DAY, view="strong").rows]
    undo_last(book, now=NOW)
    assert looked_at(book, "Cleo") is None


def test_the_word_stays_over_a_rebuild_and_when_everything_comes_in_again(book, tmp_path):
    say(book, "Bob Marsh", tie_class="strong", strength=0.7)
    rebuild_book(book, now=NOW)
    assert looked_at(book, "Bob Marsh").tie_class == "strong"

    letters().imported(book, tmp_path)
    bob = looked_at(book, "Bob Marsh")
    assert (bob.tie_class, bob.strength) == ("strong", 0.7)


def test_the_word_waits_for_somebody_whose_import_was_undone(viewer, tmp_path):
    report = letters().imported(viewer, tmp_path)
    say(viewer, "Bob Marsh", tie_class="strong")
    undo_import(viewer, report.import_id, now=NOW)
    assert not Person.objects.filter(name="Bob Marsh").exists()

    letters().imported(viewer, tmp_path)
    assert looked_at(viewer, "Bob Marsh").tie_class == "strong"


def test_of_two_who_turn_out_to_be_one_the_later_word_holds(book):
    """C2: a merge joins what was said of both, undoing it parts it again."""
    say(book, "Robert Marsh", tie_class="pseudo", strength=0.1)
    say(book, "Bob Marsh", tie_class="strong", at=NOW + timedelta(hours=1))
    kept, other = person_called(book, "Bob Marsh"), person_called(book, "Robert Marsh")
    merge = merge_people(book, kept.pk, other.pk, now=NOW + timedelta(hours=2))
    both = tie_row(book, kept.pk, today=DAY).tie
    assert (both.tie_class, both.strength) == ("strong", 0.1)

    undo_decision(book, merge, now=NOW)
    assert looked_at(book, "Bob Marsh").declared.strength is None
    assert looked_at(book, "Robert Marsh").tie_class == "pseudo"


def test_the_word_stays_with_the_handle_it_was_said_of_when_a_person_is_split(book):
    """C2."""
    kept, other = person_called(book, "Bob Marsh"), person_called(book, "Robert Marsh")
    merge_people(book, kept.pk, other.pk, now=NOW)
    record_tie(book, kept.pk, {"tie_class": "strong"}, now=NOW + timedelta(hours=1))
    leaving = Mention.objects.filter(carried__handle__value="bob@home.example").values_list("pk", flat=True)
    split_person(book, kept.pk, list(leaving), now=NOW + timedelta(hours=2))

    assert tie_row(book, kept.pk, today=DAY).tie.tie_class == "strong"
    left = Person.objects.get(mentions__carried__handle__value="bob@home.example")
    assert tie_row(book, left.pk, today=DAY).tie.declared is None


def test_taking_it_back_and_undoing_that_are_decisions_too(book):
    first = say(book, "Bob Marsh", tie_class="strong", strength=0.7)
    record_tie(book, person_called(book, "Bob Marsh").pk, AS_COMPUTED, now=NOW + timedelta(hours=1))
    assert looked_at(book, "Bob Marsh").declared is None

    undone = undo_last(book, now=NOW)
    assert (undone.kind, undone.name) == ("tie", "Bob Marsh")
    assert looked_at(book, "Bob Marsh").strength == 0.7
    undo_decision(book, first, now=NOW)
    assert looked_at(book, "Bob Marsh").declared is None
    undo_decision(book, first, now=NOW)
    assert looked_at(book, "Bob Marsh").tie_class == "weak"


def test_saying_the_same_twice_changes_nothing_and_a_new_word_leaves_the_old_one_its_day(book):
    say(book, "Bob Marsh", tie_class="strong", because="school")
    later = NOW + timedelta(days=9)
    assert say(book, "Bob Marsh", tie_class="strong", at=later) is None
    assert say(book, "Bob Marsh", tie_class="strong", strength=0.7, at=later) is not None
    declared = looked_at(book, "Bob Marsh").declared

    assert (declared.tie_class.on, declared.tie_class.because) == (DAY, "school")
    assert (declared.strength.on, declared.latest.value) == (date(2026, 4, 25), 0.7)
    assert say(book, "Bob Marsh", tie_class="strong", because="and work", at=later) is not None
    assert looked_at(book, "Bob Marsh").declared.tie_class.because == "and work"


def test_what_is_said_as_of_another_day_carries_that_day(book):
    counts_at = datetime(2025, 6, 1, 12, tzinfo=UTC)
    bob = person_called(book, "Bob Marsh")
    record_tie(book, bob.pk, {"bond": "friend"}, now=NOW, counts_at=counts_at)

    assert looked_at(book, "Bob Marsh").declared.bond.on == date(2025, 6, 1)


@pytest.mark.parametrize(
    "said",
    [
        {"tie_class": "friendly"},
        {"tie_class": ""},
        {"bond": "strong"},
        {"strength": 1.2},
        {"strength": -0.1},
        {"strength": float("nan")},
        {"strength": "much"},
    ],
)
def test_what_is_no_class_bond_or_strength_is_refused(book, said):
    with pytest.raises(NoSuchWord):
        say(book, "Bob Marsh", **said)
    assert not Decision.objects.filter(kind="tie").exists()


def test_nobody_the_owner_and_a_list_have_no_tie_to_speak_of(book):
    with pytest.raises(NoSuchPerson):
        record_tie(book, 10**6, {"tie_class": "strong"}, now=NOW)
    nobodies = [Person.objects.get(is_me=True), Person.objects.filter(is_person=False).first()]
    for one in nobodies:
        with pytest.raises(NoTieToCorrect):
            record_tie(book, one.pk, {"tie_class": "strong"}, now=NOW)


def test_the_word_goes_silent_when_the_person_turns_out_to_be_the_owner(book):
    say(book, "Bob Marsh", tie_class="strong")
    record_me(book, ["bob@mill.example"], now=NOW)

    assert "strong" not in [
        row.tie.tie_class for row in people_page(book, today=DAY).rows if row.name == "Bob Marsh"
    ]
    assert people_page(book, today=DAY).counts["strong"] == 1


def test_the_export_holds_what_was_said(book, tmp_path):
    """X1."""
    say(book, "Bob Marsh", tie_class="strong", because="school")
    export_book(book, tmp_path / "out", now=NOW)
    lines = (tmp_path / "out" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    [said] = [row for row in map(json.loads, lines) if row["kind"] == "tie"]

    assert said["anchor"] == "mailto:bob@mill.example"
    assert said["payload"] == {"said": {"tie_class": "strong"}, "because": "school", "name": "Bob Marsh"}
