"""What every page shows beside its own: the language, the theme, the rail's counts, the last thing done."""

from typing import cast

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from renmai.queries.pages.cards import FrameCard
from renmai.queries.pages.frame import frame_card
from renmai.web.forms.book.refused import refused_on
from renmai.web.frame import clock
from renmai.web.frame.languages import LANGUAGE
from renmai.web.frame.owner_request import OwnerRequest, owners
from renmai.web.frame.places import FOOT, RAIL, TABS
from renmai.web.pictures.marks import marks

HERE = {
    "today": "today",
    "line": "line",
    "people": "people",
    "add_person": "people",
    "person": "people",
    "candidates": "people",
    "unfiled": "unfiled",
    "file_to": "unfiled",
    "ways": "people",
    "value": "value",
    "path": "path",
    "ask": "ask",
    "asks": "ask",
    "favours": "ask",
    "network": "network",
    "tiers": "people",
    "introducers": "people",
    "cooperation": "cooperation",
    "cooperation_with": "cooperation",
    "new_cooperation": "cooperation",
    "one_cooperation": "cooperation",
    "reach": "reach",
    "reach_whom": "reach",
    "new_outreach": "reach",
    "one_outreach": "reach",
    "reputation": "reputation",
    "channels": "channels",
    "groups": "channels",
    "group": "channels",
    "leaving": "leaving",
    "past_leaving": "leaving",
    "sources": "sources",
    "one_import": "sources",
    "settings": "settings",
    "backups": "settings",
    "history": "settings",
    "erasure": "people",
    "erase": "people",
    "more": "more",
    "styleguide": "settings",
    "accuracy": "settings",
}
THEMES = ("system", "light", "dark")
DONE = "done"


def page(request: HttpRequest) -> dict[str, object]:
    """Return the frame's values; a stranger at the gate gets the language and the theme only.

    The counts are read only by a page that shows them; a part that htmx asks for has no frame.
    """
    theme = request.COOKIES.get("theme", "system")
    is_chinese = (get_language() or "").startswith("zh")
    frame: dict[str, object] = {
        "html_lang": "zh-Hans" if is_chinese else "en",
        **marks()._asdict(),
        "theme": theme if theme in THEMES else "system",
        "has_keys": request.COOKIES.get("keys", "on") != "off",
        "viewer": None,
    }
    owners_own = owners(request)
    return frame if owners_own is None else frame | _around(owners_own)


def _around(request: OwnerRequest) -> dict[str, object]:
    """Return what stands around a page of the owner's."""
    viewer = request.viewer
    match = request.resolver_match
    here = HERE.get(match.url_name or "", "") if match else ""
    is_more = bool(here) and here not in {place.route for place in TABS}
    today = clock.today(viewer)
    request.page_frame = cast(FrameCard, SimpleLazyObject(lambda: frame_card(viewer, today=today)))
    return {
        "viewer": viewer,
        "here": here,
        "rail": RAIL,
        "foot": FOOT,
        "tabs": TABS,
        "is_more": is_more,
        "today": today,
        "address": request.get_full_path(),
        "page_frame": request.page_frame,
        "frame": "renmai/frame/part.html" if request.htmx else "renmai/frame/base.html",
        "done": None if request.htmx else request.session.pop(DONE, None),
        "refused": refused_on(request),
        "is_to_agree": LANGUAGE in request.session,
    }


def flash(request: HttpRequest, text: str, *, decision_id: int | None = None) -> None:
    """Keep one line for the toast of the next page; the undo key takes back only what it tells of."""
    request.session[DONE] = {"text": text, "decision_id": decision_id}
