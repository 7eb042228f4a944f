"""The capture inbox: what was kept in a hurry, filed to somebody or thrown away."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.people.record_unfiled import record_filing, record_thrown_away, record_unfiled
from renmai.queries.people.search import find_people
from renmai.queries.people.unfiled import unfiled_cards
from renmai.web.forms.book.noun_form import Button
from renmai.web.forms.people.own_notes import FilingForm, UnfiledForm
from renmai.web.frame import clock
from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, Noted, noted


@without_ties
@require_safe
def unfiled(request: OwnerRequest) -> HttpResponse:
    """Show what waits to be filed."""
    cards = unfiled_cards(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/people/unfiled.html", {"cards": cards})


@require_POST
def keep(request: OwnerRequest) -> HttpResponse:
    """Keep something for later."""

    def note(said: Fields) -> int | None:
        on = clock.today(request.viewer)
        return record_unfiled(request.viewer, said["text"], now=clock.now(), on=on)

    return noted(request, UnfiledForm(request.POST), note, otherwise=reverse("unfiled"))


@without_ties
@require_safe
def whom(request: OwnerRequest, number: int) -> HttpResponse:
    """Offer people to whom something may be filed."""
    typed = request.GET.get("q", "").strip()
    found = find_people(request.viewer, typed) if typed else ()
    shown = {"found": found, "number": number, "typed": typed}
    return render(request, "renmai/people/file_to.html", shown)


@require_POST
def file(request: OwnerRequest, number: int) -> HttpResponse:
    """File something as a note of somebody."""

    def note(said: Fields) -> Noted:
        decision_id = record_filing(request.viewer, number, said["person"] or 0, now=clock.now())
        return Noted(decision_id, _("Filed"))

    return noted(request, FilingForm(request.POST), note, otherwise=reverse("unfiled"))


@require_POST
def drop(request: OwnerRequest, number: int) -> HttpResponse:
    """Throw something away that waits."""

    def note(_said: Fields) -> Noted:
        on = clock.today(request.viewer)
        decision_id = record_thrown_away(request.viewer, number, now=clock.now(), on=on)
        return Noted(decision_id, _("Thrown away"))

    return noted(request, Button(request.POST), note, otherwise=reverse("unfiled"))
