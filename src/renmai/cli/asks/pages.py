"""How `renmai ask` prints: the verdict with its reasons, past asks and kept wishes."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.domain.asks.limits import Verdict
from renmai.domain.book.because import Because
from renmai.queries.asks.cards import AskCard, AsksCard, PastAsk
from renmai.wording import sentence

SIGNS = {Verdict.GO: "✓", Verdict.WAIT: "…", Verdict.BETTER_NOT: "✗"}


def show(card: AskCard) -> None:
    """Print the verdict, then each question with its finding, then what to do first, then a draft."""
    mark = sentence(Because(f"verdict_mark_{card.verdict}"))
    printing.line(Text.assemble((f"[{mark}] ", printing.VERMILION), (sentence(card.title), "bold")))
    printing.line(Text(sentence(card.summary), printing.QUIET))
    printing.table(
        ("", "", ""),
        (
            (
                SIGNS[each.verdict],
                Text(sentence(Because(f"question_{each.question}")), printing.QUIET),
                sentence(each.because),
            )
            for each in card.findings
        ),
    )
    for person in card.better_people:
        printing.line(
            Text.assemble(
                "→ ",
                (person.name, "bold"),
                f"  {person.offer}",
                (f"  renmai ask {person.id}", printing.QUIET),
            )
        )
    if card.steps and card.request:
        printing.line(Text(_("What makes it right to ask"), "bold"))
        for step in card.steps:
            printing.line(f"  {printing.day(step.on)}  {sentence(step.because)}")
    if card.draft:
        printing.line(Text(_("A draft for that day; nothing is sent"), "bold"))
        for line in sentence(card.draft).splitlines():
            printing.line(Text.assemble("  ┆ ", (line, printing.INK_BLUE)))
    printing.line(Text(sentence(card.basis), printing.QUIET))


def show_past(card: AsksCard) -> None:
    """Print the wishes kept, then past asks with their endings."""
    if not card.asks and not card.wishes:
        printing.line(_("You have noted no ask yet: renmai ask PERSON WHAT judges one, ask record keeps it."))
    if card.wishes:
        printing.line(Text(_("Kept for later"), "bold"))
        for each in card.wishes:
            on = date_format(each.wish.until, _("j F Y"))
            printing.line(f"  {each.wish.key}  {on}  {each.name}  {each.wish.what}")
    if card.asks:
        printing.line(Text(_("Past asks"), "bold"))
        printing.table(("", _("Date"), "", "", "", ""), (_past(each) for each in card.asks), right=(0,))
    printing.line(Text(sentence(card.basis), printing.QUIET))


def _past(past: PastAsk) -> tuple[str, ...]:
    ask = past.ask
    if ask.outcome:
        ended = sentence(Because(f"outcome_{ask.outcome}"))
    else:
        ended = _("no answer; was it ignored?") if past.is_over else _("not answered yet")
    verdict = sentence(Because(f"verdict_mark_{ask.verdict}")) if ask.verdict else ""
    return str(past.id), date_format(ask.on, _("j F Y")), past.name, ask.what, verdict, ended
