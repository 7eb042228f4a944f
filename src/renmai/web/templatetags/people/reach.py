"""How somebody can be reached from their page: the addresses that open a mail, a call, and a name to copy."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from django import template

from renmai.domain.people.handles import HandleKind, handle_of
from renmai.domain.people.names import has_han, shown
from renmai.queries.pages.cards import HandleCard

register = template.Library()
COLOURS = 6
"""So many colours stand in the style sheet for the circle behind initials."""


class FirstWays(NamedTuple):
    """One way of each sort, empty where there is none."""

    mail: str
    phone: str
    wechat: str


@register.simple_tag
def reached_by(handles: Iterable[HandleCard]) -> FirstWays:
    """Return the first address of each sort that is somebody's own."""
    found: dict[str, str] = {}
    for each in handles:
        handle = handle_of(each.text)
        if each.nature in ("personal", ""):
            found.setdefault(handle.kind, handle.value)
    mail, phone = found.get(HandleKind.MAIL, ""), found.get(HandleKind.PHONE, "")
    return FirstWays(
        mail=f"mailto:{quote(mail, safe='@')}" if mail else "",
        phone=f"tel:{quote(phone.partition(';')[0], safe='+')}" if phone else "",
        wechat=found.get(HandleKind.WECHAT, ""),
    )


@register.filter
def initials(name: str) -> str:
    """Return what stands for a face: the last character of a Chinese name, else two first letters."""
    bare = shown(name).strip()
    if has_han(bare):
        return next((sign for sign in reversed(bare) if has_han(sign)), "")
    words = [word for word in bare.replace("@", " ").split() if word[:1].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def face_colour(person_id: int) -> int:
    """Return which of the colours stands behind somebody's initials, always the same one."""
    return person_id % COLOURS + 1
