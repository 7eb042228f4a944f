"""What is done together on a page: stages, what each side gains, spans under the strip."""

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from renmai.domain.book.because import Because
from renmai.queries.ties.cards import Strip, TieCard
from renmai.queries.together.cards import CooperationCard, DueCard
from renmai.web.pictures import spans
from renmai.web.pictures.marks import marks
from renmai.web.pictures.spans import Span
from renmai.web.templatetags.book.days import day
from renmai.web.templatetags.book.figures import percent_words
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
def coop_spans(cooperations: Iterable[CooperationCard], strip: Strip, today: date) -> list[Span]:
    """Return cooperations as spans on the strip's own time; those before it are left out."""
    return spans.spans(cooperations, strip, today)
