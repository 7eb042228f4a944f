"""Same person? Who looks like one human, and what the owner says to it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.people.record_sameness import record_sameness
from renmai.domain.people.likeness import Sameness
from renmai.queries.people.same import same_page
from renmai.web.forms.people.people import SamenessForm
from renmai.web.frame import clock
from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, Noted, noted

A_PAGE = 30


@without_ties
@require_safe
def same(request: OwnerRequest) -> HttpResponse:
    """Show who is likely one human, with the evidence of both sides."""
    page = same_page(request.viewer, today=clock.today(request.viewer), at_most=A_PAGE)
    return render(request, "renmai/people/same.html", {"page": page})


@require_POST
def sameness(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Take two to be one human, to be two, or ask no more."""
    form = SamenessForm(request.POST)
    others = form.read("other") or []
    if len(others) != 1 or form.read("answer") not in list(Sameness):
        raise Http404
    told = {
        Sameness.YES: _("One person now"),
        Sameness.NO: _("They stay two people"),
        Sameness.UNSURE: _("You are not asked again"),
    }

    def note(said: Fields) -> Noted:
        answer = Sameness(said["answer"])
        decision_id = record_sameness(request.viewer, person_id, others[0], answer, now=clock.now())
        return Noted(decision_id, told[answer])

    return noted(request, form, note, otherwise=reverse("same"))
