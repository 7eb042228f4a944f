"""`renmai tier`: whom you keep how close, in tiers of 5, 50 and 100, each with its rhythm."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.ties.record_tier import record_tier
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, Who, one_of
from renmai.cli.people.who import person_id_of
from renmai.domain.book.because import Because
from renmai.domain.ties.tiers import Tier
from renmai.queries.ties.tiers import MemberCard, TierMembers, TiersCard, tiers_card
from renmai.shapes.book import noted_shape
from renmai.shapes.ties import tiers_shape
from renmai.wording import sentence

app = noun(later("Choose whom you keep how close: tiers of 5, 50 and 100."), alone="show")


@app.command("show", help=later("Show the tiers, and who might be in them."))
@prints(tiers_shape)
def show_all(today: Today = None, as_json: AsJson = False) -> None:
    """Look at the tiers and print them."""
    viewer = open_for_reader()
    card = tiers_card(viewer, today=clock.day_of(viewer, today))
    printing.answer(card, tiers_shape, show, as_json=as_json)


@app.command("set", help=later("Put somebody into a tier."))
@prints(noted_shape)
def set_(
    person: Who,
    tier: Annotated[
        str,
        typer.Argument(
            parser=one_of(str(int(each)) for each in Tier), metavar="TIER", help=later("5, 50 or 100.")
        ),
    ],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Put somebody into a tier."""
    record(person, int(tier), today=today, as_json=as_json)


@app.command("clear", help=later("Take somebody out of their tier."))
@prints(noted_shape)
def clear(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Take somebody out of their tier."""
    record(person, None, today=today, as_json=as_json)


def record(person: str, tier: int | None, *, today: date | None, as_json: bool) -> None:
    """Record the tier of somebody, None for none."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    decision_id = record_tier(viewer, person_id, tier, now=clock.moment(), on=clock.day_of(viewer, today))
    said = _("Noted. renmai tier shows your tiers; renmai undo takes it back.")
    tell_noted(decision_id, said, as_json=as_json)


def show(card: TiersCard) -> None:
    """Print each tier with its people, then who is proposed."""
    for circle in card.tiers:
        printing.line(Text(_heading(circle), "bold"))
        for line in printing.because_lines(circle.because):
            printing.line(line)
        printing.table(("", "", ""), (_member(each) for each in circle.members), right=(2,))
        printing.line()
    if card.proposed:
        printing.line(Text(_("Proposed"), "bold"))
    for each in card.proposed:
        printing.line(f"  renmai tier set {each.row.id} {each.tier}")
        for line in printing.because_lines(each.because, indent=4):
            printing.line(line)


def _heading(circle: TierMembers) -> str:
    name = sentence(Because(f"tier_{circle.tier}"))
    numbers = {"tier": name, "total": len(circle.members), "limit": circle.tier, "days": circle.rhythm_days}
    return _("%(tier)s: %(total)s of %(limit)s, at least every %(days)s days") % numbers


def _member(each: MemberCard) -> tuple[str | Text, ...]:
    silent = "–" if each.silent_days is None else str(each.silent_days)
    late = Text(silent, printing.VERMILION) if each.overdue_days else Text(silent)
    return Text(str(each.row.id), printing.QUIET), each.row.name, late
