"""A person's record: the same handles once by address, once by the mention that carries them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django import template
from django.utils.translation import gettext as _

from renmai.domain.capture.locations import Location
from renmai.domain.people.handles import handle_of
from renmai.queries.pages.cards import FactCard, HandleCard, TimelineEntry
from renmai.web.templatetags.figures import kind_icon
from renmai.wording import location_words
from renmai.wording.capture.sources import ExportWords, exports, source_label, titles_of_all

register = template.Library()
MOST_NAMES, MOST_TOLD = 3, 8
SHOWN_ELSEWHERE = ("birthday", "anniversary", "photo")


class Address(NamedTuple):
    """One handle with the names it came with and where it came from."""

    text: str
    nature: str
    names: list[str]
    origins: list[tuple[str, date]]


class Named(NamedTuple):
    """One mention, which a split takes or leaves as a whole."""

    mention_id: int
    name: str
    texts: str


@register.filter
def origin_words(source: str, import_name: str) -> str:
    """Return where something came from: what sort of source, and the file where the import was of one."""
    words = source_label(source)
    return words if "," in import_name or not import_name else f"{words} {import_name}"


@register.filter
def act_words(entry: TimelineEntry) -> str:
    """Return what one act was, and whose it was where that is known."""
    words = {
        ("mail", True): _("I wrote"),
        ("mail", False): _("They wrote"),
        ("mail", None): _("Mail"),
        ("message", True): _("I messaged"),
        ("message", False): _("They messaged"),
        ("message", None): _("Message"),
        ("call", True): _("I called"),
        ("call", False): _("They called"),
        ("call", None): _("Call"),
        ("meeting", True): _("I invited"),
        ("meeting", False): _("They invited"),
        ("meeting", None): _("Met"),
    }
    of_both = {"meal": _("Ate together"), "gift": _("Gift"), "cooperation": _("Worked together")}
    return words.get((entry.kind, entry.from_me)) or of_both.get(entry.kind, _("Note"))


@register.filter
def located(where: Location) -> str:
    """Return where in a file something stands."""
    return location_words(where)


@register.filter
def age_words(age: int | None) -> str:
    """Return how old somebody gets on a day, nothing where it is not known."""
    return _("turns %(age)s") % {"age": age} if age else ""


@register.simple_tag
def exports_read() -> list[ExportWords]:
    """Return what every source reads and how people get it."""
    return exports()


@register.simple_tag
def titles_read(*, with_acts: bool = False) -> str:
    """Return what can be read, in one line; `with_acts` only what tells of acts between people."""
    return titles_of_all(with_acts=with_acts)


@register.filter
def source_icon(brings: str) -> str:
    """Return the icon of a source by the kind of act it brings; without one it lists people."""
    return kind_icon(brings) if brings else "people"


@register.filter
def by_text(handles: Iterable[HandleCard]) -> list[Address]:
    """Return each address once, however many spellings of a name it came with."""
    found: dict[str, Address] = {}
    for handle in handles:
        address = found.setdefault(handle.text, Address(handle.text, handle.nature, [], []))
        if handle.name and handle.name not in address.names and len(address.names) < MOST_NAMES:
            address.names.append(handle.name)
        for source, import_name, on in handle.origins:
            origin = (origin_words(source, import_name), on)
            if origin not in address.origins:
                address.origins.append(origin)
    return list(found.values())


@register.filter
def telling(names: Iterable[str]) -> list[str]:
    """Return a few names of many, those that are names before those that are addresses."""
    return sorted(names, key=lambda name: "@" in name)[:MOST_TOLD]


@register.filter
def noted(facts: Iterable[FactCard]) -> list[FactCard]:
    """Return the facts that are words; days stand among the days."""
    return [fact for fact in facts if fact.kind not in SHOWN_ELSEWHERE]


@register.filter
def by_mention(handles: Iterable[HandleCard]) -> list[Named]:
    """Return each mention once with all it carries."""
    texts: dict[tuple[int, str], list[str]] = {}
    for handle in handles:
        texts.setdefault((handle.mention_id, handle.name), []).append(handle_of(handle.text).value)
    return [Named(mention_id, name, ", ".join(carried)) for (mention_id, name), carried in texts.items()]
