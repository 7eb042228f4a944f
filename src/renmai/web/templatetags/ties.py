"""Marks of a tie: the badge, the line of strength, the strip of two-way contact."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from django import template
from django.utils.translation import gettext

from renmai.domain.book.because import Because
from renmai.queries.ties.cards import Strip, TieCard
from renmai.web.pictures import strips
from renmai.web.pictures.marks import marks
from renmai.web.pictures.spans import Span
from renmai.wording import sentence

register = template.Library()
MINI_STEPS, MINI_REACH, MINI_UP, MINI_DOWN = 12, 12, 13, 15
SHARE_ON_SCALE = 0.85
LARGE_REACH, LARGE_UP, LARGE_DOWN = 42, 43, 45


@register.inclusion_tag("renmai/ties/parts/badge.html")
def tie_badge(tie: TieCard | None, says_active: bool = False) -> dict[str, object]:
    """Class as a disc and a word; the state only where it is news."""
    if tie is None:
        return {"mark": "none"}
    has_news = tie.state != "active" or says_active
    is_said = has_news and tie.mark not in ("dormant_strong", "pseudo")
    return {
        "mark": tie.mark,
        "words": sentence(Because(f"class_{tie.mark}")),
        "state": tie.state if is_said else "",
        "state_words": sentence(Because(f"state_{tie.state}")),
    }


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


@register.inclusion_tag("renmai/ties/parts/strength.html")
def strength(tie: TieCard | None, with_delta: bool = True) -> dict[str, object]:
    """The figure, a line, a hollow dot where it stood 90 days ago, and the signed change."""
    if tie is None:
        return {"figure": None}
    figure = round(tie.strength * 100)
    before = None if tie.strength_before is None else round(tie.strength_before * 100)
    change = 0 if before is None else figure - before
    return {
        "figure": figure,
        "end": f"{figure * 0.72:.1f}",
        "was": None if before is None else f"{before * 0.72:.1f}",
        "delta": (f"+{change}" if change > 0 else f"−{-change}") if change and with_delta else "",
        "with_delta": with_delta,
    }


@register.inclusion_tag("renmai/ties/parts/strip_mini.html")
def strip_mini(strip: Strip | None, top: int = 0) -> dict[str, object]:
    """Twelve months, me above and them below, on the scale `top` that the whole list shares."""
    if strip is None:
        return {"is_empty": True}
    mine, theirs = strip.from_me[-MINI_STEPS:], strip.from_them[-MINI_STEPS:]
    scale = top or max((*mine, *theirs, 1))
    return {
        "is_empty": False,
        "mine": strips.bars(mine, top=scale, base=MINI_UP, reach=-MINI_REACH),
        "theirs": strips.bars(theirs, top=scale, base=MINI_DOWN, reach=MINI_REACH),
        "from_me": sum(mine),
        "from_them": sum(theirs),
    }


@register.inclusion_tag("renmai/ties/parts/strip.html")
def strip_large(
    strip: Strip,
    silence_days: int | None,
    quarters: Iterable[tuple[str, int, int]] = (),
    spans: Sequence[Span] = (),
) -> dict[str, object]:
    """Two years by weeks, the present silence as a wash, what was done together below, and all as a table."""
    mine, theirs = strip.from_me, strip.from_them
    scale = max((*mine, *theirs, 1))
    wide = strips.width(mine)
    gap = strips.silent_steps(mine, theirs) * strips.STEP
    has_silence = bool(gap) and silence_days is not None
    return {
        "width": wide,
        "mine": strips.bars(mine, top=scale, base=LARGE_UP, reach=-LARGE_REACH),
        "theirs": strips.bars(theirs, top=scale, base=LARGE_DOWN, reach=LARGE_REACH),
        "from_me": sum(mine),
        "from_them": sum(theirs),
        "gap": gap if has_silence else 0,
        "gap_starts": wide - gap,
        "silent_days": silence_days if has_silence else None,
        "ticks": strips.months_of(strip.starts_on, len(mine)),
        "spans": spans,
        "titles": marks().listing.join(span.title for span in spans),
        "quarters": [(quarter_words(label), mine, theirs) for label, mine, theirs in quarters],
    }


class HasStrip(Protocol):
    """A row of a list that draws a strip."""

    @property
    def strip(self) -> Strip | None:
        """What it draws, None where there were no acts."""


@register.filter
def strip_scale(rows: Iterable[HasStrip]) -> int:
    """Return the scale the strips of a list share: a few very active ties do not flatten the others."""
    strips = [row.strip for row in rows if row.strip is not None]
    tops = sorted(max((*s.from_me[-MINI_STEPS:], *s.from_them[-MINI_STEPS:], 1)) for s in strips)
    return tops[int((len(tops) - 1) * SHARE_ON_SCALE)] if tops else 1


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
