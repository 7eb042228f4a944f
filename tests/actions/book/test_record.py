"""What the owner says: outcomes, their own handles, how they read; each a decision or a setting."""

from datetime import date, timedelta

import pytest

from renmai.actions.book.noting import UntilIsPast
from renmai.actions.book.open_book import open_book
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.record_settings import NoSuchRegion, record_settings
from renmai.actions.capture.undo_last import undo_last
from renmai.actions.people.record_name import NoName, record_name
from renmai.actions.today.record_outcome import NoSuchSuggestion, record_outcome
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.today.plan import key_of
from renmai.store.models import Decision, Owner
from tests.books import content
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
KEY = key_of("reply", "mailto:ada@example.org", "1@example.org")


def test_opening_a_book_makes_it_once(db, now):
    first = open_book(now, "en", "Europe/London", "GB")
    second = open_book(now + timedelta(days=1), "zh-hans", "UTC", "CN")

    assert first == second
    assert (first.language, first.time_zone, first.region) == ("en", "Europe/London", "GB")
    assert Owner.objects.count() == 1


def test_an_outcome_is_noted_under_the_person_s_address_and_can_be_undone(viewer, tmp_path, now):
    letters = mailbox(tmp_path / "l.mbox", f"1 2026-01-05 Ada Lovelace <ada@example.org> > {ME}")
    import_paths(viewer, [letters], now=now, me=[ME])
    decision_id = record_outcome(viewer, KEY, "later", now=now + timedelta(hours=1), until=date(2026, 3, 9))
    decision = Decision.objects.get(pk=decision_id)

    assert (decision.kind, decision.anchor) == ("later", "mailto:ada@example.org")
    assert decision.payload == {
        "key": KEY,
        "name": "Ada Lovelace",
        "on": "2026-03-02",
        "until": "2026-03-09",
    }

    undone = undo_last(viewer, now=now + timedelta(hours=2))
    assert (undone.kind, undone.name) == ("later", "Ada Lovelace")
    assert Decision.objects.get(pk=decision_id).undone_at is not None


@pytest.mark.parametrize(("key", "outcome"), [("", "done"), ("nothing", "done"), (KEY, "merge"), (KEY, "")])
def test_what_is_no_suggestion_or_no_outcome_is_refused(viewer, now, key, outcome):
    with pytest.raises(NoSuchSuggestion):
        record_outcome(viewer, key, outcome, now=now)

    assert not Decision.objects.exists()


def test_settings_change_only_what_is_given(viewer, now):
    changed = record_settings(viewer, now=now, name="阿达", language="zh-hans")

    assert (changed.language, changed.time_zone) == ("zh-hans", viewer.time_zone)
    assert Owner.objects.get().name == "阿达"


def test_numbers_are_read_anew_when_the_owner_moves(viewer, tmp_path, now):
    cards = address_book(tmp_path / "cards.vcf", card("1", "Ada", "TEL;TYPE=CELL:07400 123456"))
    import_paths(viewer, [cards], now=now)
    record_settings(viewer, now=now, region="GB")

    assert set(content(viewer)["handles"]) == {"tel:+447400123456"}


def test_a_name_must_be_one_and_somebody_s(viewer, now):
    with pytest.raises(NoName):
        record_name(viewer, 1, "  ", now=now)
    with pytest.raises(NoSuchPerson):
        record_name(viewer, 1, "Ada", now=now)


def test_what_is_put_off_comes_back_on_a_later_day(viewer, now):
    today = viewer.day_of(int(now.timestamp()))
    for until in (today, today - timedelta(days=1)):
        with pytest.raises(UntilIsPast):
            record_outcome(viewer, KEY, "later", now=now, until=until)
    assert record_outcome(viewer, KEY, "later", now=now, until=today + timedelta(days=1))


def test_what_is_put_off_without_a_day_comes_back_the_next_one(viewer, now):
    decision_id = record_outcome(viewer, KEY, "later", now=now)
    assert Decision.objects.get(pk=decision_id).payload["until"] == "2026-03-03"
    done = record_outcome(viewer, KEY, "done", now=now)
    assert "until" not in Decision.objects.get(pk=done).payload


def test_a_region_without_telephones_is_refused_before_the_book_changes(viewer, now):
    with pytest.raises(NoSuchRegion):
        record_settings(viewer, now=now, region="ZZ", name="Ada")
    assert Owner.objects.get().name != "Ada"
