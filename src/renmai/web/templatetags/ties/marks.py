"""Marks of a tie: the badge, the line of strength, the strip of two-way contact."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Protocol

from django import template
from django.utils.safestring import SafeString

from renmai.domain.book.because import Because
from renmai.queries.ties.cards import Strip, TieCard
from renmai.web.frame.rendered import rendered
from renmai.web.pictures import strips
from renmai.web.pictures.marks import marks
from renmai.web.pictures.spans import Span
from renmai.web.templatetags.ties.words import quarter_words
from renmai.wording import sentence

register = template.Library()
MINI_STEPS, MINI_REACH, MINI_UP, MINI_DOWN = 12, 12, 13, 15
SHARE_ON_SCALE = 0.85
LARGE_REACH, LARGE_UP, LARGE_DOWN = 42, 43, 45


@register.simple_tag
def tie_badge(tie: TieCard | None, says_active: bool = False) -> SafeString:
    """Class as a disc and a word; the state only where it is news."""
    if tie is None:
        return rendered("renmai/ties/parts/badge.html", {"mark": "none"})
    has_news = tie.state != "active" or says_active
    is_said = has_news and tie.mark not in ("dormant_strong", "pseudo")
    values: dict[str, Hashable] = {
        "mark": tie.mark,
        "words": sentence(Because(f"class_{tie.mark}")),
        "state": tie.state if is_said else "",
        "state_words": sentence(Because(f"state_{tie.state}")),
    }
    return rendered("renmai/ties/parts/badge.html", values)


@register.simple_tag
def tie_mark(mark: str) -> SafeString:
    """The disc of a tie with its word for those who do not see it."""
    return rendered(
        "renmai/ties/parts/mark.html",
        {"mark": mark or "none", "words": sentence(Because(f"class_{mark}")) if mark else ""},
    )


@register.simple_tag
def strength(tie: TieCard | None, with_delta: bool = True) -> SafeString:
    """The figure, a line, a hollow dot where it stood 90 days ago, and the signed change."""
    if tie is None:
        return rendered("renmai/ties/parts/strength.html", {"figure": None})
    figure = round(tie.strength * 100)
    before = None if tie.strength_before is None else round(tie.strength_before * 100)
    change = 0 if before is None else figure - before
    values: dict[str, Hashable] = {
        "figure": figure,
        "end": f"{figure * 0.72:.1f}",
        "was": None if before is None else f"{before * 0.72:.1f}",
        "delta": (f"+{change}" if change > 0 else f"−{-change}") if change and with_delta else "",
        "with_delta": with_delta,
    }
    return rendered("renmai/ties/parts/strength.html", values)


@register.simple_tag
def strip_mini(strip: Strip | None, top: int = 0) -> SafeString:
    """Twelve months, me above and them below, on the scale `top` that the whole list shares."""
    if strip is None:
        return rendered("renmai/ties/parts/strip_mini.html", {"is_empty": True})
    mine, theirs = strip.from_me[-MINI_STEPS:], strip.from_them[-MINI_STEPS:]
    scale = top or max((*mine, *theirs, 1))
    values: dict[str, Hashable] = {
        "is_empty": False,
        "mine": strips.bars(mine, top=scale, base=MINI_UP, reach=-MINI_REACH),
        "theirs": strips.bars(theirs, top=scale, base=MINI_DOWN, reach=MINI_REACH),
        "from_me": sum(mine),
        "from_them": sum(theirs),
    }
    return rendered("renmai/ties/parts/strip_mini.html", values)


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


@register.filter
def lanes_high(spans: Iterable[Span]) -> int:
    """Return how high spans stand in all."""
    return max((span.text_y + 6 for span in spans), default=0)
