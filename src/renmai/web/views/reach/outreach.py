"""Outreach: all of it, one with its attempts on a line, and the forms that note it (R6)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.reach.record_attempt import record_attempt, record_sign
from renmai.actions.reach.record_outreach import record_outreach, record_outreach_change
from renmai.actions.reach.record_rest import record_outreach_end, record_rest
from renmai.queries.people.search import find_people
from renmai.queries.reach.outreach_page import new_outreach, outreach_board, outreach_page
from renmai.web.forms.reach.outreach import (
    AttemptForm,
    OutreachChangeForm,
    OutreachEndForm,
    OutreachForm,
    RestForm,
    SignForm,
)
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.paging import paged
from renmai.web.views.book.address import row_at
from renmai.web.views.book.forms import Fields, noted


@require_safe
def board(request: OwnerRequest) -> HttpResponse:
    """Show everybody whom the owner wants to reach."""
    cards = outreach_board(request.viewer, today=clock.today(request.viewer))
    (rows,), pager = paged([cards], row_at(request.GET, "page"))
    return render(request, "renmai/reach/outreaches.html", {"rows": rows, "pager": pager, "cards": cards})


@require_safe
def one(request: OwnerRequest, number: int) -> HttpResponse:
    """Show one outreach."""
    page = outreach_page(request.viewer, number, today=clock.today(request.viewer))
    return render(request, "renmai/reach/outreach.html", {"page": page, "one": page.outreach})


@require_safe
def to_whom(request: OwnerRequest) -> HttpResponse:
    """Offer people to reach out to."""
    typed = request.GET.get("q", "").strip()
    found = find_people(request.viewer, typed) if typed else ()
    return render(request, "renmai/reach/to_whom.html", {"found": found, "typed": typed})


@require_safe
def new(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Show the form to begin one."""
    page = new_outreach(request.viewer, person_id, today=clock.today(request.viewer))
    return render(request, "renmai/reach/outreach.html", {"page": page, "one": None})


@require_POST
def start(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note whom the owner wants to reach."""

    def note(said: Fields) -> int:
        return record_outreach(
            request.viewer,
            person_id,
            said["goal"],
            deadline_on=said["deadline_on"],
            least_percent=said["least_percent"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    stood = reverse("new_outreach", args=[person_id])
    return noted(request, OutreachForm(request.POST), note, otherwise="reach", stood=stood)


@require_POST
def change(request: OwnerRequest, number: int) -> HttpResponse:
    """Note another goal, day or least chance; an emptied day names none."""

    def note(said: Fields) -> int | None:
        return record_outreach_change(
            request.viewer,
            number,
            goal=said["goal"],
            deadline=(said["deadline_on"],),
            least_percent=said["least_percent"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, OutreachChangeForm(request.POST), note, otherwise=_page(number))


@require_POST
def attempt(request: OwnerRequest, number: int) -> HttpResponse:
    """Note an attempt."""

    def note(said: Fields) -> int | None:
        on = clock.today(request.viewer)
        return record_attempt(
            request.viewer,
            number,
            said["news"],
            way=said["way"],
            now=clock.now(),
            on=on,
            happened_on=said["happened_on"] or on,
        )

    return noted(request, AttemptForm(request.POST), note, otherwise=_page(number))


@require_POST
def sign(request: OwnerRequest, number: int) -> HttpResponse:
    """Note that they let something be heard."""

    def note(said: Fields) -> int | None:
        on = clock.today(request.viewer)
        return record_sign(
            request.viewer,
            number,
            said["words"],
            now=clock.now(),
            on=on,
            happened_on=said["happened_on"] or on,
        )

    return noted(request, SignForm(request.POST), note, otherwise=_page(number))


@require_POST
def rest(request: OwnerRequest, number: int) -> HttpResponse:
    """Note that it rests."""

    def note(said: Fields) -> int | None:
        return record_rest(
            request.viewer,
            number,
            until_on=said["until_on"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, RestForm(request.POST), note, otherwise=_page(number))


@require_POST
def end(request: OwnerRequest, number: int) -> HttpResponse:
    """Note how it ended."""

    def note(said: Fields) -> int | None:
        return record_outreach_end(
            request.viewer, number, said["end"], now=clock.now(), on=clock.today(request.viewer)
        )

    return noted(request, OutreachEndForm(request.POST), note, otherwise=_page(number))


def _page(number: int) -> str:
    return reverse("one_outreach", args=[number])
