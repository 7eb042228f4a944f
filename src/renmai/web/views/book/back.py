"""The way back: a form returns to the page it names, if that is ours."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def address_back(request: HttpRequest, *, otherwise: str) -> str:
    """Return the address named as `next`, that of the page called `otherwise` where it leads away."""
    to = request.POST.get("next", "") or request.GET.get("next", "")
    is_ours = to.startswith("/") and url_has_allowed_host_and_scheme(to, None)
    return to if is_ours else resolve_url(otherwise)


def back(request: HttpRequest, *, otherwise: str) -> HttpResponse:
    """Redirect there."""
    return HttpResponseRedirect(address_back(request, otherwise=otherwise))
