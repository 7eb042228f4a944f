"""Answers to the page's own host only, static files included, and says no to others in one line."""

from collections.abc import Callable

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


class OnlyThisHost:
    """Stands before everything that answers, so that no other name of this machine reaches even a style."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse a host that is not the page's; nothing of it is logged, as anybody can ask anything."""
        try:
            request.get_host()
        except DisallowedHost:
            refused: HttpResponse = HttpResponseBadRequest(
                "There is no such host here.\n", content_type="text/plain"
            )
            refused["Cache-Control"] = "no-store"
            return refused
        return self.answer(request)
