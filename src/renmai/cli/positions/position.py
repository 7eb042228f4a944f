"""`renmai position`: where you or somebody works and worked, and what traces propose beside that."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.positions.record_position import (
    record_position,
    record_position_answer,
    record_position_end,
)
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, Whose, day
from renmai.cli.people.who import whose_id
from renmai.domain.book.because import Because
from renmai.domain.positions.positions import Position
from renmai.domain.positions.signs import PositionProposal, ProposedChange
from renmai.queries.positions.cards import PositionsCard
from renmai.queries.positions.page import positions_card, proposed_positions
from renmai.shapes.book import noted_shape
from renmai.shapes.positions import positions_shape
from renmai.wording import sentence

Key = Annotated[str, typer.Argument(metavar="KEY", help=later("The key that position shows."))]

app = noun(later("List where you and others work and worked, or note it."), alone="list", looks="show")


def _day(help_text: str) -> Any:
    return typer.Option(parser=day, metavar="DATE", help=help_text)


@app.command("list", help=later("List your positions, and people who seem to have changed theirs."))
@prints(positions_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at the owner's positions, and at those of people who seem to have moved."""
    viewer = open_for_reader()
    _show(proposed_positions(viewer, today=clock.day_of(viewer, today)), as_json=as_json)


@app.command("show", help=later("Show the positions of one person, with what traces propose."))
@prints(positions_shape)
def show_one(person: Whose, today: Today = None, as_json: AsJson = False) -> None:
    """Look at the positions of one."""
    viewer = open_for_reader()
    whose = whose_id(viewer, person, as_json=as_json)
    _show([positions_card(viewer, whose, today=clock.day_of(viewer, today))], as_json=as_json)


@app.command("add", help=later("Note a position."))
@prints(noted_shape)
def add(
    person: Whose,
    organisation: Annotated[str, typer.Argument(metavar="ORGANISATION", help=later("Where it is."))],
    title: Annotated[str, typer.Option(metavar="TEXT", help=later("As what."))] = "",
    domain: Annotated[
        str, typer.Option(metavar="DOMAIN", help=later("The domain of its mail, if traces do not tell it."))
    ] = "",
    since: Annotated[date | None, _day(later("Its first day."))] = None,
    until: Annotated[date | None, _day(later("Its last day; one to come is a known change."))] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note where somebody works or worked."""
    viewer = open_for_reader()
    decision_id = record_position(
        viewer,
        whose_id(viewer, person, as_json=as_json),
        organisation=organisation,
        title=title,
        host=domain,
        since=since,
        until=until,
        on=clock.day_of(viewer, today),
        now=clock.moment(),
    )
    _noted(decision_id, as_json=as_json)


@app.command("end", help=later("Say when a position ends or ended; without a day, that it goes on."))
@prints(noted_shape)
def end(
    position: Key,
    until: Annotated[date | None, _day(later("Its last day; one to come is a known change."))] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note the last day of a position."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    _noted(record_position_end(viewer, position, until, on=on, now=clock.moment()), as_json=as_json)


@app.command("accept", help=later("Note what a proposal says."))
@prints(noted_shape)
def accept(person: Whose, proposal: Key, today: Today = None, as_json: AsJson = False) -> None:
    """Take a proposal for a note."""
    _answer(person, proposal, today, is_accepted=True, as_json=as_json)


@app.command("refuse", help=later("Do not propose this again."))
@prints(noted_shape)
def refuse(person: Whose, proposal: Key, today: Today = None, as_json: AsJson = False) -> None:
    """Put a proposal aside."""
    _answer(person, proposal, today, is_accepted=False, as_json=as_json)


def _answer(person: str, key: str, today: date | None, *, is_accepted: bool, as_json: bool) -> None:
    viewer = open_for_reader()
    whose = whose_id(viewer, person, as_json=as_json)
    on = clock.day_of(viewer, today)
    decision_id = record_position_answer(
        viewer, whose, key, is_accepted=is_accepted, on=on, now=clock.moment()
    )
    _noted(decision_id, as_json=as_json)


def _noted(decision_id: int | None, *, as_json: bool) -> None:
    said = _("Noted. renmai leaving shows what hangs on it; renmai undo takes it back.")
    tell_noted(decision_id, said, as_json=as_json)


def _show(cards: Iterable[PositionsCard], *, as_json: bool) -> None:
    if as_json:
        printing.write_json(positions_shape(cards))
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
        for proposal in card.proposals:
            for line in proposal_lines(proposal):
                printing.line(line)
    printing.line()
    hint = _("renmai position accept PERSON KEY · refuse PERSON KEY · add PERSON ORGANISATION")
    printing.line(Text(hint, printing.QUIET))


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
