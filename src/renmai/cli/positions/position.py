"""`renmai position`: where you or somebody works and worked, and what traces propose beside that."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from rich.text import Text

from renmai.actions.positions.record_position import (
    record_position,
    record_position_answer,
    record_position_end,
)
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.options import AsJson, Today, day
from renmai.cli.people.who import person_id_of
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.positions.positions import Position
from renmai.domain.positions.signs import PositionProposal, ProposedChange
from renmai.queries.positions.cards import PositionsCard
from renmai.queries.positions.page import positions, proposed_positions
from renmai.shapes import positions as shapes
from renmai.wording import sentence

ME = "me"
shape = shapes.positions
Whose = Annotated[
    str | None,
    typer.Argument(metavar="[PERSON]", help=later("A person's number, handle or name; me for yourself.")),
]


def _day(help_text: object):
    return typer.Option(parser=day, metavar="DATE", help=help_text)


def command(
    person: Whose = None,
    organisation: Annotated[
        str | None, typer.Option(metavar="TEXT", help=later("Note a position: where it is."))
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help=later("As what."))] = "",
    domain: Annotated[
        str, typer.Option(metavar="DOMAIN", help=later("The domain of its mail, if traces do not tell it."))
    ] = "",
    since: Annotated[date | None, _day(later("Its first day."))] = None,
    until: Annotated[date | None, _day(later("Its last day; one to come is a known change."))] = None,
    ends: Annotated[
        str | None, typer.Option(metavar="KEY", help=later("Say that this position ends, --until when."))
    ] = None,
    accept: Annotated[
        str | None, typer.Option(metavar="KEY", help=later("Note what this proposal says."))
    ] = None,
    dismiss: Annotated[
        str | None, typer.Option(metavar="KEY", help=later("Do not propose this again."))
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """List positions with what traces propose, or note one."""
    if sum(each is not None for each in (organisation, ends, accept, dismiss)) > 1:
        raise typer.BadParameter(_("Say one of --organisation, --ends, --accept and --dismiss at a time."))
    if organisation is None and (title or since or domain):
        raise typer.BadParameter(_("--title, --domain and --since go with --organisation."))
    if organisation is None and ends is None and until:
        raise typer.BadParameter(_("--until goes with --organisation or --ends."))
    viewer = open_for_reader()
    whose = None if person in (None, ME) else person_id_of(viewer, person or "")
    on = clock.day_of(viewer, today)
    if organisation is not None:
        decision_id = record_position(
            viewer,
            whose,
            organisation=organisation,
            title=title,
            host=domain,
            since=since,
            until=until,
            on=on,
            now=clock.moment(),
        )
        _noted(decision_id, as_json=as_json)
    elif ends is not None:
        _end(viewer, ends, until, on=on, as_json=as_json)
    elif accept is not None or dismiss is not None:
        _answer(viewer, whose, accept, dismiss or "", on=on, as_json=as_json)
    elif person is None:
        _show(proposed_positions_of(viewer, on), as_json=as_json)
    else:
        _show(positions_of(viewer, whose, on), as_json=as_json)


def _end(viewer: Viewer, key: str, until: date | None, *, on: date, as_json: bool) -> None:
    _noted(record_position_end(viewer, key, until, on=on, now=clock.moment()), as_json=as_json)


def _answer(
    viewer: Viewer, whose: int | None, accept: str | None, dismiss: str, *, on: date, as_json: bool
) -> None:
    decision_id = record_position_answer(
        viewer, whose, accept or dismiss, is_accepted=accept is not None, on=on, now=clock.moment()
    )
    _noted(decision_id, as_json=as_json)


def positions_of(viewer: Viewer, whose: int | None, on: date) -> tuple[PositionsCard, ...]:
    """Return the positions of one."""
    return (positions(viewer, whose, today=on),)


def proposed_positions_of(viewer: Viewer, on: date) -> tuple[PositionsCard, ...]:
    """Return the owner's, and those of people who seem to have moved."""
    return proposed_positions(viewer, today=on)


def _noted(decision_id: int | None, *, as_json: bool) -> None:
    if as_json:
        printing.as_json({"decision_id": decision_id})
    elif decision_id is None:
        printing.line(_("Nothing new: that stands already."))
    else:
        printing.line(_("Noted. renmai leaving shows what hangs on it; renmai undo takes it back."))


def _show(cards: Iterable[PositionsCard], *, as_json: bool) -> None:
    if as_json:
        printing.as_json(shape(cards))
        return
    for number, card in enumerate(cards):
        if number:
            printing.line()
        printing.line(Text(card.name or _("You"), "bold"))
        if not (card.positions or card.proposals):
            printing.line(_("No position is noted, and no trace tells of one."))
        for each in card.positions:
            said = Text.assemble((f"{each.key:>4}  ", printing.QUIET), words(each))
            said.append(f"  {sentence(Because(f'position_source_{each.source}'))}", printing.QUIET)
            printing.line(said)
        for each in card.proposals:
            for line in proposal_lines(each):
                printing.line(line)
    printing.line()
    printing.line(
        Text(_("renmai position PERSON --accept KEY · --dismiss KEY · --organisation TEXT"), printing.QUIET)
    )


def words(position: Position | PositionProposal) -> str:
    """Return a position in one line: title, organisation, from when until when."""
    named = ", ".join(filter(None, (position.organisation, position.title)))
    return f"{named}  {span(position.since, position.until)}".rstrip()


def span(since: date | None, until: date | None) -> str:
    """Return from when until when, as far as it is known."""
    if since is None and until is None:
        return ""
    if until is None:
        return _("since {since}").format(since=since)
    return _("until {until}").format(until=until) if since is None else f"{since} – {until}"


def proposal_lines(proposal: PositionProposal) -> list[Text]:
    """Return a proposal with its key, and beneath it what it rests on."""
    labels = {
        ProposedChange.POSITION: _("Proposed"),
        ProposedChange.END: _("Proposed end"),
        ProposedChange.TITLE: _("Proposed title"),
    }
    head = Text.assemble(
        (f"   ?  {labels[ProposedChange(proposal.change)]}  ", printing.VERMILION),
        words(proposal),
        (f"  {proposal.key}", printing.QUIET),
    )
    lines = printing.because_lines(proposal.because, indent=6)
    if proposal.line:
        lines[0].append(f"  {proposal.on}", printing.QUIET)
    return [head, *lines]
