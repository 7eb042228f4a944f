"""Undo: take any one decision back, or bring it back again."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renmai.actions.book.restore_decision import restore_decision
from renmai.actions.book.undo_decision import undo_by_number
from renmai.web.forms.book.noun_form import Button
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, Noted, noted


@require_POST
def decision(request: OwnerRequest, decision_id: int) -> HttpResponse:
    """Take one decision back and return to the page it was taken back on; the toast can undo that, too."""

    def note(_said: Fields) -> Noted:
        undone = undo_by_number(request.viewer, decision_id, now=clock.now())
        words = _("Undone: %(name)s") % {"name": undone.name} if undone.name else _("Undone")
        return Noted(undone.taken_back_by, words)

    return noted(request, Button(request.POST), note, otherwise="today")


@require_POST
def restore(request: OwnerRequest, decision_id: int) -> HttpResponse:
    """Let an undone decision stand again."""

    def note(_said: Fields) -> Noted:
        again = restore_decision(request.viewer, decision_id, now=clock.now())
        words = _("Brought back: %(name)s") % {"name": again.name} if again.name else _("Brought back")
        return Noted(decision_id, words)

    return noted(request, Button(request.POST), note, otherwise="history")
