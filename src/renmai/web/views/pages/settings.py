"""Settings: who I am, how I read, how this browser shows it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.capture.record_settings import record_settings
from renmai.actions.people.record_me import record_me
from renmai.queries.pages.settings import settings_card
from renmai.web.forms.pages.settings import AgreedForm, BrowserForm, ReadingForm
from renmai.web.forms.people.people import MeForm
from renmai.web.frame import clock
from renmai.web.frame.context import flash
from renmai.web.frame.gate import without_ties
from renmai.web.frame.languages import AGREED, LANGUAGE
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, Noted, noted, shown_again

A_YEAR_S = 365 * 24 * 3600


@without_ties
@require_safe
def settings(request: OwnerRequest) -> HttpResponse:
    """Show what the owner may set."""
    card = settings_card(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/pages/settings.html", {"card": card})


@require_POST
def reading(request: OwnerRequest) -> HttpResponse:
    """Record name, language, time zone and phone region."""

    def note(said: Fields) -> Noted:
        changed = record_settings(
            request.viewer,
            name=said["name"],
            language=said["language"] or None,
            time_zone=said["time_zone"] or None,
            region=said["region"] or None,
            now=clock.now(),
        )
        with translation.override(changed.language):
            return Noted(None, _("Saved"))

    request.session.pop(LANGUAGE, None)
    return noted(request, ReadingForm(request.POST), note, otherwise="settings")


@require_POST
def agree(request: OwnerRequest) -> HttpResponse:
    """Record the language and the time zone that the browser names, once the owner agrees to them."""

    def note(said: Fields) -> Noted:
        language, time_zone = said["language"] or None, said["time_zone"] or None
        changed = record_settings(request.viewer, language=language, time_zone=time_zone, now=clock.now())
        request.session.pop(LANGUAGE, None)
        with translation.override(changed.language):
            return Noted(None, _("Saved"))

    response = noted(request, AgreedForm(request.POST), note, otherwise="today")
    response.set_cookie(AGREED, "yes", max_age=A_YEAR_S, httponly=True, samesite="Strict")
    return response


@require_POST
def me(request: OwnerRequest) -> HttpResponse:
    """Record which handles are the owner's own; one on each line, or apart by commas."""
    form = MeForm(request.POST)

    def note(_said: Fields) -> Noted:
        decision_ids = record_me(request.viewer, form.texts(), now=clock.now())
        return Noted(None, _("Saved") if decision_ids else _("Nothing new to save"))

    return noted(request, form, note, otherwise="settings")


@require_POST
def browser(request: OwnerRequest) -> HttpResponse:
    """Keep theme and single keys in this browser; they say nothing of the owner."""
    form = BrowserForm(request.POST)
    if not form.is_valid():
        return shown_again(request, form, reverse("settings"))
    response = redirect("settings")
    for name, value in (
        ("theme", form.cleaned_data["theme"] or "system"),
        ("keys", "on" if form.cleaned_data["keys"] else "off"),
    ):
        response.set_cookie(name, value, max_age=A_YEAR_S, httponly=True, samesite="Strict")
    flash(request, _("Saved"))
    return response
