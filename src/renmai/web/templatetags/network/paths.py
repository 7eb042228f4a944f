"""Paths and introductions on a page: their stops, chances and reasons, what came of them."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from renmai.domain.book.because import Because
from renmai.domain.network.reputation import BranchYield
from renmai.queries.network.cards import Dot, MetCard
from renmai.queries.network.path_cards import PathCard, PathPerson
from renmai.web.pictures.marks import marks
from renmai.web.templatetags.people.names import person_link
from renmai.wording import sentence

register = template.Library()


@register.filter
def about(share: float) -> str:
    """Return a chance as people say it: about 65%, 六成五."""
    return sentence(Because("about_share", {"share": share}))


@register.filter
def stops(path: PathCard) -> list[tuple[PathPerson, float]]:
    """Return everybody on a path after the owner, with the chance of the hop that leads to them."""
    return list(zip(path.people[1:], path.hops, strict=True))


@register.filter
def reasons(path: PathCard) -> list[Because]:
    """Return what a path rests on, hop by hop."""
    return [reason for hop in path.because for reason in hop]


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
def person_links(people: Iterable[Dot | MetCard], mark: str) -> SafeString:
    """Return several people, each linked to their page, the language's mark between them."""
    return mark_safe(mark.join(person_link(_id_of(person), person.name) for person in people))


def _id_of(person: Dot | MetCard) -> int:
    return person.id if isinstance(person, Dot) else person.person_id
