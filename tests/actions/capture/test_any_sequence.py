"""Whatever the owner does in whatever order: a rebuild changes nothing, undoing everything leaves nothing."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_import import undo_import
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_me import record_me
from renmai.actions.people.record_name import record_name
from renmai.actions.people.split_person import NothingToSplit, split_person
from renmai.domain.book.refusals import Refused
from renmai.store.models import (
    Decision,
    Fact,
    Handle,
    Import,
    InboxRecord,
    Interaction,
    Mention,
    Person,
    Sighting,
)
from tests.books import content
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
SAID = "| List-Post: <mailto:chess@clubs.example>"
PIECES = (
    f"1 2026-01-05 {ME} > Ada <ada@example.org>, go@clubs.example\n"
    f"2 2026-01-06 Ada B <ada@example.org> > {ME}",
    f"2 2026-01-06 Ada B <ada@example.org> > {ME}\n"
    f"3 2026-01-07 Eve <eve@example.org> > {ME}, Ada <ada@x.example>",
    f"4 2026-01-08 Pump <pump@plant.example> > {ME} | Auto-Submitted: auto-replied",
    f"5 2026-01-09 {ME} > chess@clubs.example, Pump <pump@plant.example> {SAID}",
)
CARDS = (
    card("1", "Ada Byron", "EMAIL:ada@example.org", "EMAIL:ada@x.example"),
    card("1", "Ada Lovelace", "EMAIL:ada@x.example"),
    card("2", "Eve Ray", "EMAIL:eve@example.org", "TEL;TYPE=CELL:13800138000"),
)
STEPS = st.tuples(
    st.sampled_from(["import", "card", "merge", "split", "me", "name", "undo", "undo_import", "rebuild"]),
    st.integers(0, 50),
    st.integers(0, 50),
)


@pytest.fixture
def files(tmp_path):
    letters = [mailbox(tmp_path / f"{n}.mbox", text) for n, text in enumerate(PIECES)]
    cards = [address_book(tmp_path / f"{n}.vcf", text) for n, text in enumerate(CARDS)]
    return letters, cards


def act(viewer, files, step: tuple[str, int, int], now) -> None:
    """Do one thing; what is refused changes nothing."""
    what, a, b = step
    letters, cards = files
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    decisions = list(Decision.objects.order_by("pk").values_list("pk", flat=True))
    imports = list(Import.objects.order_by("pk").values_list("pk", flat=True))
    doing: dict[str, Callable[[], object]] = {
        "import": lambda: import_paths(viewer, [letters[a % len(letters)]], now=now),
        "card": lambda: import_paths(viewer, [cards[a % len(cards)]], now=now),
        "me": lambda: record_me(viewer, [[ME, "ada@x.example"][a % 2]], now=now),
        "rebuild": lambda: rebuild_book(viewer, now=now),
    }
    if people:
        one, other = people[a % len(people)], people[b % len(people)]
        doing["merge"] = lambda: merge_people(viewer, one, other, now=now)
        doing["name"] = lambda: record_name(viewer, one, f"Named {b}", now=now)
        mentions = list(Mention.objects.filter(person_id=one).order_by("pk").values_list("pk", flat=True))
        doing["split"] = lambda: split_person(viewer, one, mentions[b % len(mentions) :], now=now)
    if decisions:
        doing["undo"] = lambda: undo_decision(viewer, decisions[a % len(decisions)], now=now)
    if imports:
        doing["undo_import"] = lambda: undo_import(viewer, imports[a % len(imports)], now=now)
    try:
        doing.get(what, lambda: None)()
    except Refused as refusal:
        assert isinstance(refusal, NothingToSplit) or refusal.because.code == "same_person"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=12))
def test_a_rebuild_changes_nothing_and_undoing_everything_leaves_nothing(viewer, files, now, steps):
    with transaction.atomic():
        for number, step in enumerate(steps):
            act(viewer, files, step, now + timedelta(minutes=number))
        before = content(viewer)
        rebuild_book(viewer, now=now)
        assert content(viewer) == before

        for decision_id in Decision.objects.values_list("pk", flat=True):
            undo_decision(viewer, decision_id, now=now)
        for import_id in Import.objects.values_list("pk", flat=True):
            undo_import(viewer, import_id, now=now)
        for model in (InboxRecord, Sighting, Interaction, Mention, Handle, Fact, Person):
            assert not model.objects.exists(), model
        transaction.set_rollback(True)
