"""`renmai leaving`: the job-change test, for your position or for somebody's."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today
from renmai.cli.people.who import person_id_of
from renmai.cli.positions.position import words
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.positions.leaving import Stakes
from renmai.queries.positions.cards import LeavingCard, PastLeavingCard, TieAtRisk
from renmai.queries.positions.leaving import leaving_card
from renmai.queries.positions.of_person import person_leaving
from renmai.queries.positions.past_leaving import past_leaving_card
from renmai.shapes.positions import leaving_shape, past_leaving_shape, person_leaving_shape
from renmai.wording import sentence

MOST_SHOWN = 30


@prints(leaving_shape, person_leaving_shape, past_leaving_shape)
def command(
    person: Annotated[
        str | None,
        typer.Argument(metavar="PERSON", help=later("Whose position is left; without, your own.")),
    ] = None,
    position: Annotated[
        str,
        typer.Option(metavar="KEY", help=later("Which of your positions, as renmai position lists them.")),
    ] = "",
    past: Annotated[
        bool,
        typer.Option("--past", help=later("Show who stayed at your past changes, beside what was expected.")),
    ] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say which ties would stay if a position were left today, and what to do about the others."""
    if person and (position or past):
        raise typer.BadParameter(_("--position and --past are about your own positions."))
    if position and past:
        raise typer.BadParameter(_("--past looks at all of your past changes."))
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    if person:
        _of_person(viewer, person_id_of(viewer, person, as_json=as_json), on, as_json=as_json)
    elif past:
        _of_past(viewer, on, as_json=as_json)
    else:
        _of_mine(viewer, position, on, as_json=as_json)


def _of_mine(viewer: Viewer, key: str, on: date, *, as_json: bool) -> None:
    card = leaving_card(viewer, today=on, position_key=key)
    printing.answer(card, leaving_shape, show_mine, as_json=as_json)


def show_mine(card: LeavingCard) -> None:
    """Print which ties would stay, which are at risk, and what to do while one is there."""
    if card.position is None:
        printing.line(_("No position of yours is known. Note it: renmai position add me ORGANISATION"))
        return
    printing.line(Text(_("If you left today: %(position)s") % {"position": words(card.position)}, "bold"))
    if card.is_assumed:
        printing.line(Text(_("Read from your addresses; renmai position add me notes it."), printing.QUIET))
    for line in printing.because_lines(card.because, indent=0):
        printing.line(line)
    if card.rows:
        printing.line()
        printing.table(_headings(), map(_row, card.rows[:MOST_SHOWN]), right=(2, 3, 4))
    for stake in stakes_lines(card.lost):
        printing.line(stake)
    for step in _plan(card):
        printing.line(step)


def _headings() -> list[str]:
    return [_("Person"), "", _("Stays, of 100"), _("Through it, of 100"), _("Strength"), _("Because")]


def _row(risk: TieAtRisk) -> list[str]:
    return [
        risk.name,
        sentence(Because(f"fate_{risk.fate}")),
        str(round(100 * risk.chance)),
        str(round(100 * risk.part)),
        str(round(100 * risk.strength)),
        " ".join(map(sentence, risk.because[1:2])),
    ]


def stakes_lines(stakes: Stakes) -> Iterator[str]:
    """Yield what was noted of the ties that would be lost."""
    named = {
        _("needs"): stakes.needs,
        _("offers"): stakes.offers,
        _("cooperations under way"): stakes.open_cooperations,
        _("cooperations done"): stakes.done_cooperations,
        _("people only they can introduce"): stakes.opens,
    }
    told = [f"{word} {count}" for word, count in named.items() if count]
    if told:
        yield ""
        yield _("With the ties counted as lost would go: %(things)s") % {"things": printing.listed(told)}


def _plan(card: LeavingCard) -> Iterator[Text]:
    if card.plan:
        yield Text()
        yield Text(_("To make personal while you are there"), "bold")
    for risk in card.plan:
        yield Text.assemble((risk.name, "bold"), f"  {round(100 * risk.chance)}")
        for step in risk.steps:
            yield Text.assemble(("  → ", printing.VERMILION), sentence(step))


def _of_person(viewer: Viewer, person_id: int, on: date, *, as_json: bool) -> None:
    found = person_leaving(viewer, person_id, today=on)
    name, card = found.positions.name, found.leaving
    if as_json:
        printing.write_json(person_leaving_shape(person_id, name, card))
        return
    printing.line(Text(sentence(found.heading), "bold"))
    if card.position is None:
        printing.line(_("No work position is known of this tie, so it is not at risk by a change of one."))
        return
    printing.line(words(card.position))
    if card.risk is None:
        printing.line(_("There is no tie: nothing has passed between you."))
        return
    chance = Text.assemble(
        sentence(Because(f"fate_{card.risk.fate}")), f"  {round(100 * card.risk.chance)} / 100"
    )
    printing.line(chance)
    for line in printing.because_lines(card.risk.because):
        printing.line(line)
    for step in card.risk.steps:
        printing.line(Text.assemble(("  → ", printing.VERMILION), sentence(step)))


def _of_past(viewer: Viewer, on: date, *, as_json: bool) -> None:
    card = past_leaving_card(viewer, today=on)
    printing.answer(card, past_leaving_shape, show_past, as_json=as_json)


def show_past(card: PastLeavingCard) -> None:
    """Print each past change with who stayed."""
    for line in past_lines(card):
        printing.line(line)


def past_lines(card: PastLeavingCard) -> Iterator[Text]:
    """Yield each past change with who stayed and what the test would have said, then its limits."""
    for change in card.changes:
        yield Text(sentence(change.because), "bold")
        for fate, ties, stayed, predicted in change.judged.rows:
            yield Text(
                _("  counted as %(fate)s: %(ties)s ties, %(stayed)s stayed, expected %(predicted)s")
                % {
                    "fate": sentence(Because(f"fate_{fate}")),
                    "ties": ties,
                    "stayed": stayed,
                    "predicted": f"{predicted:.1f}",
                }
            )
    for because in card.because:
        yield Text(sentence(because), printing.QUIET)
