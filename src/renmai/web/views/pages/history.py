"""History: everything the owner decided, each to be undone or brought back."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from renmai.queries.book.history import A_PAGE, history_page
from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.paging import Pager
from renmai.web.views.book.address import row_at


@without_ties
@require_safe
def history(request: OwnerRequest) -> HttpResponse:
    """Show a page of it, of everybody or of one person."""
    person_id = row_at(request.GET, "person")
    page = row_at(request.GET, "page") or 1
    card = history_page(request.viewer, person_id=person_id, page=page, per_page=A_PAGE)
    kept = f"person={person_id}&" if person_id else ""
    pager = Pager(card.page, card.pages, card.total)
    return render(request, "renmai/pages/history.html", {"card": card, "pager": pager, "kept": kept})
