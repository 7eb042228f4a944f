"""What a known change of position brings onto Today (T6, P1): from which day, for which ties, how urgent."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from renmai.domain.book.because import Because
from renmai.domain.positions.leaving import Fate
from renmai.domain.positions.positions import Position
from renmai.queries.positions import prompts as leaving

DAY = date(2026, 4, 16)
STEP = Because("keep_exchange", {"name": "Ada"})


def risk(
    person_id: int, *, loss: float = 0.3, fate: Fate = Fate.LOST, chance: float = 0.2
) -> SimpleNamespace:
    """Stand for a tie at risk."""
    said = {"against": (), "steps": (STEP,), "draft": None}
    return SimpleNamespace(person_id=person_id, loss=loss, fate=fate, chance=chance, **said)


@pytest.fixture
def prompted(viewer, monkeypatch):
    """Return whom a change of mine in so many days brings onto a day, with urgency."""

    def prompted(*rows: SimpleNamespace, in_days: int = 30) -> dict[int, float]:
        until = DAY + timedelta(days=in_days)
        mine = Position(key="1", person_id=None, organisation="Mill", noted_on=DAY, until=until)
        monkeypatch.setattr(leaving, "positions", lambda *_, **__: (mine,))
        monkeypatch.setattr(leaving, "with_my_host", lambda _, position, *__, **___: position)
        monkeypatch.setattr(leaving, "my_ties_at_risk", lambda *_, **__: rows)
        return {each.person_id: round(each.urgency, 3) for each in leaving.leaving_prompts(viewer, today=DAY)}

    return prompted


def test_only_a_tie_whose_loss_is_worth_it_is_proposed(prompted):
    assert list(prompted(risk(1, loss=0.049), risk(2, loss=0.05))) == [2]


def test_only_what_is_open_or_lost_is_proposed(prompted):
    assert list(prompted(*(risk(n, fate=fate) for n, fate in enumerate(Fate)))) == [
        n for n, fate in enumerate(Fate) if fate in (Fate.OPEN, Fate.LOST)
    ]


@pytest.mark.parametrize(
    ("in_days", "urgency"), [(-1, None), (0, 1.0), (60, 0.5), (84, 0.3), (120, 0.3), (121, None)]
)
def test_a_change_is_for_today_from_a_hundred_and_twenty_days_before_until_its_day(
    prompted, in_days, urgency
):
    assert prompted(risk(1), in_days=in_days) == ({} if urgency is None else {1: urgency})


def test_twelve_ties_at_most_are_proposed(prompted):
    assert list(prompted(*(risk(n) for n in range(14)))) == list(range(12))
