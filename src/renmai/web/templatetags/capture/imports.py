"""What came in on a page: sources, origins, where a problem stands."""

from django import template

from renmai.domain.capture.locations import Location
from renmai.domain.people.owner_candidates import OwnerCandidate
from renmai.web.forms.people.people import MeForm
from renmai.web.templatetags.people.timeline import kind_icon
from renmai.wording import location_words
from renmai.wording.capture.sources import ExportWords, exports, titles_of_all

register = template.Library()


@register.filter
def located(where: Location) -> str:
    """Return where in a file something stands."""
    return location_words(where)


@register.simple_tag
def exports_read() -> list[ExportWords]:
    """Return what every source reads and how people get it."""
    return exports()


@register.simple_tag
def titles_read(*, with_acts: bool = False) -> str:
    """Return what can be read, in one line; `with_acts` only what tells of acts between people."""
    return titles_of_all(with_acts=with_acts)


@register.filter
def is_ticked(entry: OwnerCandidate, form: MeForm) -> bool:
    """Tell whether a handle's box is ticked: as it was sent, else where it is likely the owner's."""
    return entry.typed in form.ticks if form.is_bound else entry.is_likely


@register.filter
def source_icon(brings: str) -> str:
    """Return the icon of a source by the kind of act it brings; without one it lists people."""
    return kind_icon(brings) if brings else "people"
