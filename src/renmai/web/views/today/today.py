"""Today, and what the owner answers to it: done, later, dropped."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.today.record_outcome import record_outcome
from renmai.domain.today.plan import DoneBy, Later, Outcome, back_on, put_off
from renmai.queries.today.page import today_card
from renmai.web.forms.today.outcome import OutcomeForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.templatetags.book.words import is_chinese
from renmai.web.views.book.forms import Fields, Noted, noted
from renmai.wording.book.days import day_words


@require_safe
def today(request: OwnerRequest) -> HttpResponse:
    """Show the few things worth doing."""
    card = today_card(request.viewer, today=clock.today(request.viewer))
    return render(request, "renmai/today/today.html", {"card": card})


@require_POST
def outcome(request: OwnerRequest) -> HttpResponse:
    """Record what became of one suggestion, and offer to take it back."""

    def note(said: Fields) -> Noted:
        what, _colon, when = said["outcome"].partition(":")
        if when and when not in (set(DoneBy) if what == Outcome.DONE else set(Later)):
            raise Http404
        day = clock.today(request.viewer)
        chosen = put_off(day, Later(when)) if when and what == Outcome.LATER else None
        until = back_on(day, chosen) if what == Outcome.LATER else None
        decision_id = record_outcome(
            request.viewer,
            said["key"],
            what,
            now=clock.now(),
            until=until,
            by=when if what == Outcome.DONE else "",
            counts_at=clock.counts_at(request.viewer),
        )
        words = {
            Outcome.DONE: _("Done: %(name)s"),
            Outcome.LATER: _("%(name)s comes back on %(day)s"),
            Outcome.DROP: _("Dropped: %(name)s"),
        }[Outcome(what)]
        comes_back = day_words(until, today=day, is_chinese=is_chinese()) if until else ""
        return Noted(decision_id, words % {"name": said["name"], "day": comes_back})

    return noted(request, OutcomeForm(request.POST), note, otherwise="today")
