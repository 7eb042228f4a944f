"""How an outreach looks in lines of text."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.domain.book.because import Because
from renmai.queries.reach.outreach_cards import OutreachCard
from renmai.wording import sentence


def show_board(cards: Iterable[OutreachCard]) -> None:
    """Print the outreaches that go on, what is due at the front."""
    open_ones = [card for card in cards if card.is_open]
    if not open_ones:
        printing.line(_("Nobody is being reached out to. Begin: renmai reach start PERSON GOAL"))
    printing.table(("", _("Who"), _("What for"), _("Tried"), _("Next")), map(_cells, open_ones), right=(0, 3))


def _cells(card: OutreachCard) -> tuple[str | Text, ...]:
    due = Text(sentence(card.step), printing.VERMILION if card.is_due or card.is_over else "")
    number = Text(str(card.number), printing.QUIET)
    return number, Text(card.name, "bold"), card.goal, str(len(card.attempts)), due


def lines_of(card: OutreachCard) -> list[Text]:
    """Return one outreach: whom and what for, every attempt, what silence means, what to do now."""
    state = sentence(Because(f"outreach_{card.state}"))
    lines = [Text.assemble((card.name, "bold"), f"  {card.goal} · {state}")]
    if card.deadline_on:
        lines.append(_told(_("By"), card.deadline_on.isoformat()))
    for on, attempt, sign in card.line:
        if attempt:
            said = [sentence(Because(f"way_{attempt.way}")) if attempt.way else "", attempt.news]
            lines.append(_told(f"{on.isoformat()}  →", "  ".join(filter(None, said))))
        if sign:
            lines.append(_told(f"{on.isoformat()}  ←", sign.words or _("they let something be heard")))
    lines += printing.because_lines(card.because)
    lines.append(Text.assemble(("  ▸ ", printing.VERMILION), sentence(card.step)))
    if card.draft:
        lines.append(_told(_("Draft"), sentence(card.draft)))
    return lines


def _told(label: str, said: str) -> Text:
    return Text.assemble((f"  {label}  ", printing.QUIET), said)
