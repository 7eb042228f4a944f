"""What would be lost with a tie is counted by the same rules as everywhere else (T6, V2, V6, V8)."""

from datetime import date, timedelta

import pytest

from renmai.actions.asks.record_ask import record_ask
from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_progress import record_progress
from renmai.actions.value.record_value import record_value
from renmai.actions.value.record_value_change import record_value_change, record_value_end
from renmai.domain.asks.asks import Request
from renmai.domain.asks.ledger import balance
from renmai.domain.asks.limits import AskOutcome
from renmai.queries.positions.stakes import NOTHING, NotedStakes, noted
from renmai.store.asks.ledger import exchanges
from tests.books import person_called
from tests.built_once import built_once
from tests.traces import address_book, card

pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 16)


@pytest.fixture
@built_once
def ada(viewer, tmp_path, now):
    import_paths(viewer, [address_book(tmp_path / "ada.vcf", card("1", "Ada Byron"))], now=now)
    return person_called(viewer, "Ada Byron").pk


def of_ada(viewer, ada: int, day: date = TODAY) -> NotedStakes:
    return noted(viewer.owner_id, until=day).get(ada, NOTHING)


def test_a_granted_ask_is_a_favour_received_so_that_nothing_is_owed_to_me(viewer, ada, now):
    """A middling favour of mine, then a large ask of mine that they granted: it is I who owe."""
    said = {"now": now, "on": TODAY}
    record_favour(viewer, ada, "Checked the contract", is_from_me=True, size="middle", today=TODAY, **said)
    owed_before = of_ada(viewer, ada).stakes.owed_points
    hall = Request(what="Lend the hall", size="large")
    asked = record_ask(viewer, ada, hall, because="Nobody else has one.", **said)
    record_ask_ending(viewer, asked.decision_id, AskOutcome.GRANTED, **said)
    ledger = balance(exchanges(viewer.owner_id, until=TODAY)[ada].favours, today=TODAY)

    assert owed_before > 0
    assert ledger.net < 0, "the ledger says that I owe"
    assert of_ada(viewer, ada).stakes.owed_points == 0


def test_a_changed_need_is_named_by_its_latest_words(viewer, ada, now):
    need = record_value(viewer, ada, "need", "a printer", now=now, on=TODAY)
    record_value_change(viewer, need, {"text": "a bookbinder"}, now=now, on=TODAY)

    assert of_ada(viewer, ada).need == "a bookbinder"


@pytest.mark.parametrize(("days", "needs"), [(-1, 1), (0, 1), (1, 0), (10, 0)])
def test_a_need_given_a_last_day_afterwards_counts_until_that_day_is_over(viewer, ada, now, days, needs):
    last_day = TODAY + timedelta(days=30)
    need = record_value(viewer, ada, "need", "a printer", now=now, on=TODAY)
    record_value_change(viewer, need, {"until": last_day}, now=now, on=TODAY)

    assert of_ada(viewer, ada, last_day + timedelta(days=days)).stakes.needs == needs


def test_an_ended_need_is_no_stake(viewer, ada, now):
    need = record_value(viewer, ada, "need", "a printer", now=now, on=TODAY)
    record_value_end(viewer, need, now=now, on=TODAY)

    assert of_ada(viewer, ada) == NOTHING


def test_a_cooperation_counts_by_the_stage_it_has_reached(viewer, ada, now):
    begun = record_cooperation(viewer, ada, {"title": "A fair"}, now=now, on=TODAY, stage="running")
    under_way = of_ada(viewer, ada).stakes
    record_progress(viewer, begun, stage="done", now=now, on=TODAY + timedelta(days=3))
    done = of_ada(viewer, ada, TODAY + timedelta(days=3))

    assert (under_way.open_cooperations, under_way.done_cooperations) == (1, 0)
    assert (done.stakes.open_cooperations, done.stakes.done_cooperations) == (0, 1)
    assert done.done_began_on == (TODAY,)
    assert of_ada(viewer, ada).stakes == under_way, "as of the earlier day it is still under way"
