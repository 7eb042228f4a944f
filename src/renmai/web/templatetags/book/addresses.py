"""Addresses that carry what was chosen on a page."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from django.urls import reverse


def address_of(route: str, fields: Mapping[str, object]) -> str:
    """Return the address of a page with the fields that say something."""
    said = {name: value for name, value in fields.items() if value}
    return f"{reverse(route)}?{urlencode(said, quote_via=quote)}" if said else reverse(route)
