"""Words of a tie: class, state, bond, tier, what the owner said of it, what an act was."""

from datetime import date
from typing import NamedTuple

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from renmai.domain.book.because import Because
from renmai.queries.ties.cards import TieCard
from renmai.wording import sentence
from renmai.wording.book.unworded import unworded

register = template.Library()


@register.simple_tag
def class_words(tie_class: str | None) -> str:
    """Return what a class is called; None is the class of a tie without traces."""
    return gettext("nothing on record") if tie_class is None else sentence(Because(f"class_{tie_class}"))


@register.simple_tag
def state_words(state: str) -> str:
    """Return what a state is called."""
    return sentence(Because(f"state_{state}"))


@register.simple_tag
def bond_words(bond: str) -> str:
    """Return what a bond is called."""
    return sentence(Because(f"bond_{bond}"))


@register.filter
def tier_words(tier: int) -> str:
    """Return what a tier is called."""
    return sentence(Because(f"tier_{tier}"))


class SaidWord(NamedTuple):
    """One thing the owner said of a tie, and what the traces say instead where they say anything of it."""

    words: str
    on: date
    because: str
    computed: str


@register.simple_tag
def words_said(tie: TieCard) -> list[SaidWord]:
    """Return what the owner said of a tie: class, bond, strength."""
    declared = tie.declared
    if declared is None:
        return []
    found = []
    by_traces = class_words(tie.tie_class_computed)
    if said := declared.tie_class:
        found.append(SaidWord(class_words(said.value), said.on, said.because, by_traces))
    if bond := declared.bond:
        by_bond = by_traces if tie.is_class_by_bond else ""
        found.append(SaidWord(bond_words(bond.value), bond.on, bond.because, by_bond))
    if share := declared.strength:
        computed = tie.strength_computed
        by_figures = class_words(None) if computed is None else str(round(computed * 100))
        found.append(SaidWord(str(round(share.value * 100)), share.on, share.because, by_figures))
    return found


def quarter_words(label: str) -> str:
    """Return `2026-Q1` as people say it."""
    year, _, number = label.partition("-Q")
    names = (
        gettext("first quarter of %(year)s"),
        gettext("second quarter of %(year)s"),
        gettext("third quarter of %(year)s"),
        gettext("fourth quarter of %(year)s"),
    )
    return names[int(number) - 1] % {"year": year} if number in ("1", "2", "3", "4") else label


@register.filter
def rule_words(name: str) -> str:
    """Return what a simpler rule of ranking ties is called."""
    words = {
        "recency": _("latest contact"),
        "count": _("number of acts"),
        "interactions_rank": _("Interactions Rank: mine three times theirs"),
        "both_directions": _("acts of both sides, fading"),
        "geometric_mean": _("both sides' acts multiplied, fading"),
    }
    return words.get(name) or unworded(name)
