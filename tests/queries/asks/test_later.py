"""When an ask that waits is proposed again."""

from datetime import date
from types import SimpleNamespace

from renmai.domain.asks.check import Step
from renmai.domain.book.because import Because
from renmai.queries.asks.cards import AskCard

TODAY = date(2026, 4, 16)


def later_on(*days: date) -> date:
    steps = tuple(Step(on=day, because=Because("step_ask")) for day in days)
    return AskCard.later_on.fget(SimpleNamespace(steps=steps, today=TODAY))


def test_it_is_the_day_on_which_everything_before_it_is_done():
    assert later_on(date(2026, 4, 17), date(2026, 4, 20)) == date(2026, 4, 20)


def test_what_may_be_asked_today_waits_a_week_where_it_waits():
    assert later_on(TODAY) == later_on() == date(2026, 4, 23)
