"""How a tie looks in a line of text: a disc for its class, words for class and state, its strength."""

from django.utils.translation import gettext as _
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


def declared_lines(tie: TieCard) -> list[str]:
    """Return what the owner says a tie is, with day and reason, each beside what was computed."""
    if tie.declared is None:
        return []
    of_class = tie.tie_class_computed
    computed_class = _("no traces") if of_class is None else sentence(Because(f"class_{of_class}"))
    computed = _("no traces") if tie.strength_computed is None else f"{tie.strength_computed * 100:.0f}"
    lines = []
    for word, code, beside in (
        (tie.declared.tie_class, "class", computed_class),
        (tie.declared.bond, "bond", computed_class),
        (tie.declared.strength, "", computed),
    ):
        if word is not None:
            value = sentence(Because(f"{code}_{word.value}")) if code else f"{float(word.value) * 100:.0f}"
            said = {"value": value, "on": word.on.isoformat(), "computed": beside}
            line = _("You said on %(on)s: %(value)s; by the traces: %(computed)s.") % said
            lines.append(f"{line} {word.because}".rstrip())
    return lines
