"""The job-change test (T6): if I left my position today, or they left theirs, what would become of ties."""

from collections.abc import Iterator, Sequence
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NotThere
from renmai.domain.positions.leaving import Fate, Stakes
from renmai.domain.positions.positions import Position
from renmai.queries.positions.cards import LeavingCard, PersonLeavingCard, PositionsCard, TieAtRisk
from renmai.queries.positions.page import Held, held, moved_people, positions_card, with_my_host
from renmai.queries.positions.stakes import NOTHING, noted, opened_by
from renmai.queries.positions.tie_at_risk import tie_at_risk
from renmai.store.network.network import count_real
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.positions.routes import by_person, kept_routes
from renmai.store.ties.rows import strongest_with_basis, values_with_basis
from renmai.upkeep.ties.acquaintances import fresh_acquaintances
from renmai.upkeep.ties.ties import fresh_ties

MOST_TIES = 1000
"""So many of the strongest ties are looked at."""
MOST_PLANNED = 8
LEAST_LOSS = 0.05
"""Less than this is nothing to plan for."""


class NoSuchPosition(NotThere):
    """No position, or no proposal of one, goes by that key."""


def leaving_card(viewer: Viewer, *, today: date, position_key: str = "") -> LeavingCard:
    """Return what would become of the owner's ties if they left a position on a day.

    :param position_key: which of theirs; else the one known to end, else the newest
    :raises NoSuchPosition: where they noted none under that key
    """
    as_of = viewer.end_of(today)
    fresh_ties(viewer, as_of)
    fresh_acquaintances(viewer, as_of)
    card = positions_card(viewer, None, today=today)
    found = held(card, key=position_key)
    if position_key and found.position is None:
        raise NoSuchPosition("no_such_position", key=position_key)
    if found.position is None:
        return _leaving(viewer, card, found, ())
    position = with_my_host(viewer, found.position, card.positions, today=today)
    rows = my_ties_at_risk(viewer, position, today=today, most=MOST_TIES, is_whole=True)
    return _leaving(viewer, card, Held(position, found.is_assumed), rows)


def my_ties_at_risk(
    viewer: Viewer, position: Position, *, today: date, most: int, is_whole: bool = False
) -> list[TieAtRisk]:
    """Return the strongest ties under the test, those first that would be missed most.

    :param is_whole: read every note at once instead of some people's, and look whom only they can introduce
    """
    owner_id = viewer.owner_id
    ties = strongest_with_basis(owner_id, most)
    ids = [tie.person_id for tie in ties]
    ways = by_person(kept_routes(owner_id, ids))
    about = noted(owner_id, until=today, person_ids=None if is_whole else ids)
    who = portraits(owner_id, ids)
    opens = opened_by(owner_id, ids) if is_whole else {}
    rows = [
        tie_at_risk(
            viewer,
            tie,
            who[tie.person_id],
            position,
            ways.get(tie.person_id, ()),
            about.get(tie.person_id, NOTHING),
            is_mine=True,
            opens=opens.get(tie.person_id, 0),
        )
        for tie in ties
        if tie.person_id in who
    ]
    return sorted(rows, key=lambda row: (-row.loss, row.person_id))


def leaving_of_person(
    viewer: Viewer, portrait: Portrait, card: PositionsCard, *, today: date
) -> PersonLeavingCard:
    """Return what would become of one tie if they left the position they hold, as of a day."""
    found = held(card)
    tie = values_with_basis(viewer.owner_id, [portrait.id]).get(portrait.id)
    if found.position is None or tie is None:
        return PersonLeavingCard(
            position=found.position, is_assumed=found.is_assumed, leaves_on=None, risk=None
        )
    ways = kept_routes(viewer.owner_id, [portrait.id])
    about = noted(viewer.owner_id, until=today, person_ids=[portrait.id]).get(portrait.id, NOTHING)
    risk = tie_at_risk(viewer, tie, portrait, found.position, ways, about, is_mine=False)
    return PersonLeavingCard(
        position=found.position,
        is_assumed=found.is_assumed,
        leaves_on=_last_day(found.position, today),
        risk=risk,
    )


def _last_day(position: Position | None, today: date) -> date | None:
    """Return the day of a known change, None where none is to come."""
    return position.until if position is not None and position.ends_after(today) else None


def _leaving(viewer: Viewer, card: PositionsCard, found: Held, rows: Sequence[TieAtRisk]) -> LeavingCard:
    touched = [each for each in rows if each.fate != Fate.UNTOUCHED]
    at_risk = [each for each in touched if each.fate != Fate.STAYS and each.loss >= LEAST_LOSS]
    lost = [each for each in touched if each.fate == Fate.LOST]
    return LeavingCard(
        today=card.today,
        position=found.position,
        is_assumed=found.is_assumed,
        leaves_on=_last_day(found.position, card.today),
        ties=len(rows) if found.position else count_real(viewer.owner_id),
        untouched=len(rows) - len(touched),
        rows=tuple(touched),
        expected=sum(each.chance for each in touched),
        strength=sum(each.strength for each in touched),
        kept_strength=sum(each.strength * each.chance for each in touched),
        lost=_summed([each.stakes for each in lost]),
        plan=tuple(at_risk[:MOST_PLANNED]),
        because=tuple(_outcome(found.position, rows, touched)) if found.position else (),
        mine=card,
        moved=moved_people(viewer, today=card.today),
    )


def _summed(stakes: Sequence[Stakes]) -> Stakes:
    return Stakes(
        needs=sum(each.needs for each in stakes),
        offers=sum(each.offers for each in stakes),
        open_cooperations=sum(each.open_cooperations for each in stakes),
        done_cooperations=sum(each.done_cooperations for each in stakes),
        owed_points=sum(each.owed_points for each in stakes),
        opens=sum(each.opens for each in stakes),
    )


def _outcome(
    position: Position, rows: Sequence[TieAtRisk], touched: Sequence[TieAtRisk]
) -> Iterator[Because]:
    """Yield the outcome in words: how many are touched, how many may be expected to stay, by strength too."""
    numbers = {"organisation": position.organisation, "ties_count": len(rows)}
    if not touched:
        yield Because("leaving_touches_none", numbers)
        return
    expected = sum(each.chance for each in touched)
    yield Because("leaving_sum", {**numbers, "touched_count": len(touched), "stay_count": round(expected)})
    strength = sum(each.strength for each in touched)
    if strength > 0:
        kept = sum(each.strength * each.chance for each in touched)
        yield Because("leaving_strength", {"kept_share": kept / strength})
