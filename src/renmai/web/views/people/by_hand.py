"""People by hand: somebody whom no file names is written down."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from renmai.actions.people.record_person import record_person
from renmai.web.forms.people.people import PersonForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, Noted, noted


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OwnerRequest) -> HttpResponse:
    """Show the form of somebody new, or write them down; of whoever is likely there already it asks."""
    page = reverse("add_person")
    if request.method != "POST":
        typed = {"name": request.GET.get("name", "").strip()}
        return render(request, "renmai/people/add.html", {"typed": typed})
    form = PersonForm(request.POST)
    pages: list[str] = []

    def note(said: Fields) -> Noted:
        person = record_person(
            request.viewer, said["name"], form.texts(), now=clock.now(), is_new=said["is_new"]
        )
        pages.append(reverse("person", args=[person.person_id]))
        return Noted(person.decision_id, _("%(name)s is in the book") % {"name": person.name})

    kept = noted(request, form, note, otherwise=page, stood=page)
    return HttpResponseRedirect(pages[0]) if pages else kept
