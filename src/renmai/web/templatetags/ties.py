"""Marks of a tie: the badge, the line of strength, the strip of two-way contact."""

from django import template
from django.utils.translation import gettext

from renmai.queries.cards import Strip, TieCard
from renmai.web import shapes

register = template.Library()
MINI_STEPS, MINI_REACH, MINI_UP, MINI_DOWN = 12, 12, 13, 15
SHARE_ON_SCALE = 0.85
LARGE_REACH, LARGE_UP, LARGE_DOWN = 42, 43, 45


def class_code(tie: TieCard | None) -> str:
    """Return the mark a tie wears: its class, or `dormant` for a strong one that sleeps, or `none`."""
    if tie is None:
        return "none"
    if tie.tie_class == "strong" and tie.state == "dormant":
        return "dormant"
    return tie.tie_class


@register.inclusion_tag("renmai/parts/tie.html")
def tie_badge(tie: TieCard | None, says_active: bool = False) -> dict:
    """Class as a disc and a word; the state only where it is news."""
    mark = class_code(tie)
    state = tie.state if tie is not None and mark not in ("dormant", "pseudo") else ""
    return {"mark": mark, "state": "" if state == "active" and not says_active else state}


@register.inclusion_tag("renmai/parts/strength.html")
def strength(tie: TieCard | None, with_delta: bool = True) -> dict:
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


@register.inclusion_tag("renmai/parts/strip_mini.html")
def strip_mini(strip: Strip | None, top: int = 0) -> dict:
    """Twelve months, me above and them below, on the scale `top` that the whole list shares."""
    if strip is None:
        return {"is_empty": True}
    mine, theirs = strip.from_me[-MINI_STEPS:], strip.from_them[-MINI_STEPS:]
    scale = top or max((*mine, *theirs, 1))
    return {
        "is_empty": False,
        "mine": shapes.bars(mine, top=scale, base=MINI_UP, reach=-MINI_REACH),
        "theirs": shapes.bars(theirs, top=scale, base=MINI_DOWN, reach=MINI_REACH),
        "from_me": sum(mine),
        "from_them": sum(theirs),
    }


@register.inclusion_tag("renmai/parts/strip.html")
def strip_large(strip: Strip, silent_days: int | None, quarters: tuple = ()) -> dict:
    """Two years by weeks, the present silence as a wash, and the same as a table."""
    mine, theirs = strip.from_me, strip.from_them
    scale = max((*mine, *theirs, 1))
    wide = shapes.width(mine)
    gap = shapes.silent_steps(mine, theirs) * shapes.STEP
    has_silence = bool(gap) and (silent_days or 0) >= 14
    return {
        "width": wide,
        "mine": shapes.bars(mine, top=scale, base=LARGE_UP, reach=-LARGE_REACH),
        "theirs": shapes.bars(theirs, top=scale, base=LARGE_DOWN, reach=LARGE_REACH),
        "from_me": sum(mine),
        "from_them": sum(theirs),
        "gap": gap if has_silence else 0,
        "gap_starts": wide - gap,
        "silent_days": silent_days if has_silence else None,
        "ticks": shapes.months_of(strip.starts_on, len(mine)),
        "quarters": [(quarter_words(label), mine, theirs) for label, mine, theirs in quarters],
    }


@register.filter
def loudest(rows: tuple) -> int:
    """Return the scale the strips of a list share; the loudest few do not hush the rest."""
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
