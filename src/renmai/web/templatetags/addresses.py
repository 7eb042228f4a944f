"""Addresses that carry what was chosen on a page: a view, a tier, a page of a list, an ask to be checked."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from django import template
from django.urls import reverse

from renmai.queries.today.cards import TodayItem
from renmai.wording import sentence

register = template.Library()
EVERYBODY = "all"
"""The view of People that leaves nobody out, so that no address needs to name it."""


@register.simple_tag
def people_address(view: str = "", search: str = "", tier: int | None = None, page: int | None = None) -> str:
    """Return the address of People that shows a view, what a search finds, one tier, one page of them."""
    chosen = {"view": "" if view == EVERYBODY else view, "q": search, "tier": tier, "page": page}
    return _address("people", chosen)


@register.simple_tag
def ask_address(person_id: int, what: str, size: str, why: str, proud: str = "", wish: str = "") -> str:
    """Return the address that checks an ask of somebody.

    :param proud: yes, no, or empty where the owner does not say
    :param wish: the wish it fulfils
    """
    fields = {"person": person_id, "what": what, "size": size, "why": why, "proud": proud, "wish": wish}
    return _address("ask", fields)


@register.simple_tag
def mail_address(item: TodayItem) -> str:
    """Return the address that opens a mail to somebody: an answer where one is owed, with the draft in it."""
    subject = f"Re: {item.reply_to_subject}" if item.reply_to_subject else ""
    body = f"&body={quote(sentence(item.draft), safe='')}" if item.draft else ""
    return f"mailto:{quote(item.mail_to, safe='@')}?subject={quote(subject, safe='')}{body}"


def _address(route: str, fields: Mapping[str, object]) -> str:
    said = {name: value for name, value in fields.items() if value}
    return f"{reverse(route)}?{urlencode(said, quote_via=quote)}" if said else reverse(route)
