"""`renmai tier`: whom you keep how close, in tiers of 5, 50 and 100, each with its rhythm."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from rich.text import Text

from renmai.actions.ties.record_tier import record_tier
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.options import AsJson, Today, one_of
from renmai.cli.people.who import person_id_of
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.ties.tiers import Tier
from renmai.queries.ties.tiers import CircleCard, MemberCard, TiersCard
from renmai.queries.ties.tiers import tiers as look
from renmai.shapes import ties as shapes
from renmai.wording import sentence

shape = shapes.tiers
NONE = "none"


def command(
    person: Annotated[
        str | None, typer.Argument(metavar="[PERSON]", help=later("A person's number, handle or name."))
    ] = None,
    tier: Annotated[
        str | None,
        typer.Argument(
            parser=one_of([*(str(int(each)) for each in Tier), NONE]),
            metavar="[TIER]",
            help=later("5, 50, 100 or none."),
        ),
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Look at the tiers and who might be in them, or put somebody into one."""
    if person and tier is None:
        raise typer.BadParameter(_("Say which tier: 5, 50, 100 or none."))
    viewer = open_for_reader()
    if person and tier:
        on = clock.day_of(viewer, today)
        size = None if tier == NONE else int(tier)
        decision_id = record_tier(viewer, person_id_of(viewer, person), size, now=clock.moment(), on=on)
        said(decision_id, as_json=as_json)
    else:
        show_all(viewer, today, as_json=as_json)


def said(decision_id: int | None, *, as_json: bool) -> None:
    """Say whether anything changed."""
    if as_json:
        printing.as_json({"decision_id": decision_id})
    elif decision_id is None:
        printing.line(_("Nothing new: that stands already."))
    else:
        printing.line(_("Noted. renmai tier shows your tiers; renmai undo takes it back."))


def show_all(viewer: Viewer, today, *, as_json: bool) -> None:
    """Look at the tiers and print them."""
    card = look(viewer, today=clock.day_of(viewer, today))
    if as_json:
        printing.as_json(shapes.tiers(card))
    else:
        show(card)


def show(card: TiersCard) -> None:
    """Print each tier with its people, then who is proposed."""
    for circle in card.circles:
        printing.line(Text(_heading(circle), "bold"))
        for line in printing.because_lines(circle.because):
            printing.line(line)
        printing.table(("", "", ""), (_member(each) for each in circle.members), right=(2,))
        printing.line()
    if card.proposed:
        printing.line(Text(_("Proposed"), "bold"))
    for each in card.proposed:
        printing.line(f"  renmai tier {each.row.id} {each.tier}")
        for line in printing.because_lines(each.because, indent=4):
            printing.line(line)


def _heading(circle: CircleCard) -> str:
    name = sentence(Because(f"tier_{circle.tier}"))
    numbers = {"tier": name, "total": len(circle.members), "limit": circle.tier, "days": circle.rhythm_days}
    return _("%(tier)s: %(total)s of %(limit)s, at least every %(days)s days") % numbers


def _member(each: MemberCard) -> tuple[str | Text, ...]:
    silent = "–" if each.silent_days is None else str(each.silent_days)
    late = Text(silent, printing.VERMILION) if each.overdue_days else Text(silent)
    return Text(str(each.row.id), printing.QUIET), each.row.name, late
