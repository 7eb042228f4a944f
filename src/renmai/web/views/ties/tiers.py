"""Tiers: who is in the five, the fifty, the hundred, and the choice for one person (T8)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.ties.record_tier import record_tier
from renmai.queries.ties.tiers import tiers_card
from renmai.web.forms.ties.ties import TierForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, noted


@require_safe
def tiers(request: OwnerRequest) -> HttpResponse:
    """Show the tiers, the overdue first, and who might be in one."""
    card = tiers_card(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/ties/tiers.html", {"card": card})


@require_POST
def tier(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Put somebody into a tier; an empty field puts them into none."""

    def note(said: Fields) -> int | None:
        return record_tier(
            request.viewer,
            person_id,
            said["tier"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, TierForm(request.POST), note, otherwise=reverse("person", args=[person_id]))
