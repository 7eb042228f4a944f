"""The way back: a form returns to the page it stood on, if that is ours."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme


def back(request: HttpRequest, *, otherwise: str) -> HttpResponse:
    """Redirect to the address a form names as `next`, to the page called `otherwise` where it leads away."""
    to = request.POST.get("next", "")
    is_ours = to.startswith("/") and url_has_allowed_host_and_scheme(to, None)
    return HttpResponseRedirect(to) if is_ours else redirect(otherwise)
