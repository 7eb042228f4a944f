"""How a tie looks in a line of text: a disc for its class, words for class and state, its strength."""

from rich.text import Text

from renmai.cli import printing
from renmai.domain.because import Because
from renmai.queries.cards import TieCard
from renmai.wording import sentence

DISCS = {"pseudo": "◌", "weak": "◐", "strong": "●", "dormant_strong": "☾"}


def disc(tie: TieCard | None) -> str:
    """Return the mark of a tie's class: a crescent where a strong one is dormant."""
    return " " if tie is None else DISCS[tie.mark]


def class_and_state(tie: TieCard) -> str:
    """Return a tie's class and state in words."""
    return " · ".join(sentence(Because(code)) for code in (f"class_{tie.tie_class}", f"state_{tie.state}"))


def strength(tie: TieCard) -> str:
    """Return the strength as screens show it, 0 to 100."""
    return f"{tie.strength * 100:.0f}"


def both_sides(tie: TieCard) -> Text:
    """Return how many acts came from me, in vermilion, and how many from them, in ink blue."""
    return Text.assemble(
        (f"→{tie.acts_out}", printing.VERMILION), " ", (f"←{tie.acts_in}", printing.INK_BLUE)
    )


def mark_and_figures(tie: TieCard) -> Text:
    """Return disc, class, state and strength in one run of text."""
    return Text(f"{disc(tie)} {class_and_state(tie)} · {strength(tie)}", printing.QUIET)
