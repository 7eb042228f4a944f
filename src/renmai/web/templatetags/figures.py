"""Figures and icons: how a count, a share and a kind are shown."""

from django import template
from django.utils.translation import gettext as _

from renmai.domain.book.because import Because
from renmai.domain.people.handles import HandleKind, handle_of
from renmai.queries.network.path_cards import PathCard, PathPerson
from renmai.wording import sentence
from renmai.wording.book.unworded import unworded

register = template.Library()
HANDLE_ICONS: dict[str, str] = {HandleKind.MAIL: "mail", HandleKind.PHONE: "phone", HandleKind.WECHAT: "chat"}
KIND_ICONS = {
    "mail": "mail", "message": "chat", "call": "phone", "meeting": "cal", "meal": "meal", "gift": "gift",
    "cooperation": "work",
}  # fmt: skip
FACT_ICONS = {"organisation": "work", "title": "work", "department": "work", "place": "pin"}


@register.filter
def count(value: int) -> str:
    """Return a count with its thousands apart."""
    return f"{value:,}"


@register.filter
def minus(value: int, other: int) -> int:
    """Return what is left of a count."""
    return max(0, value - other)


@register.filter
def rounded(value: float) -> int:
    """Return a figure as a whole one, at least 1."""
    return max(1, round(value))


@register.filter
def hundred(share: float) -> int:
    """Return a share from 0 to 1 as a figure of 100."""
    return round(share * 100)


@register.filter
def tenths(share: float) -> str:
    """Return a share from 0 to 1 as a figure of 100 with one decimal."""
    return f"{share * 100:.1f}"


@register.filter
def rule_words(name: str) -> str:
    """Return what a simpler rule of ranking ties is called."""
    words = {
        "recency": _("latest contact"),
        "count": _("number of acts"),
        "interactions_rank": _("Interactions Rank: mine three times theirs"),
        "both_directions": _("acts of both sides, fading"),
        "geometric_mean": _("both sides' acts multiplied, fading"),
    }
    return words.get(name) or unworded(name)


@register.filter
def handle_icon(text: str) -> str:
    """Return the icon of a handle's kind."""
    return HANDLE_ICONS.get(handle_of(text).kind, "source")


@register.filter
def kind_icon(kind: str) -> str:
    """Return the icon of an interaction's kind."""
    return KIND_ICONS.get(kind, "note")


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
    }
    return words.get(kind, kind)


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
