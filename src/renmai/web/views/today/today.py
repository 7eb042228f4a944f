"""Today, and what the owner answers to it: done, later, dropped."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.today.record_outcome import record_outcome
from renmai.domain.today.plan import Outcome, back_on
from renmai.queries.today.page import today as todays_card
from renmai.web.frame import clock
from renmai.web.frame.context import tell
from renmai.web.pictures.days import day_words
from renmai.web.templatetags.words import is_chinese

LATER_DAYS = {"tomorrow": 1, "three_days": 3, "week": 7, "month": 30}


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show the few things worth doing."""
    day = clock.today(request.viewer)
    card = todays_card(request.viewer, today=day)
    later = {name: day + timedelta(days=days) for name, days in LATER_DAYS.items()}
    return render(request, "renmai/today/today.html", {"card": card, "later": later})


@require_POST
def outcome(request: HttpRequest) -> HttpResponse:
    """Record what became of one suggestion, and offer to take it back."""
    what, _colon, when = request.POST.get("outcome", "").partition(":")
    name = request.POST.get("name", "")
    day = clock.today(request.viewer)
    if when and when not in LATER_DAYS:
        raise Http404
    chosen = day + timedelta(days=LATER_DAYS[when]) if when else None
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
