"""Cooperation: the board and the list, one with all that was said of it, and the forms that note it (V8)."""

from typing import Literal, get_args

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_progress import record_progress
from renmai.actions.together.terms import CooperationTerms
from renmai.domain.together.cooperation import OPEN, ORDER, Stage
from renmai.queries.people.search import find_people
from renmai.queries.together.board import cooperations
from renmai.queries.together.one import cooperation, new_cooperation
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book import forms
from renmai.web.views.book.fields import day_in, figure_in

ON_BOARD = (*OPEN, Stage.DONE)
"""What still wants something of the owner; what was reviewed or dropped stands below the board."""
TermsInWords = Literal["title", "my_gain", "their_gain", "need", "others", "next_idea", "next_step"]
WORDS: tuple[TermsInWords, ...] = get_args(TermsInWords)


@require_safe
def board(request: OwnerRequest) -> HttpResponse:
    """Show every cooperation by its stage, as a board or as a list."""
    card = cooperations(request.viewer, today=clock.today(request.viewer))
    shown = {
        "card": card,
        "is_list": request.GET.get("as") == "list",
        "on_board": [(stage, cards) for stage, cards in card.stages if stage in ON_BOARD],
        "looked_back": [(stage, cards) for stage, cards in card.stages if stage not in ON_BOARD and cards],
    }
    return render(request, "renmai/together/cooperations.html", shown)


@require_safe
def one(request: OwnerRequest, number: int) -> HttpResponse:
    """Show one cooperation."""
    page = cooperation(request.viewer, number, today=clock.today(request.viewer))
    return render(request, "renmai/together/cooperation.html", {"page": page, "one": page.cooperation})


@require_safe
def with_whom(request: OwnerRequest) -> HttpResponse:
    """Offer people to begin a cooperation with."""
    typed = request.GET.get("q", "").strip()
    found = find_people(request.viewer, typed) if typed else ()
    return render(request, "renmai/together/with_whom.html", {"found": found, "typed": typed})


@require_safe
def new(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Show the form to begin one with somebody."""
    page = new_cooperation(request.viewer, person_id, today=clock.today(request.viewer))
    return render(request, "renmai/together/cooperation.html", {"page": page, "one": None, "stages": ORDER})


@require_POST
def start(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note a cooperation with somebody."""

    def note() -> int:
        return record_cooperation(
            request.viewer,
            person_id,
            _terms(request),
            stage=forms.text(request, "stage") or Stage.IDEA,
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return forms.noted(request, note, otherwise="cooperation")


@require_POST
def progress(request: OwnerRequest, number: int) -> HttpResponse:
    """Note another stage, other terms or an attempt in vain; what is not on the form stays as it is."""

    def note() -> int | None:
        return record_progress(
            request.viewer,
            number,
            stage=forms.text(request, "stage") or None,
            terms=_terms(request),
            is_attempt="is_attempt" in request.POST,
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return forms.noted(request, note, otherwise=reverse("one_cooperation", args=[number]))


def _terms(request: HttpRequest) -> CooperationTerms:
    """Return the terms that stand on the form."""
    terms = CooperationTerms()
    for name in WORDS:
        if name in request.POST:
            terms[name] = forms.text(request, name)
    if "margin_percent" in request.POST:
        terms["margin_percent"] = figure_in(request.POST, "margin_percent", wrong="no_such_margin")
    if "due_on" in request.POST:
        terms["due_on"] = day_in(request.POST, "due_on")
    if "has_exclusive" in request.POST:
        terms["is_exclusive"] = "is_exclusive" in request.POST
    return terms
