"""Settings: who I am, how I read, how this browser shows it."""

from collections.abc import Container
from zoneinfo import available_timezones

from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.capture.record_settings import record_settings
from renmai.actions.people.record_me import record_me
from renmai.domain.book.refusals import Refused
from renmai.queries.pages.settings import settings as settings_card
from renmai.web.frame import clock
from renmai.web.frame.context import THEMES, point_out, tell
from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.regions import REGIONS
from renmai.web.views.book.back import back
from renmai.wording import sentence

A_YEAR_S = 365 * 24 * 3600
LONGEST_NAME = 200


@without_ties
@require_safe
def settings(request: OwnerRequest) -> HttpResponse:
    """Show what the owner may set."""
    choices = {
        "card": settings_card(request.viewer, today=clock.today(request.viewer)),
        "languages": django_settings.LANGUAGES,
        "zones": sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC"),
        "regions": REGIONS,
    }
    return render(request, "renmai/pages/settings.html", choices)


@require_POST
def reading(request: OwnerRequest) -> HttpResponse:
    """Record name, language, time zone and phone region."""
    changed = record_settings(
        request.viewer,
        name=request.POST.get("name", "").strip()[:LONGEST_NAME],
        language=_one_of(request, "language", dict(django_settings.LANGUAGES)),
        time_zone=_one_of(request, "time_zone", available_timezones()),
        region=_one_of(request, "region", dict(REGIONS)),
        now=clock.now(),
    )
    with translation.override(changed.language):
        tell(request, _("Saved"))
    return redirect("settings")


@require_POST
def me(request: OwnerRequest) -> HttpResponse:
    """Record which handles are the owner's own; one on each line, or apart by commas."""
    typed = request.POST.get("handles", "").replace(",", "\n").replace("，", "\n").replace("、", "\n")
    handles = [line.strip() for line in typed.splitlines() if line.strip()]
    try:
        decision_ids = record_me(request.viewer, handles, now=clock.now())
    except Refused as refusal:
        point_out(request, sentence(refusal.because), typed=request.POST.get("handles", ""), form="handles")
        return back(request, otherwise="settings")
    tell(request, _("Saved") if decision_ids else _("Nothing new to save"))
    return back(request, otherwise="settings")


@require_POST
def browser(request: OwnerRequest) -> HttpResponse:
    """Keep theme and single keys in this browser; they say nothing of the owner."""
    theme = request.POST.get("theme", "system")
    response = redirect("settings")
    for name, value in (
        ("theme", theme if theme in THEMES else "system"),
        ("keys", "on" if request.POST.get("keys") else "off"),
    ):
        response.set_cookie(name, value, max_age=A_YEAR_S, httponly=True, samesite="Strict")
    tell(request, _("Saved"))
    return response


def _one_of(request: HttpRequest, name: str, offered: Container[str]) -> str | None:
    """Return what was chosen, None where it was never offered."""
    chosen = request.POST.get(name, "")
    return chosen if chosen in offered else None
