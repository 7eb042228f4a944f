"""Meetings: the page to read before one, arranging it by hand, calling it off (R7)."""

from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.reach.record_meeting import record_meeting, record_meeting_off
from renmai.queries.pages.brief import brief_card
from renmai.shapes.reach.meetings import brief_markdown
from renmai.web.forms.book.noun_form import Button
from renmai.web.forms.reach.meetings import MeetingForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, Noted, noted


@require_safe
def brief(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Show what to read before meeting somebody."""
    card = brief_card(request.viewer, person_id, today=clock.today(request.viewer))
    return render(request, "renmai/reach/brief.html", {"card": card})


@require_safe
def brief_file(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Hand the same out as a Markdown file."""
    card = brief_card(request.viewer, person_id, today=clock.today(request.viewer))
    response = HttpResponse(brief_markdown(card), content_type="text/markdown; charset=utf-8")
    name = quote(card.name.replace("/", "-"), safe="")
    response["Content-Disposition"] = f"attachment; filename=\"brief.md\"; filename*=UTF-8''{name}.md"
    return response


@require_POST
def meeting(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Note a meeting with somebody."""

    def note(said: Fields) -> int | None:
        return record_meeting(
            request.viewer,
            [person_id],
            meets_on=said["meets_on"],
            at=said["at"],
            what=said["what"],
            place=said["place"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, MeetingForm(request.POST), note, otherwise=reverse("brief", args=[person_id]))


@require_POST
def meeting_off(request: OwnerRequest, number: int) -> HttpResponse:
    """Note that a meeting was called off."""

    def note(_said: Fields) -> Noted:
        off = record_meeting_off(request.viewer, number, now=clock.now(), on=clock.today(request.viewer))
        return Noted(off, _("Called off"))

    return noted(request, Button(request.POST), note, otherwise="today")
