"""Prompts of known changes: ties to make personal before I leave a position or they do (T6, P1)."""

from collections.abc import Iterator
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.positions.leaving import Fate
from renmai.domain.positions.positions import Position
from renmai.domain.today.plan import PlanKind
from renmai.queries.book.prompt import Prompt
from renmai.queries.positions.cards import PositionsCard, TieAtRisk
from renmai.queries.positions.leaving import LEAST_LOSS, leaving_of_person, my_ties_at_risk
from renmai.queries.positions.page import with_my_host
from renmai.store.people.portraits import portraits
from renmai.store.positions.positions import positions

AHEAD_DAYS = 120
"""A change further off is nothing for today yet."""
MOST_TIES = 60
"""So many of the strongest ties are weighed, as every page counts what stands in Today."""
MOST_PROMPTS = 12
LEAST_URGENCY = 0.3
"""A known change is a little urgent from the first day on, and fully on the last."""


def leaving_prompts(viewer: Viewer, *, today: date) -> Iterator[Prompt]:
    """Yield the ties at risk by a known change; without one nothing is read."""
    known = positions(viewer.owner_id, until=today)
    coming = [
        each for each in known if each.until is not None and 0 <= (each.until - today).days <= AHEAD_DAYS
    ]
    mine = tuple(each for each in known if each.person_id is None)
    for position in coming:
        if position.person_id is None:
            yield from _mine(viewer, with_my_host(viewer, position, mine, today=today), today)
        else:
            yield from _theirs(viewer, position, known, today)


def _mine(viewer: Viewer, position: Position, today: date) -> Iterator[Prompt]:
    rows = my_ties_at_risk(viewer, position, today=today, most=MOST_TIES)
    at_risk = [each for each in rows if each.fate in (Fate.OPEN, Fate.LOST) and each.loss >= LEAST_LOSS]
    for each in at_risk[:MOST_PROMPTS]:
        yield _prompt(each, position, today, code="keep_i_leave")


def _theirs(viewer: Viewer, position: Position, known: tuple[Position, ...], today: date) -> Iterator[Prompt]:
    person_id = position.person_id
    portrait = portraits(viewer.owner_id, [person_id]).get(person_id) if person_id is not None else None
    if portrait is None:
        return
    held = tuple(each for each in known if each.person_id == person_id)
    card = PositionsCard(person_id=person_id, name=portrait.name, today=today, positions=held, proposals=())
    risk = leaving_of_person(viewer, portrait, card, today=today).risk
    if risk is not None and risk.fate in (Fate.OPEN, Fate.LOST):
        yield _prompt(risk, position, today, code="keep_they_leave")


def _prompt(risk: TieAtRisk, position: Position, today: date, *, code: str) -> Prompt:
    """Return the prompt: why, with the day and the chance; the first step that is missing; a draft."""
    left_days = (position.until - today).days if position.until else AHEAD_DAYS
    numbers = {
        "organisation": position.organisation,
        "in_days": left_days,
        "on": position.until.isoformat() if position.until else "",
        "stay_share": risk.chance,
    }
    name = risk.steps[0].numbers["name"]
    return Prompt(
        person_id=risk.person_id,
        kind=PlanKind.KEEP,
        basis=f"{position.key}:{position.until}",
        share=1 - risk.chance,
        urgency=max(LEAST_URGENCY, 1 - left_days / AHEAD_DAYS),
        because=(Because(code, {"name": name, **numbers}), *risk.against[1:2]),
        step=risk.steps[0],
        draft=risk.draft,
    )
