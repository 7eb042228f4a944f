"""Today as it is kept: made once, thrown away by every change, never other than made from nothing."""

from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_thanks import record_thanks
from renmai.actions.asks.record_wish import record_wish
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.erase_from_book import erase_from_tables
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.record_settings import record_settings
from renmai.actions.capture.undo_import import undo_import
from renmai.actions.network.record_introducer import record_introducer
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_me import record_me
from renmai.actions.people.record_name import record_name
from renmai.actions.people.split_person import split_person
from renmai.actions.ties.record_tie import record_tie
from renmai.actions.ties.record_tier import record_tier
from renmai.actions.today.plan_day import plan_day
from renmai.actions.today.record_outcome import record_outcome
from renmai.actions.together.record_promise import record_promise
from renmai.actions.value.record_value import record_value
from renmai.domain.book.refusals import Refused
from renmai.domain.ties.tiers import Tier
from renmai.domain.ties.ties import Tie
from renmai.queries.book.viewers import viewer_of_this_book
from renmai.queries.pages.frame import frame_card
from renmai.queries.today import page
from renmai.queries.today.page import today_card
from renmai.store.book import kept_cards
from renmai.store.models import Decision, Import, KeptCard, Mention, Person
from renmai.store.ties.events import events_of
from renmai.upkeep.book import wanted
from renmai.upkeep.ties.figures import Computed
from tests.queries.books import ME, TODAY, Mailbox

DAY = TODAY.date()
ADA, BOB, EVE = "Ada Byron <ada@books.example>", "Bob Marsh <bob@books.example>", "eve@books.example"
CARD = "BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Ada Byron\nEMAIL:ada@books.example\nBDAY:1990-04-20\nEND:VCARD\n"


def boxes() -> tuple[Mailbox, ...]:
    """Return mailboxes that tell of a rhythm, of a question that waits, and of one more answer."""
    known, asking, later = Mailbox(), Mailbox(), Mailbox()
    known.rounds(ADA, range(200, 40, -10))
    known.rounds(BOB, [80, 60, 40])
    asking.raw = list(known.raw)
    asking.add(BOB, ME, 3, "Could you send it?")
    asking.add(EVE, ME, 2, "Who are you?")
    later.raw = list(asking.raw)
    later.add(ME, BOB, 1, "Here it is.", subject="Re: Hello")
    return known, asking, later


@pytest.fixture
def files(tmp_path):
    """Files that tell more and more of three people, and one card."""
    paths = []
    for number, box in enumerate(boxes()):
        paths.append(tmp_path / f"{number}.mbox")
        paths[-1].write_bytes(b"".join(box.raw))
    paths.append(tmp_path / "ada.vcf")
    paths[-1].write_text(CARD)
    return paths


@pytest.fixture
def made(monkeypatch) -> list[object]:
    """Count how often Today is made."""
    days: list[object] = []
    make = page._made
    monkeypatch.setattr(page, "_made", lambda viewer, day: days.append(day) or make(viewer, day))
    return days


def test_the_same_plan_is_made_once_for_every_page_that_asks(viewer, files, made):
    import_paths(viewer, files[:2], now=TODAY, me=[ME])
    first = today_card(viewer, today=DAY)
    assert {item.kind for item in first.items} >= {"reply"}

    assert today_card(viewer, today=DAY) == first
    assert (
        frame_card(viewer, today=DAY).today_total
        == frame_card(viewer, today=DAY).today_total
        == len(first.items)
    )
    assert made == [DAY]


def test_another_day_another_language_and_every_note_make_it_anew(viewer, files, made):
    import_paths(viewer, files[:2], now=TODAY, me=[ME])
    today_card(viewer, today=DAY)
    today_card(viewer, today=DAY + timedelta(days=1))
    today_card(viewer, today=DAY)
    record_settings(viewer, language="zh-hans", now=TODAY)
    today_card(viewer_of_this_book(), today=DAY)
    record_promise(viewer, Person.objects.get(name="Ada Byron").pk, "The map", now=TODAY, on=DAY)
    today_card(viewer_of_this_book(), today=DAY)

    assert len(made) == 5


def test_a_plan_made_while_something_changed_is_handed_out_and_not_kept(viewer, files, monkeypatch):
    import_paths(viewer, files[:2], now=TODAY, me=[ME])
    today_card(viewer, today=DAY)
    KeptCard.objects.all().delete()
    make = page._made

    def meanwhile(*args):
        card = make(*args)
        record_promise(viewer, Person.objects.get(name="Ada Byron").pk, "The map", now=TODAY, on=DAY)
        return card

    monkeypatch.setattr(page, "_made", meanwhile)
    today_card(viewer, today=DAY)

    assert not KeptCard.objects.filter(name="today").exists()


@pytest.mark.django_db(transaction=True)
def test_a_look_never_waits_for_somebody_who_writes(viewer, home):
    with another_writer():
        kept_cards.keep(viewer.owner_id, "today", "a day", "{}", revision=0)
        assert not KeptCard.objects.exists()
    kept_cards.keep(viewer.owner_id, "today", "a day", "{}", revision=0)

    assert kept_cards.card(viewer.owner_id, "today") == ("a day", "{}")
    assert kept_cards.card_at(viewer.owner_id, "today") == (0, ("a day", "{}"))


@pytest.fixture
def hurried(viewer, files, monkeypatch):
    """Whoever looks at a page of a large book, whose Today was made; the worker comes later."""
    monkeypatch.setattr(wanted, "SMALL_ACTS", 0)
    import_paths(viewer, [files[1], files[3]], now=TODAY, me=[ME])
    plan_day(viewer, today=DAY)
    return replace(viewer, can_wait=False)


def test_after_a_note_a_page_of_a_large_book_makes_no_plan_and_what_was_answered_is_gone(
    viewer, hurried, made
):
    before = today_card(hurried, today=DAY)
    first, *others = before.items
    made.clear()
    record_outcome(viewer, first.key, "done", now=TODAY)

    assert [item.key for item in today_card(hurried, today=DAY).items] == [item.key for item in others]
    assert made == [] and frame_card(hurried, today=DAY).is_working_out
    plan_day(viewer, today=DAY)
    assert made == [DAY] and not frame_card(hurried, today=DAY).is_working_out
    assert today_card(hurried, today=DAY) == today_card(viewer, today=DAY) and made == [DAY]


def test_whoever_is_gone_is_on_no_page_made_before(viewer, hurried, made):
    before = today_card(hurried, today=DAY)
    gone = before.items[0].person_id
    made.clear()
    Person.objects.filter(pk=gone).update(is_person=False)
    other = Person.objects.filter(is_person=True, is_me=False).exclude(pk=gone).earliest("pk")
    record_promise(viewer, other.pk, "The map", now=TODAY, on=DAY)

    found = today_card(hurried, today=DAY)
    assert made == []
    assert gone not in {item.person_id for item in (*found.items, *found.waiting)}
    assert {item.person_id for item in found.items} == {i.person_id for i in before.items} - {gone}


def test_of_an_erased_person_no_card_is_kept(viewer, hurried):
    eve = next(item for item in today_card(hurried, today=DAY).items if "eve" in item.name.casefold())
    assert any("eve@books.example" in text for text in KeptCard.objects.values_list("card", flat=True))
    erase_from_tables(viewer, eve.person_id, now=TODAY)

    assert not any("eve@books.example" in text for text in KeptCard.objects.values_list("card", flat=True))


def test_another_day_is_made_and_not_taken_from_the_day_before(hurried, made):
    made.clear()
    assert today_card(hurried, today=DAY + timedelta(days=1)).today == DAY + timedelta(days=1)
    assert made == [DAY + timedelta(days=1)]


@contextmanager
def another_writer():
    """Hold the book as an import of another process would."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            yield
            cursor.execute("ROLLBACK")
    finally:
        other.close()


SIDES = ("recipient", "sender")
STEPS = st.tuples(
    st.sampled_from(
        [
            *("import", "import", "import", "merge", "split", "me", "name", "undo", "undo_import", "rebuild"),
            *("favour", "thanks", "wish", "promise", "tier", "tie", "met", "need", "offer"),
            *("done", "later", "drop", "look", "look", "look"),
        ]
    ),
    st.integers(0, 50),
    st.integers(0, 50),
)


def act(viewer, files, step: tuple[str, int, int], now) -> None:
    """Do one thing; what is refused changes nothing."""
    what, a, b = step
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True)) or [0]
    decisions = list(Decision.objects.order_by("pk").values_list("pk", flat=True)) or [0]
    imports = list(Import.objects.order_by("pk").values_list("pk", flat=True)) or [0]
    one, other = people[a % len(people)], people[b % len(people)]
    items = page.as_kept(viewer, today=DAY).items
    key = items[a % len(items)].key if items else ""
    on = DAY - timedelta(days=b)
    doing = {
        "import": lambda: import_paths(viewer, [files[a % len(files)]], now=now, me=[ME]),
        "merge": lambda: merge_people(viewer, one, other, now=now),
        "split": lambda: split_person(viewer, one, list(_mentions(one))[b % 3 :], now=now),
        "me": lambda: record_me(viewer, [[ME, "bob@books.example"][a % 2]], now=now),
        "name": lambda: record_name(viewer, one, f"Named {b}", now=now),
        "undo": lambda: undo_decision(viewer, decisions[a % len(decisions)], now=now),
        "undo_import": lambda: undo_import(viewer, imports[a % len(imports)], now=now),
        "rebuild": lambda: rebuild_book(viewer, now=now),
        "favour": lambda: record_favour(viewer, one, "A map", is_from_me=bool(b % 2), now=now, on=on),
        "thanks": lambda: record_thanks(viewer, decisions[a % len(decisions)], now=now, on=DAY),
        "wish": lambda: record_wish(viewer, one, "A map", size="small", until=DAY, now=now, on=on),
        "promise": lambda: record_promise(viewer, one, "A map", now=now, on=on, due_on=DAY),
        "tier": lambda: record_tier(viewer, one, list(Tier)[b % 3], now=now, on=on),
        "tie": lambda: record_tie(viewer, one, {"strength": b / 50}, because="", now=now),
        "met": lambda: record_introducer(viewer, one, other, now=now, on=on),
        "need": lambda: record_value(viewer, one, "need", "a printer", now=now, on=on),
        "offer": lambda: record_value(viewer, None, "offer", "a printer", now=now, on=on),
        "done": lambda: record_outcome(viewer, key, "done", now=now),
        "later": lambda: record_outcome(viewer, key, "later", now=now, until=DAY + timedelta(days=2)),
        "drop": lambda: record_outcome(viewer, key, "drop", now=now),
        "look": lambda: today_card(viewer, today=DAY + timedelta(days=a % 2)),
    }
    with suppress(Refused):
        doing[what]()


def _mentions(person_id: int) -> list[int]:
    return Mention.objects.filter(person_id=person_id).order_by("pk").values_list("pk", flat=True)


def from_nothing(viewer):
    """Return Today and the frame as they are where nothing is kept."""
    KeptCard.objects.all().delete()
    return page.as_kept(viewer, today=DAY), frame_card(viewer, today=DAY)


@pytest.fixture
def plain_ties(monkeypatch):
    """Let a look at ties count acts instead of running the engine, which takes a second each time."""

    def computed(owner_id, as_of_epoch_s, *, me, only, **_):
        events = events_of(owner_id, as_of_epoch_s, only).to_pylist() if me else []
        ties = []
        for person_id in sorted({each["sender"] + each["recipient"] - me[0] for each in events}):
            acts = [each for each in events if person_id in (each["sender"], each["recipient"])]
            out, back = ([e["at_epoch_s"] for e in acts if e[side] == person_id] for side in SIDES)
            is_quiet = max(out + back) < as_of_epoch_s - 30 * 86_400
            ties.append(
                Tie(
                    person_id=person_id,
                    strength=len(acts) / (len(acts) + 9),
                    strength_before=0.4,
                    tie_class="strong" if out and back else "pseudo",
                    state="cooling" if is_quiet else "active",
                    reciprocity=0.5,
                    standing=None,
                    acts_out=len(out),
                    acts_in=len(back),
                    days_active=len(acts),
                    first_at_epoch_s=min(out + back),
                    last_out_epoch_s=max(out, default=None),
                    last_in_epoch_s=max(back, default=None),
                    rhythm_days=10.0,
                )
            )
        return Computed(ties, {}, "", iter(()))

    monkeypatch.setattr("renmai.upkeep.ties.computed.computed_ties", computed)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=10))
def test_what_is_kept_is_what_would_be_made_from_nothing_whatever_the_owner_does(
    viewer, files, plain_ties, steps
):
    with transaction.atomic():
        for number, step in enumerate([("import", 1, 0), ("look", 0, 0), *steps, ("look", 0, 0)]):
            act(viewer, files, step, TODAY + timedelta(minutes=number))
            kept = page.as_kept(viewer, today=DAY), frame_card(viewer, today=DAY)
            again = page.as_kept(viewer, today=DAY), frame_card(viewer, today=DAY)
            assert kept == again == from_nothing(viewer), step
        transaction.set_rollback(True)
