"""Today, and what the owner answers to it: done, later, dropped."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.today.record_outcome import record_outcome
from renmai.domain.today.plan import Later, Outcome, back_on, put_off
from renmai.queries.today.page import today as todays_card
from renmai.web.frame import clock
from renmai.web.frame.context import tell
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.templatetags.words import is_chinese
from renmai.wording.days import day_words


@require_safe
def today(request: OwnerRequest) -> HttpResponse:
    """Show the few things worth doing."""
    card = todays_card(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/today/today.html", {"card": card})


@require_POST
def outcome(request: OwnerRequest) -> HttpResponse:
    """Record what became of one suggestion, and offer to take it back."""
    what, _colon, when = request.POST.get("outcome", "").partition(":")
    name = request.POST.get("name", "")
    day = clock.today(request.viewer)
    if when and when not in set(Later):
        raise Http404
    chosen = put_off(day, Later(when)) if when else None
    until = back_on(day, chosen) if what == Outcome.LATER else None
    decision_id = record_outcome(
        request.viewer,
        request.POST.get("key", ""),
        what,
        now=clock.now(),
        until=until,
        counts_at=clock.counts_at(request.viewer),
    )
    words = {
        Outcome.DONE: _("Done: %(name)s"),
        Outcome.LATER: _("%(name)s comes back on %(day)s"),
        Outcome.DROP: _("Dropped: %(name)s"),
    }[Outcome(what)]
    said = {"name": name, "day": day_words(until, today=day, is_chinese=is_chinese()) if until else ""}
    tell(request, words % said, decision_id=decision_id)
    return redirect("today")
