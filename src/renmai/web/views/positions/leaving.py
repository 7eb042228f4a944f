"""The job-change test, and positions: noted, ended, proposed ones answered (T6)."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.positions.record_position import (
    record_position,
    record_position_answer,
    record_position_end,
)
from renmai.queries.positions.leaving import leaving_card
from renmai.queries.positions.past_leaving import past_leaving_card
from renmai.web.forms.positions.positions import PositionAnswerForm, PositionEndForm, PositionForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.paging import paged
from renmai.web.pictures.bars import leaving_bars
from renmai.web.views.book.address import row_at
from renmai.web.views.book.forms import Fields, Noted, noted


@require_safe
def leaving(request: OwnerRequest) -> HttpResponse:
    """Show which ties would stay if the owner left; `position` names which position of theirs."""
    key = request.GET.get("position", "").strip()
    card = leaving_card(request.viewer, today=clock.today(request.viewer), position_key=key)
    groups = leaving_bars(card.rows)
    bars, pager = paged([group.bars for group in groups], row_at(request.GET, "page"))
    kept = urlencode({"position": key}) + "&" if key else ""
    shown = {"card": card, "groups": list(zip(groups, bars, strict=True)), "pager": pager, "kept": kept}
    return render(request, "renmai/positions/leaving.html", shown)


@require_safe
def past(request: OwnerRequest) -> HttpResponse:
    """Show who stayed at past changes, beside what the test would have said; the test's page asks for it."""
    card = past_leaving_card(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/positions/past_leaving.html", {"card": card})


@require_POST
def note(request: OwnerRequest) -> HttpResponse:
    """Note a position of the owner's, or of the person named."""

    def keep(said: Fields) -> int | None:
        return record_position(
            request.viewer,
            said["person"],
            organisation=said["organisation"],
            title=said["title"],
            host=said["host"],
            since=said["since"],
            until=said["until"],
            on=clock.today(request.viewer),
            now=clock.now(),
        )

    return noted(request, PositionForm(request.POST), keep, otherwise="leaving")


@require_POST
def end(request: OwnerRequest) -> HttpResponse:
    """Note a position's last day; without one, take a known end back."""

    def keep(said: Fields) -> int | None:
        return record_position_end(
            request.viewer,
            said["position"],
            said["until"],
            on=clock.today(request.viewer),
            now=clock.now(),
        )

    return noted(request, PositionEndForm(request.POST), keep, otherwise="leaving")


@require_POST
def answer(request: OwnerRequest) -> HttpResponse:
    """Note what a proposal says, or do not propose it again."""

    def keep(said: Fields) -> Noted:
        is_accepted = said["answer"] == "accept"
        decision_id = record_position_answer(
            request.viewer,
            said["person"],
            said["proposal"],
            is_accepted=is_accepted,
            on=clock.today(request.viewer),
            now=clock.now(),
        )
        return Noted(decision_id, _("Noted") if is_accepted else _("Dismissed"))

    return noted(request, PositionAnswerForm(request.POST), keep, otherwise="leaving")
