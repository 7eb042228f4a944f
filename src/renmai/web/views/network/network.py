"""The network: a map of the owner's people, with tables beside it that say the same."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from renmai.domain.book.because import Because
from renmai.queries.network.network import network_card
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.pictures.ego_map import colour_of, ego_map
from renmai.wording import sentence


@require_safe
def network(request: OwnerRequest) -> HttpResponse:
    """Show the map and the tables."""
    card = network_card(request.viewer, today=clock.today(request.viewer))
    names = [circle.name for circle in card.circles]
    drawn = ego_map(card, names, sentence(Because("circle_none"))) if card.drawn else None
    circles = [
        {"card": circle, "name": circle.name, "colour": colour_of(circle.number)} for circle in card.circles
    ]
    brokers = [
        {
            "card": broker,
            "joins": [names[at] for at in broker.circles],
            "colour": colour_of(broker.person.circle),
        }
        for broker in card.brokers
    ]
    return render(
        request,
        "renmai/network/network.html",
        {"card": card, "map": drawn, "circles": circles, "brokers": brokers},
    )
