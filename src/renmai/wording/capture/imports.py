"""How an import stands, in a word or two."""

from django.utils.translation import gettext, gettext_noop

from renmai.wording.book.unworded import unworded

STATES = {
    "queued": gettext_noop("waiting"),
    "running": gettext_noop("reading"),
    "stopping": gettext_noop("stopping"),
    "stopped": gettext_noop("stopped"),
    "failed": gettext_noop("failed"),
    "undone": gettext_noop("undone"),
    "done": gettext_noop("came in"),
}
LOOKED_AT = gettext_noop("looked at")


def import_state(state: str, *, is_preview: bool) -> str:
    """Return how an import stands; a look has brought nothing in."""
    if state == "done" and is_preview:
        return gettext(LOOKED_AT)
    return gettext(STATES[state]) if state in STATES else unworded(state)
