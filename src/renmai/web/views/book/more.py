"""More: on a phone, the pages its tabs have no room for."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.places import MORE


@without_ties
@require_safe
def more(request: OwnerRequest) -> HttpResponse:
    """List the pages."""
    return render(request, "renmai/frame/more.html", {"groups": MORE})
