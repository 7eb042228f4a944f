"""What done, later and drop have in common: find the item, record what became of it, say so."""

from datetime import date

from renmai.actions.today.record_outcome import record_outcome
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.today.items import item_of
from renmai.domain.today.plan import Outcome, back_on


def settle(
    text: str,
    outcome: Outcome,
    said: str,
    *,
    today: date | None,
    until: date | None = None,
    by: str = "",
) -> None:
    """Record `outcome` for the item meant by `text`, then print `said` with the person's name in it.

    `by` is the way by which it was done. What waits comes back on `until`, or when it does without a day.
    """
    viewer = open_for_reader()
    day = clock.day_of(viewer, today)
    item = item_of(viewer, text, today=day)
    if outcome == Outcome.LATER:
        until = back_on(day, until)
    record_outcome(
        viewer,
        item.key,
        outcome=outcome,
        now=clock.moment(),
        until=until,
        by=by,
        counts_at=clock.moment_of(viewer, today) if today else None,
    )
    printing.line(said % {"name": item.name, "until": until})
