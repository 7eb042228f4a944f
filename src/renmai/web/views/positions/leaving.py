"""The job-change test, and positions: noted, ended, proposed ones answered (T6)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.positions.record_position import (
    NoPosition,
    record_position,
    record_position_answer,
    record_position_end,
)
from renmai.queries.positions.leaving import leaving as look
from renmai.queries.positions.past_leaving import past_leaving
from renmai.web.frame import clock
from renmai.web.frame.context import point_out, tell
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.pictures.bars import leaving_bars
from renmai.web.views.book.back import back
from renmai.web.views.book.fields import NotUnderstood, day_in, row_in
from renmai.wording import sentence


@require_safe
def leaving(request: OwnerRequest) -> HttpResponse:
    """Show which ties would stay if the owner left; `position` names which position of theirs."""
    key = request.GET.get("position", "").strip()
    card = look(request.viewer, today=clock.today(request.viewer), position_key=key)
    return render(request, "renmai/positions/leaving.html", {"card": card, "groups": leaving_bars(card.rows)})


@require_safe
def past(request: OwnerRequest) -> HttpResponse:
    """Show who stayed at past changes, beside what the test would have said; the test's page asks for it."""
    card = past_leaving(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/positions/past_leaving.html", {"card": card})


@require_POST
def note(request: OwnerRequest) -> HttpResponse:
    """Note a position of the owner's, or of the person named."""
    try:
        decision_id = record_position(
            request.viewer,
            row_in(request.POST, "person"),
            organisation=request.POST.get("organisation", ""),
            title=request.POST.get("title", ""),
            host=request.POST.get("host", ""),
            since=day_in(request.POST, "since"),
            until=day_in(request.POST, "until"),
            on=clock.today(request.viewer),
            now=clock.now(),
        )
    except (NoPosition, NotUnderstood) as refusal:
        point_out(
            request, sentence(refusal.because), typed=request.POST.get("organisation", ""), form="position"
        )
        return back(request, otherwise="leaving")
    tell(request, _("Noted") if decision_id else _("Nothing new to save"), decision_id=decision_id)
    return back(request, otherwise="leaving")


@require_POST
def end(request: OwnerRequest) -> HttpResponse:
    """Note a position's last day; without one, take a known end back."""
    try:
        decision_id = record_position_end(
            request.viewer,
            request.POST.get("position", ""),
            day_in(request.POST, "until"),
            on=clock.today(request.viewer),
            now=clock.now(),
        )
    except (NoPosition, NotUnderstood) as refusal:
        tell(request, sentence(refusal.because))
        return back(request, otherwise="leaving")
    tell(request, _("Noted") if decision_id else _("Nothing new to save"), decision_id=decision_id)
    return back(request, otherwise="leaving")


@require_POST
def answer(request: OwnerRequest) -> HttpResponse:
    """Note what a proposal says, or do not propose it again."""
    is_accepted = request.POST.get("answer") == "accept"
    decision_id = record_position_answer(
        request.viewer,
        row_in(request.POST, "person"),
        request.POST.get("proposal", ""),
        is_accepted=is_accepted,
        on=clock.today(request.viewer),
        now=clock.now(),
    )
    tell(request, _("Noted") if is_accepted else _("Dismissed"), decision_id=decision_id)
    return back(request, otherwise="leaving")
