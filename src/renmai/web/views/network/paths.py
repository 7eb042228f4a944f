"""Introductions: who leads to somebody, to an organisation or to a skill, and whom a person leads to."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from renmai.queries.network.path import paths_card, ways_card
from renmai.queries.network.path_targets import NoSuchTarget
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.wording import sentence

LONGEST = 200


@require_safe
def path(request: OwnerRequest) -> HttpResponse:
    """Show the paths to whomever the words in `to` mean; without words, only where to type them."""
    asked = request.GET.get("to", "").strip()[:LONGEST]
    shown: dict[str, object] = {"asked": asked, "card": None}
    if asked:
        shown |= _looked(request, asked)
    return render(request, "renmai/network/path.html", shown)


def _looked(request: OwnerRequest, asked: str) -> dict[str, object]:
    """Return the card, or what is said where nobody is meant."""
    try:
        return {"card": paths_card(request.viewer, asked, today=clock.today(request.viewer))}
    except NoSuchTarget as refused:
        return {"said": sentence(refused.because)}


@require_safe
def ways(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Show the ways in to a person, and whom that person leads to; their page asks for this part."""
    card = ways_card(request.viewer, person_id, today=clock.today(request.viewer))
    return render(request, "renmai/network/ways.html", {"card": card})
