"""Channels: six cards, the funnel with its table, and how people seem to have been met (R1, R3)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.reach.record_met_through import accept_met, record_met_through
from renmai.queries.reach.channels_page import channels_card
from renmai.web.forms.reach.channels import MetAcceptForm, MetThroughForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, noted


@require_safe
def channels(request: OwnerRequest) -> HttpResponse:
    """Show the six channels."""
    card = channels_card(request.viewer, today=clock.today(request.viewer))
    proposed_ids = [each.person_id for each in card.proposed]
    shown = {"card": card, "proposed_ids": proposed_ids}
    return render(request, "renmai/reach/channels.html", shown)


@require_POST
def accept(request: OwnerRequest) -> HttpResponse:
    """Note of those ticked that it was so, or that it was by the channel that is chosen for all of them."""

    def keep(said: Fields) -> int | None:
        now, on = clock.now(), clock.today(request.viewer)
        if said["channel"]:
            return record_met_through(request.viewer, said["person"], said["channel"], now=now, on=on)
        return accept_met(request.viewer, said["person"], now=now, on=on)

    return noted(request, MetAcceptForm(request.POST), keep, otherwise=reverse("channels"))


@require_POST
def met_through(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note by which channel somebody was met."""

    def keep(said: Fields) -> int | None:
        return record_met_through(
            request.viewer,
            [person_id],
            said["channel"],
            group=said["group"],
            event=said["event"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, MetThroughForm(request.POST), keep, otherwise=reverse("person", args=[person_id]))
