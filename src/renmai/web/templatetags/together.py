"""Words and marks of what is done together: stages, tiers, what a branch yielded, spans under the strip."""

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from renmai.domain.book.because import Because
from renmai.domain.network.reputation import BranchYield
from renmai.queries.ties.cards import Strip, TieCard
from renmai.queries.together.cards import CooperationCard, DueCard, PromiseCard
from renmai.web.pictures import spans
from renmai.web.pictures.marks import marks
from renmai.web.pictures.spans import Span
from renmai.web.templatetags.words import day
from renmai.wording import sentence
from renmai.wording.book.unworded import unworded

register = template.Library()


@register.filter
def stage_words(stage: str) -> str:
    """Return what a stage is called."""
    return sentence(Because(f"stage_{stage}"))


@register.filter
def move_words(stage: str) -> str:
    """Return what the button says that takes a cooperation to a stage."""
    words = {
        "idea": gettext("Back to an idea"),
        "proposal": gettext("Propose it"),
        "agreed": gettext("It is agreed"),
        "running": gettext("It runs"),
        "done": gettext("It is completed"),
        "reviewed": gettext("Reviewed"),
        "dropped": gettext("Drop it"),
    }
    return words.get(stage) or unworded(stage)


@register.filter
def percent_words(percent: float) -> str:
    """Return a share of 100 with its sign."""
    return f"{number_format(percent, 0)}%"


@register.filter
def tier_words(tier: int) -> str:
    """Return what a tier is called."""
    return sentence(Because(f"tier_{tier}"))


@register.filter
def open_ones(promises: Iterable[PromiseCard]) -> list[PromiseCard]:
    """Return the promises that still have to be kept."""
    return [each for each in promises if each.ended_on is None]


@register.filter
def lanes_high(spans: Iterable[Span]) -> int:
    """Return how high spans stand in all."""
    return max((span.text_y + 6 for span in spans), default=0)


@register.inclusion_tag("renmai/ties/parts/mark.html")
def tie_mark(mark: str) -> dict[str, object]:
    """The disc of a tie with its word for those who do not see it."""
    return {"mark": mark or "none", "words": sentence(Because(f"class_{mark}")) if mark else ""}


@register.simple_tag(takes_context=True)
def due_words(context: template.Context, card: DueCard, style: str = "words") -> SafeString:
    """Return the day something is due, with what it means today: late, or due now."""
    words = "%(day)s"
    if card.is_late:
        words = gettext("%(day)s, late")
    elif card.is_due_today:
        words = gettext("%(day)s, due today")
    return mark_safe(words % {"day": day(context, card.due_on, style)})


@register.simple_tag
def coop_gist(one: CooperationCard) -> str:
    """Return what each side gains in one line, and what is left to them; where it ended, what next."""
    if one.finished_on and one.next_idea:
        return gettext("The next one could be: %(idea)s") % {"idea": one.next_idea}
    said = []
    if one.their_gain:
        said.append(gettext("They gain: %(gain)s") % {"gain": one.their_gain})
    if one.my_gain:
        said.append(gettext("I gain: %(gain)s") % {"gain": one.my_gain})
    if one.margin_percent is not None:
        said.append(gettext("left to them: %(percent)s") % {"percent": percent_words(one.margin_percent)})
    return marks().pause.join(said)


@register.simple_tag
def class_moved(tie: TieCard | None) -> str:
    """Return from which class to which the tie came by what was done together, nothing where it did not."""
    if tie is None or not tie.is_class_by_cooperation:
        return ""
    is_new = tie.tie_class_computed is None
    before = gettext("nothing on record") if is_new else sentence(Because(f"class_{tie.tie_class_computed}"))
    after = sentence(Because(f"class_{tie.tie_class}"))
    return gettext("by that, from “%(before)s” to “%(after)s”") % {"before": before, "after": after}


@register.simple_tag
def came_words(yields: BranchYield) -> str:
    """Return what came of a branch in one line."""
    parts = [gettext("%(count)s through them") % {"count": yields.people}]
    if yields.strong:
        parts.append(gettext("%(count)s strong") % {"count": yields.strong})
    if yields.weak:
        parts.append(gettext("%(count)s weak") % {"count": yields.weak})
    if yields.finished:
        parts.append(gettext("%(count)s done together") % {"count": yields.finished})
    return marks().comma.join(parts)


@register.simple_tag
def coop_spans(cooperations: Iterable[CooperationCard], strip: Strip, today: date) -> list[Span]:
    """Return cooperations as spans on the strip's own time; those before it are left out."""
    return spans.spans(cooperations, strip, today)
