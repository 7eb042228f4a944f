"""Value: what I can do for others and they for me; notes, proposals, matches and the quarterly review."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.value.record_achievement import record_achievement
from renmai.actions.value.record_match_answer import record_match_answer
from renmai.actions.value.record_proposal_answer import record_proposal_answer
from renmai.actions.value.record_value import record_value
from renmai.actions.value.record_value_change import record_value_change, record_value_end
from renmai.actions.value.record_value_line import record_value_line
from renmai.actions.value.record_value_review import review_values
from renmai.domain.value.values import Importance, Origin, Side
from renmai.queries.value.page import values_card
from renmai.web.forms.book.noun_form import Button
from renmai.web.forms.value.achievements import AchievementForm
from renmai.web.forms.value.values import (
    MatchForm,
    ValueChangeForm,
    ValueForm,
    ValueLineForm,
    ValueProposalForm,
)
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, Noted, noted


@require_safe
def value(request: OwnerRequest) -> HttpResponse:
    """Show what I can give, what meets in the book, what letters seem to say, what to find out."""
    card = values_card(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/value/value.html", {"card": card})


@require_POST
def note(request: OwnerRequest) -> HttpResponse:
    """Note a need or an offer: of the person named by number, of the owner without one."""

    def keep(said: Fields) -> int | None:
        return record_value(
            request.viewer,
            said["person"],
            said["side"],
            said["text"],
            origin=said["origin"] or Origin.SAID,
            importance=said["importance"] or Importance.MIDDLE,
            until=said["until"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, ValueForm(request.POST), keep, otherwise="value")


@require_POST
def line(request: OwnerRequest) -> HttpResponse:
    """Note what one line says of whomever it names."""

    def keep(said: Fields) -> Noted | None:
        today = clock.today(request.viewer)
        found = record_value_line(request.viewer, said["line"], now=clock.now(), on=today)
        words = {
            (Side.NEED, True): _("Noted: you look for %(text)s"),
            (Side.OFFER, True): _("Noted: you have %(text)s"),
            (Side.NEED, False): _("Noted: %(name)s looks for %(text)s"),
            (Side.OFFER, False): _("Noted: %(name)s has %(text)s"),
        }[Side(found.side), found.person_id is None]
        told = words % {"name": found.name, "text": found.text}
        return Noted(found.decision_id, told) if found.decision_id else None

    return noted(request, ValueLineForm(request.POST), keep, otherwise="value")


@require_POST
def change(request: OwnerRequest, value_id: int) -> HttpResponse:
    """Change a need or an offer; what is not on the form stays as it is."""
    form = ValueChangeForm(request.POST, row=value_id)

    def keep(said: Fields) -> int | None:
        changed = {name: said[name] for name in ("text", "origin", "importance") if said[name]}
        if form.has("until"):
            changed["until"] = said["until"]
        return record_value_change(
            request.viewer, value_id, changed, now=clock.now(), on=clock.today(request.viewer)
        )

    return noted(request, form, keep, otherwise="value")


@require_POST
def end(request: OwnerRequest, value_id: int) -> HttpResponse:
    """Say that a need, an offer or an achievement is over."""

    def keep(_said: Fields) -> Noted:
        decision_id = record_value_end(
            request.viewer, value_id, now=clock.now(), on=clock.today(request.viewer)
        )
        return Noted(decision_id, _("Over"))

    return noted(request, Button(request.POST), keep, otherwise="value")


@require_POST
def proposal(request: OwnerRequest) -> HttpResponse:
    """Take what a letter seems to say for a note, or put it aside for good."""

    def keep(said: Fields) -> Noted | None:
        is_accepted = said["answer"] == "accept"
        decision_id = record_proposal_answer(
            request.viewer,
            said["key"],
            is_accepted=is_accepted,
            now=clock.now(),
            on=clock.today(request.viewer),
        )
        return Noted(decision_id, _("Noted") if is_accepted else _("Put aside")) if decision_id else None

    return noted(request, ValueProposalForm(request.POST), keep, otherwise="value")


@require_POST
def match(request: OwnerRequest) -> HttpResponse:
    """Put a match aside for good."""

    def keep(said: Fields) -> Noted:
        decision_id = record_match_answer(
            request.viewer, said["key"], now=clock.now(), on=clock.today(request.viewer)
        )
        return Noted(decision_id, _("Put aside"))

    return noted(request, MatchForm(request.POST), keep, otherwise="value")


@require_POST
def achievement(request: OwnerRequest) -> HttpResponse:
    """Note what the owner achieved, or is building."""

    def keep(said: Fields) -> int | None:
        return record_achievement(
            request.viewer,
            said["text"],
            proof=said["proof"],
            witness=said["witness"],
            is_growing=said["growing"],
            now=clock.now(),
            on=clock.today(request.viewer),
        )

    return noted(request, AchievementForm(request.POST), keep, otherwise="value")


@require_POST
def reviewed(request: OwnerRequest) -> HttpResponse:
    """Note that what I offer was looked through."""

    def keep(_said: Fields) -> Noted | None:
        decision_id = review_values(request.viewer, now=clock.now(), on=clock.today(request.viewer))
        return Noted(decision_id, _("Looked through; again in a quarter")) if decision_id else None

    return noted(request, Button(request.POST), keep, otherwise="value")
