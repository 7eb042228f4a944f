"""`renmai today`: whom to reach today, why, and with which words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today
from renmai.cli.people import occasions
from renmai.cli.people.same import question
from renmai.cli.reach.brief import meeting_at_hand
from renmai.cli.ties.lines import mark_and_figures
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.queries.today.cards import TodayCard, TodayItem
from renmai.queries.today.page import today_card
from renmai.shapes.today import today_shape
from renmai.wording import sentence
from renmai.wording.capture.sources import titles_of_all


@prints(today_shape)
def command(today: Today = None, as_json: AsJson = False) -> None:
    """Look at Today and print it."""
    viewer = open_for_reader()
    day = clock.day_of(viewer, today)
    printing.answer(today_card(viewer, today=day), today_shape, show, as_json=as_json)


def print_page(viewer: Viewer, day: date) -> None:
    """Look at Today of `day` and print it as a page."""
    show(today_card(viewer, today=day))


def show(card: TodayCard) -> None:
    """Print Today as a page: at most seven items, then the days to come, then what to type next."""
    title = Text.assemble(
        (_("Today"), "bold"), ("  " + date_format(card.today, _("l j F Y")), printing.QUIET)
    )
    printing.line(title)
    if card.is_book_empty:
        printing.line(_("The book is empty. Read something in: renmai import PATH --me you@example.org"))
        printing.line(_("What can be read: %(titles)s.") % {"titles": titles_of_all()})
        return
    for text in printing.because_lines(card.because, indent=0):
        printing.line(text)
    for meeting in card.meetings.coming:
        printing.line(meeting_at_hand(meeting))
    for number, item in enumerate(card.items, start=1):
        printing.line()
        for text in entry(number, item):
            printing.line(text)
    if card.same:
        for line in question(card.same):
            printing.line(line)
    if not card.items and not card.because and not card.meetings.coming:
        printing.line(_("Nothing for today. Enjoy it."))
    for work in card.handed_in:
        printing.line()
        printing.line(sentence(work.because))
    if card.occasions:
        printing.line()
        printing.line(Text(_("Days to come"), "bold"))
        for occasion in card.occasions:
            on = printing.day(occasion.on)
            printing.line(
                Text.assemble("  ", (on, printing.QUIET), f"  {occasion.name}  ", occasions.words(occasion))
            )
    for renewal in card.renewals:
        printing.line()
        for text in printing.because_lines([renewal.because, renewal.advice], indent=0):
            printing.line(text)
    if card.items:
        printing.line()
        printing.line(Text(_("renmai done 1 · renmai later 1 --until DATE · renmai drop 1"), printing.QUIET))


def entry(number: int, item: TodayItem) -> list[Text]:
    """Return the lines of one item: who, why, the step, the draft."""
    kind = sentence(Because(f"kind_{item.kind}"))
    head = Text.assemble(
        (f"{number:>2}  ", printing.QUIET),
        (kind, f"bold {printing.VERMILION}" if item.is_urgent else printing.QUIET),
        "  ",
        (item.name, "bold"),
    )
    if item.subtitle:
        head.append(f"  {item.subtitle}", printing.QUIET)
    if item.tie:
        head.append("  ").append(mark_and_figures(item.tie))
    lines = [head, *printing.because_lines(item.because, indent=4)]
    lines.append(Text.assemble("    ", ("→ ", printing.VERMILION), (sentence(item.step), "bold")))
    if item.draft:
        lines.append(Text.assemble("    ", ("┆ ", printing.QUIET), (sentence(item.draft), printing.INK_BLUE)))
    return lines
