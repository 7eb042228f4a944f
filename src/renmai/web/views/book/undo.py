"""Undo: take one decision back."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renmai.actions.book.undo_decision import undo_decision
from renmai.web.frame import clock
from renmai.web.frame.context import flash, forget_last
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.back import back


@require_POST
def decision(request: OwnerRequest, decision_id: int) -> HttpResponse:
    """Take one decision back and return to the page it was taken back on."""
    undone = undo_decision(request.viewer, decision_id, now=clock.now())
    forget_last(request)
    flash(request, _("Undone: %(name)s") % {"name": undone.name} if undone.name else _("Undone"))
    return back(request, otherwise="today")
