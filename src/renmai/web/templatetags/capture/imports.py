"""What came in on a page: sources, origins, where a problem stands."""

from collections.abc import Iterator
from typing import NamedTuple

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from renmai.domain.book.because import Because
from renmai.domain.capture.locations import Location
from renmai.domain.people.owner_candidates import OwnerCandidate
from renmai.sources.address_book.plain_headings import COLUMN_CHOICES, choice_of
from renmai.web.forms.book.boxes import ChoiceBox
from renmai.web.forms.capture.columns import ColumnsForm
from renmai.web.forms.people.people import MeForm
from renmai.web.templatetags.people.timeline import kind_icon
from renmai.wording import location_words, sentence
from renmai.wording.capture.sources import ExportWords, exports, titles_of_all

register = template.Library()


class ColumnRow(NamedTuple):
    """A heading of a table, and the box in which is chosen what it holds; `id` is the box's on the page."""

    heading: str
    id: str
    box: SafeString


@register.simple_tag
def columns_of(headings: tuple[str, ...], form: ColumnsForm) -> list[ColumnRow]:
    """Return a table's headings with what may be said of them: the likely one chosen until somebody chose."""
    sent = form.meanings if form.is_bound else {}
    box = ChoiceBox(attrs={"class": "input"})
    box.words = _column_choices
    rows = []
    for place, heading in enumerate(headings, start=1):
        chosen = sent.get(heading, choice_of(heading) if not sent else "")
        id = f"column-{place}"
        rows.append(ColumnRow(heading, id, box.render("meaning", chosen, {"id": id})))
    return rows


def _column_choices() -> Iterator[tuple[str, str]]:
    yield "", gettext("leave it as it is")
    for code in COLUMN_CHOICES:
        yield code, sentence(Because(f"column_{code.replace(' ', '_')}"))


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
