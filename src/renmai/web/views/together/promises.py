"""Promises: what the owner promised somebody, and by when, and how it ended (P1)."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from renmai.actions.together.record_promise import record_promise
from renmai.actions.together.record_promise_end import record_promise_end
from renmai.actions.together.record_promise_move import record_promise_move
from renmai.web.forms.together.promises import PromiseEndForm, PromiseForm, PromiseMoveForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, noted


@require_POST
def promise(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note a promise to somebody."""

    def note(said: Fields) -> int:
        return record_promise(
            request.viewer,
            person_id,
            said["what"],
            due_on=said["due_on"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, PromiseForm(request.POST), note, otherwise=reverse("person", args=[person_id]))


@require_POST
def promise_move(request: OwnerRequest, number: int) -> HttpResponse:
    """Note another day for a promise; an emptied field names none."""

    def note(said: Fields) -> int | None:
        return record_promise_move(
            request.viewer,
            number,
            said["due_on"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, PromiseMoveForm(request.POST, row=number), note, otherwise="today")


@require_POST
def promise_end(request: OwnerRequest, number: int) -> HttpResponse:
    """Note that a promise is kept, or given up."""

    def note(said: Fields) -> int | None:
        return record_promise_end(
            request.viewer,
            number,
            is_kept=said["is_kept"] != "no",
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, PromiseEndForm(request.POST), note, otherwise="today")
