"""Asks: the page before asking, asks made and wished for, how they ended (V7)."""

from collections.abc import Mapping
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.asks.record_ask import record_ask
from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_wish import record_wish
from renmai.domain.asks.asks import Request
from renmai.domain.asks.ledger import Size
from renmai.queries.asks.page import ask_page
from renmai.queries.asks.past import past_asks
from renmai.web.forms.asks.asks import PROUD, AskEndingForm, AskForm, CheckedForm, WishForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.address import row_at, text_at
from renmai.web.views.book.forms import Fields, Noted, noted

CARRIED = tuple(CheckedForm.base_fields)
"""What the address of the check holds, and the forms below its answer carry along."""


@require_safe
def ask(request: OwnerRequest) -> HttpResponse:
    """Show the check of what stands in the address; without anybody, only where to say it."""
    viewer, day = request.viewer, clock.today(request.viewer)
    wanted, called = _wanted(request.GET), text_at(request.GET, "to")
    page = ask_page(viewer, row_at(request.GET, "person"), called, wanted, today=day)
    asked = {
        "person": page.card.person_id if page.card else None,
        "what": text_at(request.GET, "what"),
        "size": _size(request.GET),
        "why": text_at(request.GET, "why"),
        "proud": request.GET.get("proud", ""),
        "wish": row_at(request.GET, "wish"),
    }
    shown = {"page": page, "card": page.card, "called": page.card.name if page.card else called}
    return render(request, "renmai/asks/ask.html", {**asked, **shown, "asked": asked})


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
    form = AskForm(request.POST)
    person_id = _person_named(form)

    def note(said: Fields) -> Noted:
        made = record_ask(
            request.viewer,
            person_id,
            _request(said),
            because=said["because"],
            wish_id=said["wish"],
            on=clock.today(request.viewer),
            now=clock.now(),
        )
        return Noted(made.decision_id, _("Noted; say here how it ended"))

    return noted(request, form, note, otherwise="asks", stood=_address(form))


@require_POST
def keep(request: OwnerRequest) -> HttpResponse:
    """Keep a wish to ask for a day to come."""
    form = WishForm(request.POST)
    person_id = _person_named(form)

    def note(said: Fields) -> Noted:
        wanted = _request(said)
        decision_id = record_wish(
            request.viewer,
            person_id,
            wanted.what,
            size=wanted.size,
            why_them=wanted.why_them,
            is_proud=wanted.is_proud,
            until=said["until"] or date.min,
            on=clock.today(request.viewer),
            now=clock.now(),
        )
        return Noted(decision_id, _("Kept; Today reminds you"))

    person = reverse("person", args=[person_id])
    return noted(request, form, note, otherwise=person, stood=_address(form))


@require_POST
def ended(request: OwnerRequest, ask_id: int) -> HttpResponse:
    """Take down how an ask ended."""

    def note(said: Fields) -> int | None:
        return record_ask_ending(
            request.viewer, ask_id, said["outcome"], on=clock.today(request.viewer), now=clock.now()
        )

    return noted(request, AskEndingForm(request.POST), note, otherwise="asks")


def _person_named(form: CheckedForm) -> int:
    """Return the number of the person that is to be asked.

    :raises Http404: if there is none, or nothing is to be asked
    """
    person_id: int | None = form.read("person")
    if person_id is None or not form.read("what"):
        raise Http404
    return person_id


def _request(said: Fields) -> Request:
    """Return what was asked of the check."""
    size, proud = said["size"] or Size.MIDDLE, PROUD.get(said["proud"])
    return Request(what=said["what"], size=size, why_them=said["why"], is_proud=proud)


def _address(form: CheckedForm) -> str:
    """Return the page that shows the same ask again."""
    fields = {name: typed for name in CARRIED if (typed := form.typed.get(name, ""))}
    return f"{reverse('ask')}?{urlencode(fields)}"


def _wanted(address: Mapping[str, str]) -> Request | None:
    """Return what an address says is to be asked, None where it names nothing."""
    what = text_at(address, "what")
    if not what:
        return None
    proud = PROUD.get(address.get("proud", ""))
    return Request(what=what, size=_size(address), why_them=text_at(address, "why"), is_proud=proud)


def _size(address: Mapping[str, str]) -> Size:
    """Return the size that an address names, the middle one where it names none."""
    size = address.get("size", "")
    return Size(size) if size in set(Size) else Size.MIDDLE
