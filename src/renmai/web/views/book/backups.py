"""Backups: those there are, and a new one at the press of a button."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renmai.actions.book.backup_book import backup_book
from renmai.domain.book.refusals import Refused
from renmai.queries.book.backups import backups_card
from renmai.web.frame import clock
from renmai.web.frame.context import flash
from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.wording import sentence


@without_ties
@require_safe
def backups(request: OwnerRequest) -> HttpResponse:
    """List them, newest first."""
    return render(request, "renmai/book/backups.html", {"card": backups_card(request.viewer)})


@without_ties
@require_POST
def make_backup(request: OwnerRequest) -> HttpResponse:
    """Make one in the book's own folder."""
    try:
        backup_book(now=clock.now())
    except Refused as refusal:
        flash(request, sentence(refusal.because))
    else:
        flash(request, _("Backed up, and opened again to see that it is whole"))
    return redirect("backups")
