"""Reputation: who came through whom, what came of it, who speaks of the owner unasked (T9)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.network.record_commendation import record_commendation
from renmai.actions.network.record_introducer import record_introducer
from renmai.queries.network.reputation import reputation_card
from renmai.queries.people.search import find_people
from renmai.web.forms.network.reputation import CommendationForm, IntroducerForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.paging import paged
from renmai.web.views.book.address import row_at
from renmai.web.views.book.forms import Fields, noted

BRANCHES_A_PAGE = 25
SAID_A_PAGE = 25


@require_safe
def reputation(request: OwnerRequest) -> HttpResponse:
    """Show the tree, who spoke of the owner, and what letters to both make likely."""
    card = reputation_card(request.viewer, today=clock.today(request.viewer))
    page, said_page = row_at(request.GET, "page"), row_at(request.GET, "said")
    (branches,), pager = paged([card.branches], page, rows_a_page=BRANCHES_A_PAGE)
    (said,), said_pager = paged([card.commendations], said_page, rows_a_page=SAID_A_PAGE)
    shown = {
        "card": card,
        "branches": branches,
        "pager": pager,
        "kept": f"said={said_pager.page}&" if said_pager.before else "",
        "commendations": said,
        "said_pager": said_pager,
        "said_kept": f"page={pager.page}&" if pager.before else "",
    }
    return render(request, "renmai/network/reputation.html", shown)


@require_safe
def introducers(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Offer people who may have introduced this one."""
    typed = request.GET.get("q", "").strip()
    found = find_people(request.viewer, typed) if typed else ()
    others = [each for each in found if each.id != person_id]
    shown = {"found": others, "person_id": person_id, "typed": typed}
    return render(request, "renmai/network/introducers.html", shown)


@require_POST
def met(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note who introduced somebody; an empty field says that nobody did."""

    def note(said: Fields) -> int | None:
        return record_introducer(
            request.viewer,
            person_id,
            said["introducer"],
            how=said["how"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, IntroducerForm(request.POST), note, otherwise=reverse("person", args=[person_id]))


@require_POST
def commended(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note that somebody spoke of the owner unasked."""

    def note(said: Fields) -> int:
        return record_commendation(
            request.viewer,
            person_id,
            said["what"],
            to_whom=said["to_whom"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, CommendationForm(request.POST), note, otherwise=reverse("person", args=[person_id]))
