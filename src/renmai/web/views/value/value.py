"""Value: what I can do for others and they for me; notes, proposals, matches and the quarterly review."""

from django.http import HttpRequest, HttpResponse
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
from renmai.domain.book.because import Because
from renmai.domain.book.refusals import Refused
from renmai.domain.value.values import Importance, Origin, Side
from renmai.queries.value.page import values
from renmai.web.frame import clock
from renmai.web.frame.context import point_out, tell
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.back import back
from renmai.web.views.book.fields import day_in, row_in
from renmai.wording import sentence

CHOICES = {"origins": list(Origin), "importances": list(Importance)}
NOTE_FORM, LINE_FORM = "value", "line"


@require_safe
def value(request: OwnerRequest) -> HttpResponse:
    """Show what I can give, what meets in the book, what letters seem to say, what to find out."""
    card = values(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/value/value.html", {"card": card, **CHOICES})


@require_POST
def note(request: OwnerRequest) -> HttpResponse:
    """Note a need or an offer: of the person named by number, of the owner without one."""
    said = request.POST
    text = said.get("text", "")
    try:
        decision_id = record_value(
            request.viewer,
            row_in(said, "person"),
            said.get("side", ""),
            text,
            origin=said.get("origin") or Origin.SAID,
            importance=said.get("importance") or Importance.MIDDLE,
            until=day_in(said, "until"),
            now=clock.now(),
            on=clock.today(request.viewer),
        )
    except Refused as refusal:
        return _wrong(request, refusal.because, typed=text)
    return _noted(request, decision_id)


@require_POST
def line(request: OwnerRequest) -> HttpResponse:
    """Note what one line says of whomever it names."""
    text = request.POST.get("line", "")
    today = clock.today(request.viewer)
    try:
        found = record_value_line(request.viewer, text, now=clock.now(), on=today)
    except Refused as refusal:
        return _wrong(request, refusal.because, typed=text, form=LINE_FORM)
    words = {
        (Side.NEED, True): _("Noted: you look for %(text)s"),
        (Side.OFFER, True): _("Noted: you have %(text)s"),
        (Side.NEED, False): _("Noted: %(name)s looks for %(text)s"),
        (Side.OFFER, False): _("Noted: %(name)s has %(text)s"),
    }[Side(found.side), found.person_id is None]
    return _noted(request, found.decision_id, words % {"name": found.name, "text": found.text})


@require_POST
def change(request: OwnerRequest, value_id: int) -> HttpResponse:
    """Say that a need or an offer is otherwise by now."""
    said = request.POST
    changed: dict[str, object] = {
        name: said[name] for name in ("text", "origin", "importance") if said.get(name)
    }
    try:
        if "until" in said:
            changed["until"] = day_in(said, "until")
        decision_id = record_value_change(
            request.viewer, value_id, changed, now=clock.now(), on=clock.today(request.viewer)
        )
    except Refused as refusal:
        return _wrong(request, refusal.because, typed=said.get("text", ""))
    return _noted(request, decision_id)


@require_POST
def end(request: OwnerRequest, value_id: int) -> HttpResponse:
    """Say that a need, an offer or an achievement is over."""
    try:
        decision_id = record_value_end(
            request.viewer, value_id, now=clock.now(), on=clock.today(request.viewer)
        )
    except Refused as refusal:
        return _wrong(request, refusal.because, typed="")
    return _noted(request, decision_id, _("Over"))


@require_POST
def proposal(request: OwnerRequest) -> HttpResponse:
    """Take what a letter seems to say for a note, or put it aside for good."""
    is_accepted = request.POST.get("answer") == "accept"
    try:
        decision_id = record_proposal_answer(
            request.viewer,
            request.POST.get("key", ""),
            is_accepted=is_accepted,
            now=clock.now(),
            on=clock.today(request.viewer),
        )
    except Refused as refusal:
        return _wrong(request, refusal.because, typed="")
    return _noted(request, decision_id, _("Noted") if is_accepted else _("Put aside"))


@require_POST
def match(request: OwnerRequest) -> HttpResponse:
    """Put a match aside for good."""
    try:
        decision_id = record_match_answer(
            request.viewer, request.POST.get("key", ""), now=clock.now(), on=clock.today(request.viewer)
        )
    except Refused as refusal:
        return _wrong(request, refusal.because, typed="")
    return _noted(request, decision_id, _("Put aside"))


@require_POST
def achievement(request: OwnerRequest) -> HttpResponse:
    """Note what the owner achieved, or is building."""
    said = request.POST
    try:
        decision_id = record_achievement(
            request.viewer,
            said.get("text", ""),
            proof=said.get("proof", ""),
            witness=said.get("witness", ""),
            is_growing="growing" in said,
            now=clock.now(),
            on=clock.today(request.viewer),
        )
    except Refused as refusal:
        return _wrong(request, refusal.because, typed=said.get("text", ""))
    return _noted(request, decision_id)


@require_POST
def reviewed(request: OwnerRequest) -> HttpResponse:
    """Note that what I offer was looked through."""
    decision_id = review_values(request.viewer, now=clock.now(), on=clock.today(request.viewer))
    return _noted(request, decision_id, _("Looked through; again in a quarter"))


def _noted(request: HttpRequest, decision_id: int | None, words: str = "") -> HttpResponse:
    said = words or _("Noted") if decision_id else _("Nothing new to save")
    tell(request, said, decision_id=decision_id)
    return back(request, otherwise="value")


def _wrong(request: HttpRequest, because: Because, *, typed: str, form: str = NOTE_FORM) -> HttpResponse:
    """Show the form again with what is wrong and what was typed."""
    point_out(request, sentence(because), typed=typed, form=form)
    return back(request, otherwise="value")
