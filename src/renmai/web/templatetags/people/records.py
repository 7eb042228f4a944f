"""A person's record: the same handles once by address, once by the mention that carries them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django import template
from django.utils.translation import gettext as _

from renmai.domain.people.handles import HandleKind, handle_of
from renmai.queries.pages.cards import FactCard, HandleCard
from renmai.wording.capture.sources import source_label

register = template.Library()
MOST_NAMES = 3
BY_HAND = "by_hand"
SHOWN_ELSEWHERE = ("birthday", "anniversary", "photo", "gone")
HANDLE_ICONS: dict[str, str] = {HandleKind.MAIL: "mail", HandleKind.PHONE: "phone", HandleKind.WECHAT: "chat"}
FACT_ICONS = {"organisation": "work", "title": "work", "department": "work", "place": "pin"}


class Address(NamedTuple):
    """One handle with the names it came with and where it came from."""

    text: str
    nature: str
    names: list[str]
    origins: list[tuple[str, date]]
    is_by_hand: bool


class Named(NamedTuple):
    """One mention, which a split takes or leaves as a whole."""

    mention_id: int
    name: str
    texts: str


@register.filter
def handle_words(text: str) -> str:
    """Return a handle as people read it, without its scheme."""
    return handle_of(text).value or text


@register.filter
def handle_icon(text: str) -> str:
    """Return the icon of a handle's kind."""
    return HANDLE_ICONS.get(handle_of(text).kind, "source")


@register.filter
def fact_icon(kind: str) -> str:
    """Return the icon of a fact's kind."""
    return FACT_ICONS.get(kind, "file")


@register.filter
def fact_words(kind: str) -> str:
    """Return what a fact's kind is called."""
    words = {
        "organisation": _("organisation"),
        "title": _("title"),
        "department": _("department"),
        "nickname": _("nickname"),
        "birthday": _("birthday"),
        "anniversary": _("anniversary"),
        "place": _("place"),
        "note": _("note"),
        "link": _("link"),
        "category": _("category"),
        "photo": _("photo"),
        "name_reading": _("reading of the name"),
        "away": _("says to be away"),
    }
    return words.get(kind, kind)


@register.filter
def by_text(handles: Iterable[HandleCard]) -> list[Address]:
    """Return each address once, however many spellings of a name it came with."""
    found: dict[str, Address] = {}
    for handle in handles:
        address = found.setdefault(
            handle.text, Address(handle.text, handle.nature, [], [], is_only_by_hand(handle))
        )
        if handle.name and handle.name not in address.names and len(address.names) < MOST_NAMES:
            address.names.append(handle.name)
        for source, import_name, on in handle.origins:
            origin = (origin_words(source, import_name), on)
            if origin not in address.origins:
                address.origins.append(origin)
    return list(found.values())


def is_only_by_hand(handle: HandleCard) -> bool:
    """Tell whether nothing but the owner's own word says that a handle is somebody's."""
    return bool(handle.origins) and all(source == BY_HAND for source, _name, _on in handle.origins)


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


@register.filter
def origin_words(source: str, import_name: str) -> str:
    """Return where something came from: what sort of source, and the file where the import was of one."""
    words = source_label(source)
    return words if "," in import_name or not import_name else f"{words} {import_name}"
