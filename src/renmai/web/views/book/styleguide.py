"""The styleguide: every part of the page, in both themes, with invented people."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.pictures import specimens

SWATCHES = (
    "paper", "raised", "sunken", "hairline", "control-edge", "ink", "ink-2", "ink-3",
    "me", "them", "go", "wait", "stop", "mark",
)  # fmt: skip


@without_ties
@require_safe
def styleguide(request: OwnerRequest) -> HttpResponse:
    """Show all parts side by side."""
    shown = {"themes": ("light", "dark"), "parts": specimens.PARTS, "swatches": SWATCHES}
    return render(request, "renmai/frame/styleguide.html", shown)
