"""The way back: a form returns to the page it stood on, if that is ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme


def back(request: HttpRequest, *, otherwise: str) -> HttpResponse:
    """Redirect to the address a form names as `next`, to the page called `otherwise` where it leads away."""
    to = request.POST.get("next", "")
    return redirect(to if url_has_allowed_host_and_scheme(to, None) else otherwise)
