"""A person's timeline: what one act was, by its icon and in words."""

from django import template
from django.utils.translation import gettext as _

from renmai.queries.pages.cards import TimelineEntry

register = template.Library()
KIND_ICONS = {
    "mail": "mail", "message": "chat", "call": "phone", "meeting": "cal", "meal": "meal", "gift": "gift",
    "help": "coop", "event": "people", "cooperation": "work",
}  # fmt: skip


@register.filter
def kind_icon(kind: str) -> str:
    """Return the icon of an interaction's kind."""
    return KIND_ICONS.get(kind, "note")


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
    of_both = {
        "meal": _("Ate together"),
        "gift": _("Gift"),
        "help": _("Help"),
        "event": _("At an event together"),
        "cooperation": _("Worked together"),
    }
    return words.get((entry.kind, entry.from_me)) or of_both.get(entry.kind, _("Note"))
