"""Record a position, the end of one, or the owner's answer to a proposed one (T6)."""

from collections.abc import Sequence
from datetime import date, datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.domain.positions.positions import Position, PositionSource, name_key
from renmai.domain.positions.signs import PositionProposal, ProposedChange
from renmai.queries.positions.leaving import NoSuchPosition
from renmai.queries.positions.proposals import proposals_of_mine, proposals_of_people
from renmai.store.book.bulk import writing
from renmai.store.book.decisions import StandingDecision
from renmai.store.people import notes, people
from renmai.store.positions import positions
from renmai.store.positions.signs import MOST_LETTERS

LONGEST_WORDS = 120


class NoPosition(Refused):
    """Nobody in particular can hold it, its organisation is missing, or it ends before it begins."""


def record_position(
    viewer: Viewer,
    person_id: int | None,
    *,
    organisation: str,
    on: date,
    now: datetime,
    title: str = "",
    host: str = "",
    since: date | None = None,
    until: date | None = None,
) -> int | None:
    """Note somebody's position, or the owner's where `person_id` is None; None where it stands already.

    Without a `host` the domain of the organisation's mail is taken from their traces, where these name it, or
    where only one domain they write from can be meant.

    :param until: the last day; one to come makes it a known change
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NoPosition: if the organisation is missing, or the days are the wrong way round
    """
    with writing(viewer.owner_id):
        whose = _whose(viewer, person_id)
        organisation, title = _short(organisation), _short(title)
        if not organisation:
            raise NoPosition("position_without_organisation")
        _check_span(since, until)
        known = _known(viewer, whose, on)
        if any(_is_told(each, organisation, title, since, until) for each in known):
            return None
        payload: dict[str, object] = {
            "organisation": organisation,
            "title": title,
            "source": PositionSource.SAID,
            "host": _host(host) or _host_of(organisation, since, _proposed(viewer, whose, on, known)),
            **_days(since, until),
        }
        return notes.note(
            viewer.owner_id, kind=positions.POSITION, person_id=whose, payload=payload, on=on, now=now
        )


def record_position_end(
    viewer: Viewer, position_key: str, until: date | None, *, on: date, now: datetime
) -> int | None:
    """Note the last day of a position, also one to come; None as a day takes a known end back.

    :returns: the decision's id, None where that day stands already
    :raises NoSuchPosition: if the owner noted none under that key
    :raises NoPosition: if it began later
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        noted = _one(owner_id, position_key)
        standing = next(
            (each for each in positions.positions(owner_id, until=on) if each.key == position_key), None
        )
        if noted is None or standing is None:
            raise NoSuchPosition("no_such_position", key=position_key)
        if standing.until == until:
            return None
        _check_span(standing.since, until)
        ends = until.isoformat() if until else ""
        return notes.change(
            owner_id, noted, kind=positions.ENDED, payload={positions.UNTIL: ends}, on=on, now=now
        )


def record_position_answer(
    viewer: Viewer,
    person_id: int | None,
    proposal_key: str,
    *,
    is_accepted: bool,
    on: date,
    now: datetime,
) -> int:
    """Note what a proposal says as a position or its end, or keep it from being proposed again.

    :raises NoSuchPosition: if nothing is proposed under that key
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        whose = _whose(viewer, person_id)
        found = _proposed(viewer, whose, on, _known(viewer, whose, on))
        proposal = next((each for each in found if each.key == proposal_key), None)
        if proposal is None:
            raise NoSuchPosition("no_such_position_proposal", key=proposal_key)
        if not is_accepted:
            payload: dict[str, object] = {positions.PROPOSAL: proposal.key}
            return notes.note(
                owner_id, kind=positions.DISMISSED, person_id=whose, payload=payload, on=on, now=now
            )
        noted = _one(owner_id, proposal.of) if proposal.change == ProposedChange.END else None
        if noted is not None and proposal.until is not None:
            said: dict[str, object] = {positions.UNTIL: proposal.until.isoformat()}
            return notes.change(owner_id, noted, kind=positions.ENDED, payload=said, on=on, now=now)
        return notes.note(
            owner_id, kind=positions.POSITION, person_id=whose, payload=_accepted(proposal), on=on, now=now
        )


def _accepted(proposal: PositionProposal) -> dict[str, object]:
    return {
        "organisation": proposal.organisation,
        "title": proposal.title,
        "host": proposal.host,
        "source": proposal.source,
        "line": proposal.line,
        positions.PROPOSAL: proposal.key,
        positions.REPLACES: proposal.of,
        **_days(proposal.since, proposal.until),
    }


def _whose(viewer: Viewer, person_id: int | None) -> int | None:
    """Return whom a position is of: None for the owner, also where they are named as a person."""
    if person_id is None:
        return None
    person = people.one(viewer.owner_id, person_id)
    if person is None:
        raise NoSuchPerson(person_id)
    if person.is_me:
        return None
    if not person.is_person:
        raise NoPosition("position_of_nobody", name=person.name)
    return person_id


def _known(viewer: Viewer, whose: int | None, on: date) -> Sequence[Position]:
    wanted = None if whose is None else [whose]
    found = positions.positions(viewer.owner_id, until=on, person_ids=wanted)
    return [each for each in found if each.person_id == whose]


def _proposed(
    viewer: Viewer, whose: int | None, on: date, known: Sequence[Position]
) -> Sequence[PositionProposal]:
    if whose is None:
        return proposals_of_mine(viewer, today=on)
    found = proposals_of_people(
        viewer, [whose], today=on, known=known, most_letters=MOST_LETTERS, with_unsure=True
    )
    return found.get(whose, ())


def _one(owner_id: int, key: str) -> StandingDecision | None:
    return notes.one(owner_id, int(key), positions.POSITION) if key.isdecimal() and len(key) < 19 else None


def _is_told(
    position: Position, organisation: str, title: str, since: date | None, until: date | None
) -> bool:
    same = (position.organisation, position.title, position.since) == (organisation, title, since)
    return same and position.until == until


def _host(typed: str) -> str:
    """Return a domain as somebody typed it: bare, behind an @, or with www before it."""
    return typed.strip().casefold().rpartition("@")[2].removeprefix("www.").strip("/. ")[:LONGEST_WORDS]


def _host_of(organisation: str, since: date | None, proposed: Sequence[PositionProposal]) -> str:
    named = [each for each in proposed if name_key(each.organisation) == name_key(organisation)]
    nameless = [
        each
        for each in proposed
        if each.change == ProposedChange.POSITION
        and each.until is None
        and each.organisation == each.host
        and (since is None or since <= each.on)
    ]
    return named[0].host if named else nameless[0].host if len(nameless) == 1 else ""


def _days(since: date | None, until: date | None) -> dict[str, object]:
    return {name: day.isoformat() for name, day in (("since", since), ("until", until)) if day is not None}


def _check_span(since: date | None, until: date | None) -> None:
    if since and until and until < since:
        raise NoPosition("position_ends_early", since_on=since.isoformat(), until_on=until.isoformat())


def _short(text: str) -> str:
    return " ".join(text.split())[:LONGEST_WORDS]
