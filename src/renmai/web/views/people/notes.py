"""Notes, tags and the agenda of people: kept, changed and taken away (CAPTURE 1)."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renmai.actions.people.record_agenda import record_agenda, record_agenda_raised
from renmai.actions.people.record_own_note import (
    record_own_note,
    record_own_note_change,
    record_own_note_removal,
)
from renmai.actions.people.record_tag import record_tag, record_tag_removal, record_tag_rename
from renmai.domain.people.tags import as_tag
from renmai.web.forms.book.noun_form import Button
from renmai.web.forms.people.own_notes import (
    AgendaForm,
    NoteChangeForm,
    NoteForm,
    TagForm,
    TagRemovalForm,
    TagRenameForm,
)
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.templatetags.pages.addresses import people_address
from renmai.web.views.book.forms import Fields, Noted, noted


@require_POST
def note(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Keep a note of somebody."""

    def keep(said: Fields) -> int | None:
        on = clock.today(request.viewer)
        return record_own_note(request.viewer, person_id, said["text"], now=clock.now(), on=on)

    return noted(request, NoteForm(request.POST), keep, otherwise=reverse("person", args=[person_id]))


@require_POST
def note_change(request: OwnerRequest, number: int) -> HttpResponse:
    """Write a note anew."""

    def keep(said: Fields) -> int | None:
        on = clock.today(request.viewer)
        return record_own_note_change(request.viewer, number, said["text"], now=clock.now(), on=on)

    return noted(request, NoteChangeForm(request.POST, row=number), keep, otherwise=reverse("people"))


@require_POST
def note_remove(request: OwnerRequest, number: int) -> HttpResponse:
    """Take a note down."""

    def keep(_said: Fields) -> Noted:
        on = clock.today(request.viewer)
        decision_id = record_own_note_removal(request.viewer, number, now=clock.now(), on=on)
        return Noted(decision_id, _("Note removed"))

    return noted(request, Button(request.POST), keep, otherwise=reverse("people"))


@require_POST
def tag(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Put a tag on somebody."""

    def keep(said: Fields) -> int | None:
        on = clock.today(request.viewer)
        return record_tag(request.viewer, person_id, said["tag"], now=clock.now(), on=on)

    return noted(request, TagForm(request.POST), keep, otherwise=reverse("person", args=[person_id]))


@require_POST
def tag_remove(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Take a tag off somebody."""

    def keep(said: Fields) -> Noted:
        on = clock.today(request.viewer)
        decision_id = record_tag_removal(request.viewer, person_id, said["tag"], now=clock.now(), on=on)
        return Noted(decision_id, _("Tag removed"))

    return noted(request, TagRemovalForm(request.POST), keep, otherwise=reverse("person", args=[person_id]))


@require_POST
def tag_rename(request: OwnerRequest) -> HttpResponse:
    """Call a tag otherwise, and go to those who bear it."""
    form = TagRenameForm(request.POST)
    name = form.read("called_now") or ""

    def keep(said: Fields) -> int | None:
        on = clock.today(request.viewer)
        return record_tag_rename(request.viewer, said["tag"], said["called_now"], now=clock.now(), on=on)

    stood = people_address(tag=form.read("tag") or "")
    return noted(request, form, keep, otherwise=people_address(tag=as_tag(name)), stood=stood)


@require_POST
def agenda(request: OwnerRequest, person_id: int) -> HttpResponse:
    """Keep something to raise with somebody next time."""

    def keep(said: Fields) -> int | None:
        on = clock.today(request.viewer)
        return record_agenda(request.viewer, person_id, said["text"], now=clock.now(), on=on)

    return noted(request, AgendaForm(request.POST), keep, otherwise=reverse("person", args=[person_id]))


@require_POST
def agenda_raised(request: OwnerRequest, number: int) -> HttpResponse:
    """Say that something was raised."""

    def keep(_said: Fields) -> int | None:
        on = clock.today(request.viewer)
        return record_agenda_raised(request.viewer, number, now=clock.now(), on=on)

    return noted(request, Button(request.POST), keep, otherwise=reverse("people"))
