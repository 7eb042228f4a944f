"""How a tie looks in a line of text: a disc for its class, words for class and state, its strength."""

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.domain.book.because import Because
from renmai.queries.ties.cards import SaidCard, TieCard
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


def declared_lines(tie: TieCard) -> list[str]:
    """Return what finished cooperations and the owner's words make of a tie, beside what was computed."""
    raised = [sentence(tie.raised)] if tie.raised else []
    if tie.declared is None:
        return raised
    none = _("no traces")
    of_class, of_strength = tie.tie_class_computed, tie.strength_computed
    computed_class = none if of_class is None else sentence(Because(f"class_{of_class}"))
    computed_strength = none if of_strength is None else f"{of_strength * 100:.0f}"
    declared, lines = tie.declared, raised
    if declared.tie_class:
        words = sentence(Because(f"class_{declared.tie_class.value}"))
        lines.append(_declared_line(words, declared.tie_class, computed_class))
    if declared.bond:
        words = sentence(Because(f"bond_{declared.bond.value}"))
        lines.append(_declared_line(words, declared.bond, computed_class if tie.is_class_by_bond else ""))
    if declared.strength:
        words = f"{declared.strength.value * 100:.0f}"
        lines.append(_declared_line(words, declared.strength, computed_strength))
    return lines


def _declared_line(words: str, said: SaidCard[str] | SaidCard[float], computed: str) -> str:
    """Return one thing the owner said, with day and reason, beside what was computed where that is known."""
    numbers = {"value": words, "on": said.on.isoformat(), "computed": computed}
    if computed:
        line = _("You said on %(on)s: %(value)s; by the traces: %(computed)s.") % numbers
    else:
        line = _("You said on %(on)s: %(value)s.") % numbers
    return f"{line} {said.because}".rstrip()
