"""The gate: only the owner, on this machine, by a link used once; everybody else gets one plain page."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from http import HTTPStatus
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import translation

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.queries.book.viewers import viewer_of_this_book
from renmai.web import worker
from renmai.web.frame import clock
from renmai.web.views.book.lost import first_look, not_to_be_read, refused
from renmai.wording.days import read_on

ENTERED = "entered"


class OnlyTheOwner:
    """Let in requests of this machine that carry the owner's session, with their viewer and language.

    Django has checked the Host header before: another name that resolves to this machine is refused, so that
    no page elsewhere reaches the book by rebinding. The session cookie is never sent from other sites.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the owner, turn away the rest."""
        request.viewer = None
        if not is_this_machine(request.META.get("REMOTE_ADDR", "")):
            return _turn_away(request)
        if request.session.get(ENTERED):
            request.viewer = viewer_of_this_book(can_wait=not worker.is_running())
        if request.viewer is None and not _is_open(request.path_info):
            return _turn_away(request)
        with translation.override(_language(request)), _day_of(request.viewer):
            response = self.get_response(request)
            if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                response = not_to_be_read(request, response.headers["Allow"])
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: object
    ) -> HttpResponse | None:
        """Show nothing about ties before any was worked out: every judgement would be wrong."""
        viewer = request.viewer
        if viewer is None or viewer.can_wait or not viewer.awaits_look or request.method != "GET":
            return None
        return None if getattr(view, "is_without_ties", False) else first_look(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Word a refused wish; anything else is a fault and goes on to the 500 page."""
        return refused(request, exception.because) if isinstance(exception, Refused) else None


def is_this_machine(address: str) -> bool:
    """Tell whether a peer's address is loopback; a name or nothing is not."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def without_ties(view: Callable) -> Callable:
    """Mark a view whose page says nothing about ties, so that it is shown before any was worked out."""
    view.is_without_ties = True
    return view


def open_to_strangers(view: Callable) -> Callable:
    """Mark a view that answers before anybody has entered."""
    view.is_open_to_strangers = True
    return view


def _is_open(path: str) -> bool:
    try:
        return getattr(resolve(path).func, "is_open_to_strangers", False)
    except Resolver404:
        return False


def _language(request: HttpRequest) -> str:
    if request.viewer is not None:
        return request.viewer.language
    return translation.get_language_from_request(request)


def _day_of(viewer: Viewer | None) -> AbstractContextManager[None]:
    """Let sentences be read on the owner's day, and a stranger's on none."""
    return read_on(clock.today(viewer)) if viewer else nullcontext()


def _turn_away(request: HttpRequest) -> HttpResponse:
    """Say how to get in, in the reader's language, and nothing else."""
    with translation.override(translation.get_language_from_request(request)):
        return render(request, "renmai/frame/gate.html", status=403)
