"""What came in on a page: sources, origins, where a problem stands."""

from typing import NamedTuple

from django import template

from renmai.domain.book.because import Because
from renmai.domain.capture.locations import Location
from renmai.domain.people.owner_candidates import OwnerCandidate
from renmai.sources.address_book.plain_headings import COLUMN_CHOICES, choice_of
from renmai.web.forms.capture.columns import ColumnsForm
from renmai.web.forms.people.people import MeForm
from renmai.web.templatetags.people.timeline import kind_icon
from renmai.wording import location_words, sentence
from renmai.wording.capture.sources import ExportWords, exports, titles_of_all

register = template.Library()


class ColumnRow(NamedTuple):
    """A heading of a table, what may be chosen for it, and what is: a likely one, until somebody chose."""

    heading: str
    choices: list[tuple[str, str]]
    chosen: str


@register.simple_tag
def columns_of(headings: tuple[str, ...], form: ColumnsForm) -> list[ColumnRow]:
    """Return a table's headings with what may be said of them."""
    choices = [(code, sentence(Because(f"column_{code.replace(' ', '_')}"))) for code in COLUMN_CHOICES]
    sent = form.meanings if form.is_bound else {}
    return [
        ColumnRow(heading, choices, sent.get(heading, choice_of(heading) if not sent else ""))
        for heading in headings
    ]


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
