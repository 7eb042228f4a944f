"""`renmai same`: who is likely one human under two names or addresses, and what you say to it."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from rich.text import Text

from renmai.actions.people.record_sameness import record_sameness
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, Who
from renmai.cli.people.who import person_of
from renmai.domain.people.handles import handle_of
from renmai.domain.people.likeness import Sameness
from renmai.queries.people.same import same_page
from renmai.queries.people.same_cards import SameCard, SamePage, SidePerson
from renmai.shapes.book import noted_shape
from renmai.shapes.ties import same_shape

SHOWN = 10
SAID = {
    Sameness.YES: gettext_noop("%(person)s and %(other)s are one person now; renmai undo takes it back."),
    Sameness.NO: gettext_noop("%(person)s and %(other)s stay two people; renmai undo takes it back."),
    Sameness.UNSURE: gettext_noop("Noted; you are not asked again whether %(person)s and %(other)s are one."),
}

app = noun(later("Say whether two who look like one human are one."), alone="list")

Other = Annotated[str, typer.Argument(metavar="OTHER", help=later("The one who may be the same."))]


@app.command("list", help=later("List who is likely one human, with what speaks for it."))
@prints(same_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at likely pairs and print them."""
    viewer = open_for_reader()
    page = same_page(viewer, today=clock.day_of(viewer, today))
    printing.answer(page, same_shape, show, as_json=as_json)


@app.command("yes", help=later("Say that two are one person; the first keeps number and notes."))
@prints(noted_shape)
def yes(person: Who, other: Other, as_json: AsJson = False) -> None:
    """Join two people."""
    _say(Sameness.YES, person, other, as_json=as_json)


@app.command("no", help=later("Say that two are two people, whatever may still come in."))
@prints(noted_shape)
def no(person: Who, other: Other, as_json: AsJson = False) -> None:
    """Keep two people apart for ever."""
    _say(Sameness.NO, person, other, as_json=as_json)


@app.command("unsure", help=later("Say that you do not know, and do not want to be asked again."))
@prints(noted_shape)
def unsure(person: Who, other: Other, as_json: AsJson = False) -> None:
    """Ask no more about two people."""
    _say(Sameness.UNSURE, person, other, as_json=as_json)


def _say(sameness: Sameness, person: str, other: str, *, as_json: bool) -> None:
    viewer = open_for_reader()
    one, two = (person_of(viewer, text, as_json=as_json) for text in (person, other))
    decision_id = record_sameness(viewer, one.id, two.id, sameness, now=clock.moment())
    tell_noted(decision_id, _(SAID[sameness]), as_json=as_json, person=one.told_apart, other=two.told_apart)


def show(page: SamePage) -> None:
    """Print the pairs, each with both sides, why, and how to answer."""
    if not page.asked:
        printing.line(_("Nobody in the book looks like somebody else."))
    for card in page.asked[:SHOWN]:
        _show_one(card)
    if page.total > SHOWN:
        more = _("… and %(count)s more; --json lists them.") % {"count": page.total - SHOWN}
        printing.line(Text(more, printing.QUIET))
    if page.asked:
        printing.line(_("Answer with renmai same yes, no or unsure and both numbers."))
    if page.unsure:
        doubted = "; ".join(
            f"{c.one.person_id} {c.one.name}, {c.other.person_id} {c.other.name}" for c in page.unsure
        )
        printing.line(Text(_("Not sure: %(pairs)s") % {"pairs": doubted}, printing.QUIET))


def _show_one(card: SameCard) -> None:
    printing.table(("", "", "", "", ""), (_side(each) for each in (card.one, card.other)), right=(0, 3))
    for line in printing.because_lines(card.because, indent=4):
        printing.line(line)
    if card.is_counted_as_one:
        printing.line(Text("    " + _("Counted as one until you say."), printing.QUIET))
    printing.line()


def _side(side: SidePerson) -> tuple[str | Text, ...]:
    handles = ", ".join(handle_of(handle).value for handle in side.handles[:2])
    span = "" if side.last_on is None else _span(side.first_on or side.last_on, side.last_on)
    return Text(str(side.person_id), printing.QUIET), Text(side.name, "bold"), handles, str(side.acts), span


def _span(first_on: date, last_on: date) -> str:
    return first_on.isoformat() if first_on == last_on else f"{first_on.isoformat()} – {last_on.isoformat()}"


def question(card: SameCard) -> list[str | Text]:
    """Return the lines that ask whether two are one human."""
    sides = [(each.person_id, each.name, told_of(each)) for each in (card.one, card.other)]
    one, other = (
        f"{number} {name} ({handle})" if handle else f"{number} {name}" for number, name, handle in sides
    )
    asked = _("One person? %(one)s and %(other)s") % {"one": one, "other": other}
    numbers = {"one": card.one.person_id, "other": card.other.person_id}
    answers = _("renmai same yes %(one)s %(other)s · no · unsure") % numbers
    return ["", asked, *printing.because_lines(card.because, indent=4), Text(answers, printing.QUIET)]


def told_of(side: SidePerson) -> str:
    """Return the handle by which somebody is told from their namesake."""
    return handle_of(side.handles[0]).value if side.handles else ""
