"""Past changes of the owner's positions: how many ties stayed, beside what the test would have said (T6)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.positions.leaving import Judged, is_at
from renmai.domain.positions.positions import Position, in_order
from renmai.domain.positions.signs import AFTER_DAYS, LEAST_ACTS
from renmai.queries.positions.cards import PastChange, PastLeavingCard
from renmai.queries.positions.page import with_my_host
from renmai.store.positions.positions import positions
from renmai.upkeep.book.card_json import as_json
from renmai.upkeep.book.lasting import lasting
from renmai.upkeep.positions.mine import my_work_signs
from renmai.upkeep.ties.ties import fresh_ties

MOST_CHANGES = 3
LEAST_AFTER_DAYS = 180
"""So long must the book go on after a change before one can say who stayed."""


class _Change(NamedTuple):
    """A position of the owner's that is over, and its last day."""

    position: Position
    left_on: date


def past_leaving_card(viewer: Viewer, *, today: date) -> PastLeavingCard:
    """Return the account of the owner's latest past changes; where nothing can be said, why.

    Every act is gone through for it, so it is kept until acts or the owner's positions change. Who cannot
    wait gets the last one that was made.
    """
    as_of = viewer.end_of(today)
    fresh_ties(viewer, as_of)
    found = lasting(
        viewer,
        "past_leaving",
        as_of_epoch_s=as_of,
        rests_on=as_json(_mine(viewer, today)),
        make=lambda waiting: _made(waiting, today),
        shape=PastLeavingCard,
    )
    return found.card or PastLeavingCard()


def _made(viewer: Viewer, today: date) -> PastLeavingCard:
    changes = sorted(_changes(viewer, today), key=lambda each: each.left_on, reverse=True)
    judged, because = [], []
    for each in changes[:MOST_CHANGES]:
        numbers = {"organisation": each.position.organisation, "left_on": each.left_on.isoformat()[:7]}
        if (today - each.left_on).days < LEAST_AFTER_DAYS:
            because.append(Because("past_leaving_too_early", numbers))
            continue
        from renmai.upkeep.positions.computed_leaving import computed_leaving  # noqa: PLC0415 - Arrow and the engine take a second, and most looks need neither

        found = computed_leaving(viewer, each.position, each.left_on, today=today)
        if found is None or not found.ties:
            because.append(Because("past_leaving_no_ties", numbers))
        else:
            judged.append(PastChange(judged=found, because=_outcome(found)))
    if not changes:
        because.append(Because("past_leaving_none"))
    elif judged:
        because.append(Because("past_leaving_of_traces"))
    return PastLeavingCard(changes=tuple(judged), because=tuple(because))


def _outcome(found: Judged) -> Because:
    numbers = {
        "organisation": found.organisation,
        "left_on": found.left_on.isoformat()[:7],
        "ties_count": found.ties,
        "stayed_count": found.stayed,
        "predicted_count": round(found.predicted, 1),
    }
    return Because("past_leaving_sum", numbers)


def _changes(viewer: Viewer, today: date) -> Iterator[_Change]:
    """Yield the positions noted as over, then domains of mine that fell silent while others went on."""
    mine = _mine(viewer, today)
    for each in mine:
        if each.until is not None and each.until < today:
            yield _Change(with_my_host(viewer, each, mine, today=today), each.until)
    ends = my_work_signs(viewer, viewer.end_of(today)).host_ends
    last = max((viewer.day_of(last_at) for _acts, _first, last_at in ends.values()), default=today)
    for host, (acts, first_at, last_at) in sorted(ends.items()):
        is_noted = any(is_at(host, each) for each in mine)
        left_on = viewer.day_of(last_at)
        if not is_noted and acts >= LEAST_ACTS and last >= left_on + timedelta(days=AFTER_DAYS):
            since = viewer.day_of(first_at)
            yield _Change(
                Position(key="", person_id=None, organisation=host, host=host, since=since, noted_on=today),
                left_on,
            )


def _mine(viewer: Viewer, today: date) -> tuple[Position, ...]:
    """Return the owner's own positions as they noted them."""
    return in_order(positions(viewer.owner_id, until=today, person_ids=[None]))
