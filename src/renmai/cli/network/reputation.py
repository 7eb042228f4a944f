"""`renmai reputation`: who came to you through whom, what came of it, who speaks of you unasked."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.network.record_commendation import record_commendation
from renmai.actions.network.record_introducer import record_introducer
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, Who
from renmai.cli.people.who import person_id_of
from renmai.cli.ties.lines import DISCS
from renmai.queries.network.reputation import BranchCard, ReputationCard, reputation_card
from renmai.shapes.book import noted_shape
from renmai.shapes.network import reputation_shape

app = noun(
    later("Show who came to you through whom, what came of it, and who speaks of you unasked."), alone="show"
)


@app.command("show", help=later("Show who came through whom, and who speaks of you."))
@prints(reputation_shape)
def show_all(today: Today = None, as_json: AsJson = False) -> None:
    """Look at the tree and print it."""
    viewer = open_for_reader()
    card = reputation_card(viewer, today=clock.day_of(viewer, today))
    printing.answer(card, reputation_shape, show, as_json=as_json)


@app.command("through", help=later("Note through whom you met somebody."))
@prints(noted_shape)
def through(
    person: Who,
    introducer: Annotated[
        str | None, typer.Argument(metavar="INTRODUCER", help=later("Who introduced them to you."))
    ] = None,
    is_nobody: Annotated[bool, typer.Option("--nobody", help=later("Nobody introduced them."))] = False,
    how: Annotated[str, typer.Option("--how", metavar="TEXT", help=later("How it came about."))] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note who introduced somebody to the owner."""
    if bool(introducer) == is_nobody:
        raise typer.BadParameter(_("Say who introduced them, or --nobody."))
    viewer = open_for_reader()
    decision_id = record_introducer(
        viewer,
        person_id_of(viewer, person, as_json=as_json),
        person_id_of(viewer, introducer, as_json=as_json) if introducer else None,
        how=how,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    _noted(decision_id, as_json=as_json)


@app.command("spoke", help=later("Note that somebody spoke of you without being asked."))
@prints(noted_shape)
def spoke(
    person: Who,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=later("What they said of you."))],
    to_whom: Annotated[str, typer.Option("--to", metavar="TEXT", help=later("To whom they said it."))] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note what somebody said of the owner unasked."""
    viewer = open_for_reader()
    decision_id = record_commendation(
        viewer,
        person_id_of(viewer, person, as_json=as_json),
        what,
        to_whom=to_whom,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    _noted(decision_id, as_json=as_json)


def _noted(decision_id: int | None, *, as_json: bool) -> None:
    said = _("Noted. renmai reputation shows it; renmai undo takes it back.")
    tell_noted(decision_id, said, as_json=as_json)


def show(card: ReputationCard) -> None:
    """Print the tree, then who speaks of the owner, then what the letters make likely."""
    if not card.branches:
        printing.line(_("Nobody is noted as having introduced anybody to you."))
    for branch in card.branches:
        _show_branch(branch, depth=0)
    if card.commendations:
        printing.line()
        printing.line(Text(_("Spoke of you unasked"), "bold"))
    for said in card.commendations:
        heard = _("%(name)s to %(whom)s") % {"name": said.name, "whom": said.to_whom}
        who = heard if said.to_whom else said.name
        printing.line(
            Text.assemble((f"  {said.on.isoformat()}  ", printing.QUIET), (who, "bold"), f"  {said.what}")
        )
    if card.proposed:
        printing.line()
        printing.line(Text(_("Perhaps"), "bold"))
    for each in card.proposed:
        printing.line(f"  renmai reputation through {each.person_id} {each.introducer_id}")
        for line in printing.because_lines(each.because, indent=4):
            printing.line(line)


def _show_branch(branch: BranchCard, *, depth: int) -> None:
    came = ""
    if branch.below:
        numbers = {
            "people": branch.yields.people,
            "strong": branch.yields.strong,
            "weak": branch.yields.weak,
            "done": branch.yields.finished,
        }
        came = (
            _("%(people)s through them: %(strong)s strong, %(weak)s weak; %(done)s done together") % numbers
        )
    mark = DISCS.get(branch.mark, " ")
    how = f"  {branch.how}" if branch.how else ""
    printing.line(
        Text.assemble("   " * depth, f"{mark} ", (branch.name, "bold"), how, (f"  {came}", printing.QUIET))
    )
    for each in branch.below:
        _show_branch(each, depth=depth + 1)
