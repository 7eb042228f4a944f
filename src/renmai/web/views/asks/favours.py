"""Favours: the ledger, favours and gifts noted, thanks said (V6)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_thanks import record_thanks
from renmai.queries.asks.ledger import ledgers
from renmai.web.forms.asks.favours import GAVE, FavourForm
from renmai.web.forms.book.noun_form import Button
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.paging import paged
from renmai.web.views.book.address import row_at
from renmai.web.views.book.forms import Fields, Noted, noted


@require_safe
def favours(request: OwnerRequest) -> HttpResponse:
    """Show who did more for whom, and the thanks owed."""
    card = ledgers(request.viewer, today=clock.today(request.viewer))
    (owing, owed, even), pager = paged((card.owing, card.owed, card.even), row_at(request.GET, "page"))
    shown = {"card": card, "owing": owing, "owed": owed, "even": even, "pager": pager}
    return render(request, "renmai/asks/favours.html", shown)


@require_POST
def record(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note a favour or a gift with somebody."""

    def note(said: Fields) -> Noted:
        decision_id = record_favour(
            request.viewer,
            person_id,
            said["favour"],
            is_from_me=said["side"] == GAVE,
            size=said["size"] or None,
            amount=said["amount"],
            is_gift=said["gift"],
            on=said["on"] or clock.today(request.viewer),
            today=clock.today(request.viewer),
            now=clock.now(),
        )
        return Noted(decision_id, _("Noted"))

    ledger = f"{reverse('person', args=[person_id])}#ledger"
    return noted(request, FavourForm(request.POST), note, otherwise=ledger)


@require_POST
def thanked(request: OwnerRequest, favour_id: int) -> HttpResponse:
    """Take down that thanks were said."""

    def note(_said: Fields) -> Noted | None:
        decision_id = record_thanks(
            request.viewer,
            favour_id,
            on=clock.today(request.viewer),
            today=clock.today(request.viewer),
            now=clock.now(),
        )
        return Noted(decision_id, _("Thanks noted")) if decision_id else None

    return noted(request, Button(request.POST), note, otherwise="favours")
