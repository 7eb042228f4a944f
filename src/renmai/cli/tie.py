"""`renmai tie`: one tie in figures, and the evidence for its strength."""

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import clock, printing, shapes
from renmai.cli.book import open_for_reader
from renmai.cli.options import AsJson, Today, Who
from renmai.cli.ties import both_sides, mark_and_figures
from renmai.cli.who import person_id_of
from renmai.queries.cards import TieCard
from renmai.queries.tie import tie as look
from renmai.wording import sentence


def command(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Look at one tie and print it."""
    viewer = open_for_reader()
    day = clock.day_of(viewer, today)
    row = look(viewer, person_id_of(viewer, person), today=day)
    if as_json:
        printing.as_json(shapes.tie(row))
        return
    printing.line(Text.assemble((row.name, "bold"), f"  {row.subtitle}"))
    if row.tie is None:
        printing.line(_("There is no tie: nothing has passed between you."))
    else:
        show(row.tie)
    if row.replies:
        printing.line()
        for each in row.replies.because:
            printing.line(sentence(each))


def show(tie: TieCard) -> None:
    """Print a tie's figures in two columns, then its evidence."""
    printing.line(mark_and_figures(tie))
    printing.table(("", ""), ((Text(label, printing.QUIET), value) for label, value in figures(tie)))
    for line in printing.because_lines(tie.because):
        printing.line(line)


def figures(tie: TieCard) -> list[tuple[str, str | Text]]:
    """Return what is known of a tie as label and value."""
    known: list[tuple[str, str | Text | None]] = [
        (_("Acts, me / them"), both_sides(tie)),
        (_("Days with contact"), str(tie.days_active)),
        (_("Reciprocity"), f"{tie.reciprocity:.0%}"),
        (_("Standing"), None if tie.standing is None else f"{tie.standing:.0%}"),
        (
            _("Strength 90 days ago"),
            None if tie.strength_before is None else f"{tie.strength_before * 100:.0f}",
        ),
        (_("Usual rhythm, days"), None if tie.rhythm_days is None else f"{tie.rhythm_days:.0f}"),
        (_("First contact"), shapes.iso(tie.first_on)),
        (_("Last from me"), shapes.iso(tie.last_out_on)),
        (_("Last from them"), shapes.iso(tie.last_in_on)),
    ]
    return [(label, value) for label, value in known if value is not None]
