"""Positions: where the owner or somebody works and worked, and what traces propose beside that (T6)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.positions.leaving import is_at
from renmai.domain.positions.positions import Position, in_order
from renmai.domain.positions.signs import PositionProposal, ProposedChange
from renmai.queries.positions.cards import PositionsCard
from renmai.queries.positions.proposals import proposals_of_mine, proposals_of_people
from renmai.store.people import people
from renmai.store.positions.positions import positions
from renmai.store.positions.signs import MOST_LETTERS
from renmai.store.ties.rows import strongest_with_basis
from renmai.upkeep.positions.mine import my_work_signs
from renmai.upkeep.ties.ties import fresh_ties

MOST_PEOPLE = 60
"""Of so many of the strongest ties proposals are looked for at once."""
FEW_LETTERS = 6
"""So many letters of each of them are opened; on somebody's own page more are."""


class Held(NamedTuple):
    """A position to test, and whether it is only read from traces."""

    position: Position | None
    is_assumed: bool


def positions_card(viewer: Viewer, person_id: int | None, *, today: date) -> PositionsCard:
    """Return the positions of somebody, or of the owner where `person_id` is None, as of a day.

    :raises NoSuchPerson: where the book holds nobody of that id.
    """
    person = None if person_id is None else people.one(viewer.owner_id, person_id)
    if person_id is not None and person is None:
        raise NoSuchPerson(person_id)
    if person is None or person.is_me:
        known = _mine(viewer, today)
        return PositionsCard(
            person_id=None,
            name="",
            today=today,
            positions=in_order(known),
            proposals=proposals_of_mine(viewer, today=today),
        )
    return positions_of_person(viewer, person.id, person.name, today=today)


def positions_of_person(viewer: Viewer, person_id: int, name: str, *, today: date) -> PositionsCard:
    """Return the positions of somebody who is in the book."""
    found = positions(viewer.owner_id, until=today, person_ids=[person_id])
    proposed = proposals_of_people(viewer, [person_id], today=today, known=found, most_letters=MOST_LETTERS)
    return PositionsCard(
        person_id=person_id,
        name=name,
        today=today,
        positions=in_order(found),
        proposals=proposed.get(person_id, ()),
    )


def proposed_positions(viewer: Viewer, *, today: date) -> tuple[PositionsCard, ...]:
    """Return the owner's positions, then those of the strongest ties who seem to have changed theirs.

    Where somebody works at all is proposed on their own page; here only what has changed is worth a line.
    """
    fresh_ties(viewer, viewer.end_of(today))
    return (positions_card(viewer, None, today=today), *moved_people(viewer, today=today))


def moved_people(viewer: Viewer, *, today: date) -> tuple[PositionsCard, ...]:
    """Return the positions of the strongest ties who seem to have changed them; ties as kept."""
    return tuple(_moved(viewer, today))


def _moved(viewer: Viewer, today: date) -> Iterator[PositionsCard]:
    known = positions(viewer.owner_id, until=today)
    ids = [tie.person_id for tie in strongest_with_basis(viewer.owner_id, MOST_PEOPLE)]
    found = proposals_of_people(viewer, ids, today=today, known=known, most_letters=FEW_LETTERS)
    names = people.names_of(viewer.owner_id, ids)
    for person_id in (each for each in ids if _has_moved(found.get(each, ()))):
        yield PositionsCard(
            person_id=person_id,
            name=names[person_id],
            today=today,
            positions=in_order(each for each in known if each.person_id == person_id),
            proposals=found[person_id],
        )


def _has_moved(proposed: Sequence[PositionProposal]) -> bool:
    is_one_over = any(each.until is not None for each in proposed)
    is_one_new = any(each.until is None for each in proposed)
    return is_one_over and is_one_new or any(each.change != ProposedChange.POSITION for each in proposed)


def held(card: PositionsCard, *, key: str = "") -> Held:
    """Return the position to test: the one named, else the one that ends first, else the newest held.

    Where none is noted, the latest that traces propose is taken for it, and said to be so.
    """
    if key:
        return Held(next((each for each in card.positions if each.key == key), None), is_assumed=False)
    noted = card.held
    if noted:
        return Held(card.coming or noted[0], is_assumed=False)
    proposed = [each for each in card.proposals if _is_open(each)]
    return Held(_assumed(card, proposed[0]), is_assumed=True) if proposed else Held(None, is_assumed=False)


def _is_open(proposal: PositionProposal) -> bool:
    return proposal.change == ProposedChange.POSITION and proposal.until is None


def _assumed(card: PositionsCard, proposal: PositionProposal) -> Position:
    return Position(
        key="",
        person_id=card.person_id,
        organisation=proposal.organisation,
        title=proposal.title,
        host=proposal.host,
        since=proposal.since,
        source=proposal.source,
        line=proposal.line,
        noted_on=card.today,
    )


def _mine(viewer: Viewer, today: date) -> tuple[Position, ...]:
    return positions(viewer.owner_id, until=today, person_ids=[None])


def with_my_host(viewer: Viewer, position: Position, mine: tuple[Position, ...], *, today: date) -> Position:
    """Return a position of the owner's with its domain, where only one they write from can be meant."""
    if position.host:
        return position
    ends = my_work_signs(viewer, viewer.end_of(today)).host_ends
    others = [each for each in mine if each.key != position.key]
    free = [
        host
        for host, (_acts, _first, last_at) in ends.items()
        if not any(is_at(host, each) for each in others)
        and (position.since is None or viewer.day_of(last_at) >= position.since)
    ]
    named = [host for host in ends if is_at(host, position)] or (free if len(free) == 1 else [])
    if not named:
        return position
    return replace(position, host=named[0])
