"""Asks: the page before asking, asks made and wished for, how they ended (V7)."""

from collections.abc import Mapping
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.asks.noting import NotAnExchange
from renmai.actions.asks.record_ask import NeedsBecause, record_ask
from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_wish import record_wish
from renmai.actions.book.noting import UntilIsPast
from renmai.domain.asks.asks import Request
from renmai.domain.asks.ledger import Size
from renmai.queries.asks.page import ask_page
from renmai.queries.asks.past import past_asks
from renmai.web.frame import clock
from renmai.web.frame.context import point_out, tell
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.fields import NotUnderstood, day_in, row_at, row_in, text_in
from renmai.wording import sentence

PROUD = {"yes": True, "no": False}


@require_safe
def ask(request: OwnerRequest) -> HttpResponse:
    """Show the check of what stands in the address; without anybody, only where to say it."""
    viewer, day = request.viewer, clock.today(request.viewer)
    wanted, called = _wanted(request.GET, _size(request.GET)), text_in(request.GET, "to")
    page = ask_page(viewer, row_at(request.GET, "person"), called, wanted, today=day)
    shown = {
        "page": page,
        "card": page.card,
        "called": page.card.name if page.card else called,
        "what": text_in(request.GET, "what"),
        "why": text_in(request.GET, "why"),
        "size": _size(request.GET),
        "proud": request.GET.get("proud", ""),
        "wish": row_at(request.GET, "wish"),
    }
    return render(request, "renmai/asks/ask.html", shown)


@require_safe
def past(request: OwnerRequest) -> HttpResponse:
    """Show asks made, with how they ended, and those kept for later."""
    return render(
        request,
        "renmai/asks/past.html",
        {"card": past_asks(request.viewer, today=clock.today(request.viewer))},
    )


@require_POST
def record(request: OwnerRequest) -> HttpResponse:
    """Keep an ask that is made now, on the verdict of this day; against it, only with a line of why."""
    person_id, wanted = row_in(request.POST, "person"), _wanted(request.POST, request.POST.get("size", ""))
    if person_id is None or wanted is None:
        raise Http404
    try:
        made = record_ask(
            request.viewer,
            person_id,
            wanted,
            because=request.POST.get("because", ""),
            wish_id=row_in(request.POST, "wish"),
            on=clock.today(request.viewer),
            now=clock.now(),
        )
    except (NeedsBecause, NotAnExchange) as refusal:
        point_out(request, sentence(refusal.because), typed="", form="ask")
        return redirect(f"{_address(request, person_id, wanted)}#decide")
    tell(request, _("Noted; say here how it ended"), decision_id=made.decision_id)
    return redirect("asks")


@require_POST
def keep(request: OwnerRequest) -> HttpResponse:
    """Keep a wish to ask for a day to come."""
    person_id, wanted = row_in(request.POST, "person"), _wanted(request.POST, request.POST.get("size", ""))
    if person_id is None or wanted is None:
        raise Http404
    try:
        decision_id = record_wish(
            request.viewer,
            person_id,
            wanted.what,
            size=wanted.size,
            why_them=wanted.why_them,
            is_proud=wanted.is_proud,
            until=day_in(request.POST, "until") or date.min,
            on=clock.today(request.viewer),
            now=clock.now(),
        )
    except (UntilIsPast, NotAnExchange, NotUnderstood) as refusal:
        is_past = isinstance(refusal, UntilIsPast)
        words = _("Choose a day after today.") if is_past else sentence(refusal.because)
        point_out(request, words, typed="", form="ask")
        return redirect(f"{_address(request, person_id, wanted)}#decide")
    tell(request, _("Kept; Today reminds you"), decision_id=decision_id)
    return redirect("person", person_id=person_id)


@require_POST
def ended(request: OwnerRequest, ask_id: int) -> HttpResponse:
    """Take down how an ask ended."""
    try:
        decision_id = record_ask_ending(
            request.viewer,
            ask_id,
            request.POST.get("outcome", ""),
            on=clock.today(request.viewer),
            now=clock.now(),
        )
    except NotAnExchange as refusal:
        tell(request, sentence(refusal.because))
        return redirect("asks")
    tell(request, _("Noted") if decision_id else _("Nothing new to save"), decision_id=decision_id)
    return redirect("asks")


def _address(request: HttpRequest, person_id: int, wanted: Request) -> str:
    """Return the page that shows the same ask again."""
    fields = {"person": str(person_id), "what": wanted.what, "size": wanted.size, "why": wanted.why_them}
    fields |= {name: request.POST[name] for name in ("proud", "wish") if request.POST.get(name)}
    return f"{reverse('ask')}?{urlencode(fields)}"


def _wanted(fields: Mapping[str, str], size: str) -> Request | None:
    """Return what is to be asked, None where nothing is named."""
    what = text_in(fields, "what")
    if not what:
        return None
    proud = PROUD.get(fields.get("proud", ""))
    return Request(what=what, size=size or Size.MIDDLE, why_them=text_in(fields, "why"), is_proud=proud)


def _size(fields: Mapping[str, str]) -> Size:
    """Return the size that an address names, the middle one where it names none."""
    size = fields.get("size", "")
    return Size(size) if size in set(Size) else Size.MIDDLE
