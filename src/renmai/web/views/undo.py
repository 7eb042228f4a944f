"""Undo: of one decision, or of whatever was done last."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renmai.actions.undo_decision import undo_decision
from renmai.actions.undo_last import undo_last
from renmai.web import clock
from renmai.web.context import tell


@require_POST
def decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take one decision back."""
    undo_decision(request.viewer, decision_id, now=clock.now(request.viewer))
    return _undone(request)


@require_POST
def last(request: HttpRequest) -> HttpResponse:
    """Take the latest decision or import back."""
    undo_last(request.viewer, now=clock.now(request.viewer))
    return _undone(request)


def _undone(request: HttpRequest) -> HttpResponse:
    tell(request, _("Undone"))
    to = request.POST.get("next", "")
    return redirect(to if url_has_allowed_host_and_scheme(to, None) else "today")
