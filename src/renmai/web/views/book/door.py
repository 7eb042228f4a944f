"""The door: a one-time link lets the owner in, and everybody is let out at once."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_POST, require_safe

from renmai.queries.book.viewers import has_new_book
from renmai.web.frame import clock
from renmai.web.frame.gate import ENTERED, open_to_strangers, without_ties
from renmai.web.frame.languages import AGREED, LANGUAGE
from renmai.web.frame.links import redeem
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.sessions import sign_out_everywhere


@without_ties
@open_to_strangers
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Open the book to whoever carries an unused link; a browser that only looks ahead does not use it up."""
    if "prefetch" in request.headers.get("Sec-Purpose", "") or request.method == "HEAD":
        return HttpResponse(status=204)
    if not redeem(settings.HOME, token, now=clock.now()):
        return render(request, "renmai/frame/gate.html", {"was_used": True}, status=403)
    request.session.cycle_key()
    request.session[ENTERED] = True
    if "Accept-Language" in request.headers and AGREED not in request.COOKIES and has_new_book():
        request.session[LANGUAGE] = get_language_from_request(request)
    return redirect("today")


@require_POST
def sign_out(request: OwnerRequest) -> HttpResponse:
    """End every session, this one too; the next page says how to get in."""
    sign_out_everywhere()
    request.session.flush()
    return redirect("today")
