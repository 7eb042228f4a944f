"""The address of People that carries a view, a search, a tier, a tag."""

from django import template

from renmai.web.templatetags.book.addresses import address_of

register = template.Library()
EVERYBODY = "all"
"""The view of People that leaves nobody out, so that no address needs to name it."""


@register.simple_tag
def people_address(
    view: str = "", search: str = "", tier: int | None = None, page: int | None = None, tag: str = ""
) -> str:
    """Return the address of People that shows a view, what a search finds, a tier, a tag, a page of them."""
    chosen = {"view": "" if view == EVERYBODY else view, "q": search, "tier": tier, "tag": tag, "page": page}
    return address_of("people", chosen)
