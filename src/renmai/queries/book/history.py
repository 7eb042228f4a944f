"""History: everything the owner decided, newest first, with what of it was undone and what can be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.people.gone import Gone
from renmai.store.book import decisions
from renmai.store.book.decisions import AnyDecision, PastDecision
from renmai.store.capture import by_hand
from renmai.store.people import gone, people
from renmai.store.people.anchors import anchors_of, people_at
from renmai.store.people.notebook import MINE

A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDecisionCard:
    """A decision, standing or undone: `because` is what was decided, `text` the owner's own words in it,
    `on` the day it is about.

    `resting` are the numbers of later decisions that must be undone before it can be.
    """

    number: int
    kind: str
    person_id: int | None
    name: str
    because: Because
    text: str
    decided_at: datetime
    on: date
    undone_at: datetime | None
    resting: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """One page of what was decided; of one person where `person_id` names one."""

    rows: tuple[PastDecisionCard, ...]
    total: int
    page: int
    pages: int
    person_id: int | None = None
    name: str = ""


def history_page(
    viewer: Viewer, *, person_id: int | None = None, page: int = 1, per_page: int = A_PAGE
) -> HistoryPage:
    """Return a page of what the owner decided, of everybody or about one person; beyond the end the last one.

    :raises NoSuchPerson: if the book holds nobody of that id
    """
    owner_id = viewer.owner_id
    name, anchors = "", None
    if person_id is not None:
        person = people.one(owner_id, person_id)
        if person is None:
            raise NoSuchPerson(person_id)
        name = person.name
        lines = by_hand.anchors_of_lines(owner_id, person_id)
        anchors = [*anchors_of(owner_id, [person_id]), *lines, *([MINE] if person.is_me else [])]
    per_page = max(1, per_page)
    _, total = decisions.past(owner_id, anchors=anchors, skip=0, take=0)
    pages = max(1, -(-total // per_page))
    page = min(max(1, page), pages)
    found, _ = decisions.past(owner_id, anchors=anchors, skip=(page - 1) * per_page, take=per_page)
    return HistoryPage(
        rows=tuple(_cards(viewer, found)),
        total=total,
        page=page,
        pages=pages,
        person_id=person_id,
        name=name,
    )


def _cards(viewer: Viewer, found: list[PastDecision]) -> Iterable[PastDecisionCard]:
    owner_id = viewer.owner_id
    whose = people_at(owner_id, {each.anchor for each in found})
    names = people.names_of(owner_id, set(whose.values()))
    resting = decisions.rests(owner_id, found)
    for each in found:
        person_id = whose.get(each.anchor)
        decision = AnyDecision(each.pk, each.kind, each.anchor, each.payload, each.undone_at)
        is_of_who = each.kind in decisions.BINDING
        name = decisions.name_of(decision)
        if person_id is not None and not is_of_who:
            name = names.get(person_id, name)
        yield PastDecisionCard(
            number=each.pk,
            kind=each.kind,
            person_id=person_id,
            name=name,
            because=_because(each, name),
            text=decisions.text_of(decision),
            decided_at=each.decided_at,
            on=each.counts_on or viewer.day_of(int(each.decided_at.timestamp())),
            undone_at=each.undone_at,
            resting=tuple(resting.get(each.pk, ())),
        )


def _because(past: PastDecision, name: str) -> Because:
    """Return what was decided, of whom, and the one figure or day that belongs to it."""
    if past.anchor == MINE:
        return Because(f"decided_mine_{past.kind}")
    if past.kind == "tier" and past.payload.get("tier") is None:
        return Because("decided_no_tier", {"name": name})
    if past.kind == gone.ARCHIVED and past.payload[gone.STATE] != Gone.ARCHIVED:
        return Because(f"decided_{past.payload[gone.STATE] or 'called_back'}", {"name": name})
    said = {"tier": past.payload.get("tier"), "until_on": past.payload.get("until")}
    return Because(f"decided_{past.kind}", {"name": name, **{k: v for k, v in said.items() if v is not None}})
