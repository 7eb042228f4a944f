"""What is kept of somebody by hand beside notes: how they are reached, born and were met; their card."""

from urllib.parse import quote

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.people.record_birthday import record_birthday
from renmai.actions.people.record_handle import record_handle, record_handle_removal
from renmai.actions.people.record_how_met import record_how_met
from renmai.queries.people.handed_card import handed_card
from renmai.sources.vcard.handed_card import CARD_TYPE, composed
from renmai.web.forms.people.own_notes import BirthdayForm, HandleForm, HandleRemovalForm, HowMetForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, Noted, noted


@require_POST
def handle(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Add a handle of somebody's."""

    def keep(said: Fields) -> int | None:
        return record_handle(request.viewer, person_id, said["handle"], now=clock.now())

    return noted(request, HandleForm(request.POST), keep, otherwise=reverse("person", args=[person_id]))


@require_POST
def handle_remove(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Take back a handle that was added by hand."""

    def keep(said: Fields) -> Noted:
        decision_id = record_handle_removal(request.viewer, person_id, said["handle"], now=clock.now())
        return Noted(decision_id, _("Taken away"))

    page = reverse("person", args=[person_id])
    return noted(request, HandleRemovalForm(request.POST), keep, otherwise=page)


@require_POST
def birthday(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note when somebody was born; an emptied field says that it is not known."""

    def keep(said: Fields) -> int | None:
        return record_birthday(
            request.viewer,
            person_id,
            said["day"],
            is_lunar=said["is_lunar"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, BirthdayForm(request.POST), keep, otherwise=reverse("person", args=[person_id]))


@require_POST
def how_met(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note how somebody was met."""

    def keep(said: Fields) -> int | None:
        return record_how_met(
            request.viewer,
            person_id,
            said["text"],
            met_on=said["on"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, HowMetForm(request.POST), keep, otherwise=reverse("person", args=[person_id]))


@require_safe
def card(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Hand out somebody's card; nothing that was noted of them stands on it."""
    details = handed_card(request.viewer, person_id, today=clock.today(request.viewer))
    response = HttpResponse(composed(details), content_type=CARD_TYPE)
    name = quote(details.name.replace("/", "-"), safe="")
    response["Content-Disposition"] = f"attachment; filename=\"card.vcf\"; filename*=UTF-8''{name}.vcf"
    return response
