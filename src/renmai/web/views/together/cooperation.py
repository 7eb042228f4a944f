"""Cooperation: the board and the list, one with all that was said of it, and the forms that note it (V8)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_progress import record_progress
from renmai.actions.together.terms import CooperationTerms
from renmai.domain.together.cooperation import OPEN, Stage
from renmai.queries.people.search import find_people
from renmai.queries.together.board import board_card
from renmai.queries.together.cards import CooperationCard
from renmai.queries.together.one import cooperation_page, new_cooperation
from renmai.web.forms.together.cooperations import CooperationForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.paging import abreast, paged
from renmai.web.views.book.address import row_at
from renmai.web.views.book.forms import Fields, noted

Term = Literal[
    "title", "my_gain", "their_gain", "need", "others", "next_idea", "next_step", "margin_percent", "due_on"
]
ON_BOARD = (*OPEN, Stage.DONE)
"""What still wants something of the owner; what was reviewed or dropped stands below the board."""
TERMS: tuple[Term, ...] = get_args(Term)


class Column(NamedTuple):
    """A stage of the board: how many stand in it, and those on this page."""

    stage: str
    total: int
    cards: Sequence[CooperationCard]


@require_safe
def board(request: OwnerRequest) -> HttpResponse:
    """Show every cooperation by its stage, as a board or as a list."""
    card = board_card(request.viewer, today=clock.today(request.viewer))
    is_list, page = request.GET.get("as") == "list", row_at(request.GET, "page")
    rows, pager = paged([card.cooperations], page) if is_list else abreast([c for _, c in card.stages], page)
    stages = [
        Column(stage, len(cards), here)
        for (stage, cards), here in zip(card.stages, () if is_list else rows, strict=not is_list)
    ]
    shown = {
        "card": card,
        "rows": rows[0] if is_list else (),
        "pager": pager,
        "kept": "as=list&" if is_list else "",
        "is_list": is_list,
        "on_board": [each for each in stages if each.stage in ON_BOARD],
        "looked_back": [each for each in stages if each.stage not in ON_BOARD and each.total],
    }
    return render(request, "renmai/together/cooperations.html", shown)


@require_safe
def one(request: OwnerRequest, number: int) -> HttpResponse:
    """Show one cooperation."""
    page = cooperation_page(request.viewer, number, today=clock.today(request.viewer))
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
    return render(request, "renmai/together/cooperation.html", {"page": page, "one": None})


@require_POST
def start(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note a cooperation with somebody."""
    form = CooperationForm(request.POST)

    def note(said: Fields) -> int:
        return record_cooperation(
            request.viewer,
            person_id,
            _terms(form),
            stage=said["stage"] or Stage.IDEA,
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    stood = reverse("new_cooperation", args=[person_id])
    return noted(request, form, note, otherwise="cooperation", stood=stood)


@require_POST
def progress(request: OwnerRequest, number: int) -> HttpResponse:
    """Note another stage, other terms or an attempt in vain; what is not on the form stays as it is."""
    form = CooperationForm(request.POST)

    def note(said: Fields) -> int | None:
        return record_progress(
            request.viewer,
            number,
            stage=said["stage"] or None,
            terms=_terms(form),
            is_attempt=form.has("is_attempt"),
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, form, note, otherwise=reverse("one_cooperation", args=[number]))


def _terms(form: CooperationForm) -> CooperationTerms:
    """Return the terms that stand on the form."""
    terms = CooperationTerms()
    for name in TERMS:
        if form.has(name):
            terms[name] = form.cleaned_data[name]
    if form.has("has_exclusive"):
        terms["is_exclusive"] = form.cleaned_data["is_exclusive"]
    return terms
