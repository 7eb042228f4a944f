"""Promises: what the owner promised somebody, and by when, and how it ended (P1)."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from renmai.actions.together.record_promise import record_promise
from renmai.actions.together.record_promise_end import record_promise_end
from renmai.actions.together.record_promise_move import record_promise_move
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book import forms
from renmai.web.views.book.fields import day_in


@require_POST
def promise(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note a promise to somebody."""

    def note() -> int:
        return record_promise(
            request.viewer,
            person_id,
            forms.text(request, "what"),
            due_on=day_in(request.POST, "due_on"),
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return forms.noted(request, note, otherwise=reverse("person", args=[person_id]))


@require_POST
def promise_move(request: OwnerRequest, number: int) -> HttpResponse:
    """Note another day for a promise; an emptied field names none."""

    def note() -> int | None:
        return record_promise_move(
            request.viewer,
            number,
            day_in(request.POST, "due_on"),
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return forms.noted(request, note, otherwise="today")


@require_POST
def promise_end(request: OwnerRequest, number: int) -> HttpResponse:
    """Note that a promise is kept, or given up."""

    def note() -> int | None:
        return record_promise_end(
            request.viewer,
            number,
            is_kept=forms.text(request, "is_kept") != "no",
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return forms.noted(request, note, otherwise="today")
