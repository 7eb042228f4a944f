"""Erasing one person: what would go, then the act, once it was asked for in so many words."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.capture.erase_person import erase_person
from renmai.queries.capture.erasure_plan import erasure_card
from renmai.web.frame import clock
from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest


@without_ties
@require_safe
def erasure(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Show what erasing somebody takes away, before it is asked for."""
    return render(request, "renmai/people/erase.html", {"card": erasure_card(request.viewer, person_id)})


@without_ties
@require_POST
def erase(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Erase somebody, as the page before showed what goes and asked."""
    report = erase_person(request.viewer, person_id, now=clock.now())
    return render(request, "renmai/people/erased.html", {"report": report})
