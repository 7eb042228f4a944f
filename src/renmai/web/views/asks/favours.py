"""Favours: the ledger, favours and gifts noted, thanks said (V6)."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.asks.noting import NotAnExchange
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_thanks import record_thanks
from renmai.queries.asks.ledger import ledgers
from renmai.web.frame import clock
from renmai.web.frame.context import point_out, tell
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.back import back
from renmai.web.views.book.fields import NotUnderstood, day_in, text_in
from renmai.wording import sentence


@require_safe
def favours(request: OwnerRequest) -> HttpResponse:
    """Show who did more for whom, and the thanks owed."""
    card = ledgers(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/asks/favours.html", {"card": card})


@require_POST
def record(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note a favour or a gift with somebody."""
    what = text_in(request.POST, "favour")
    try:
        decision_id = record_favour(
            request.viewer,
            person_id,
            what,
            is_from_me=request.POST.get("side") == "gave",
            size=request.POST.get("size") or None,
            amount=text_in(request.POST, "amount"),
            is_gift=bool(request.POST.get("gift")),
            on=day_in(request.POST, "on") or clock.today(request.viewer),
            now=clock.now(),
        )
    except (NotAnExchange, NotUnderstood) as refusal:
        point_out(request, sentence(refusal.because), typed=what, form="favour")
        return redirect(f"{reverse('person', args=[person_id])}#ledger")
    tell(request, _("Noted"), decision_id=decision_id)
    return redirect(f"{reverse('person', args=[person_id])}#ledger")


@require_POST
def thanked(request: OwnerRequest, favour_id: int) -> HttpResponse:
    """Take down that thanks were said."""
    decision_id = record_thanks(request.viewer, favour_id, on=clock.today(request.viewer), now=clock.now())
    tell(request, _("Thanks noted") if decision_id else _("Nothing new to save"), decision_id=decision_id)
    return back(request, otherwise="favours")
