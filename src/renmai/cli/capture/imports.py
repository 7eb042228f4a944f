"""`renmai imports`: what came in and what runs; stop it, or begin it again."""

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.capture.queue_import_again import queue_import_again
from renmai.actions.capture.stop_import import stop_import
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Number
from renmai.queries.capture.cards import ImportCard
from renmai.queries.capture.imports import import_cards
from renmai.shapes.capture import imports_listed
from renmai.wording import sentence
from renmai.wording.capture.imports import import_state

app = noun(later("List what came in and what runs; stop it or begin it again."), alone="list")


@app.command("list", help=later("List imports, the newest first."))
@prints(imports_listed)
def list_(as_json: AsJson = False) -> None:
    """Print every import with what it added, what it could not read, and how it stands."""
    cards = import_cards(open_for_reader())
    if as_json:
        printing.write_json(imports_listed(cards))
        return
    if not cards:
        printing.line(_("Nothing has come in yet."))
    headings = ("", _("When"), _("What"), _("Added"), _("Not read"), _("State"))
    printing.table(headings, map(_cells, cards), right=(0, 3, 4))
    for card in cards:
        if card.state == "failed" and card.problems:
            printing.line(Text.assemble(f"  {card.id}: ", sentence(card.problems[0].because)))


@app.command("stop", help=later("Stop an import that waits or runs; what is in stays in."))
def stop(number: Number) -> None:
    """Stop before the next batch."""
    stop_import(open_for_reader(), number, now=clock.moment())
    printing.line(_("It stops. What has come in stays; renmai undo takes it back."))


@app.command("again", help=later("Begin an upload again that failed or was stopped."))
def again(number: Number) -> None:
    """Let it wait for the page's worker."""
    queue_import_again(open_for_reader(), number, now=clock.moment())
    printing.line(_("It waits for its turn; renmai serve reads it."))


def _cells(card: ImportCard) -> tuple[str | Text, ...]:
    return (
        Text(str(card.id), printing.QUIET),
        card.created_at.date().isoformat(),
        card.name,
        str(card.records_new),
        str(card.problems_total) if card.problems_total else "",
        import_state(card.state, is_preview=card.is_preview),
    )
