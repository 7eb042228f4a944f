"""The gate: only the owner, on this machine, by a link used once; everybody else gets one plain page."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from http import HTTPStatus
from ipaddress import ip_address
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import get_language_from_request

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.queries.book.viewers import viewer_of_this_book
from renmai.web import worker
from renmai.web.frame import clock
from renmai.web.frame.languages import LANGUAGE
from renmai.web.frame.owner_request import let_in, owners
from renmai.web.views.book.lost import first_look, not_to_be_read, refused
from renmai.wording.book.days import read_on

ENTERED = "entered"
Ways = ParamSpec("Ways")
StrangersView: TypeAlias = Callable[Concatenate[HttpRequest, Ways], HttpResponse]
OPEN: set[Callable[..., HttpResponseBase]] = set()
"""The views that answer strangers."""
AnyView = TypeVar("AnyView", bound=Callable[..., HttpResponseBase])
WITHOUT_TIES: set[Callable[..., HttpResponseBase]] = set()
"""The views that judge no tie, and so need not wait for the first look."""


class OnlyTheOwner:
    """Let in requests of this machine that carry the owner's session, with their viewer and language.

    Django has checked the Host header before: another name that resolves to this machine is refused, so that
    no page elsewhere reaches the book by rebinding. The session cookie is never sent from other sites.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the owner, turn away the rest."""
        if not is_this_machine(request.META.get("REMOTE_ADDR", "")):
            return _turn_away(request)
        has_entered = bool(request.session.get(ENTERED))
        viewer = viewer_of_this_book(can_wait=not worker.is_running()) if has_entered else None
        if viewer is not None:
            viewer = replace(viewer, language=request.session.get(LANGUAGE, viewer.language))
            let_in(request, viewer)
        elif not _is_open(request.path_info):
            return _turn_away(request)
        language = viewer.language if viewer else get_language_from_request(request)
        with translation.override(language), _day_of(viewer):
            response = self.get_response(request)
            if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                response = not_to_be_read(request, response.headers["Allow"])
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], *_: object
    ) -> HttpResponse | None:
        """Show nothing about ties before any was worked out: every judgement would be wrong."""
        owners_own = owners(request)
        if owners_own is None or request.method != "GET" or view in WITHOUT_TIES:
            return None
        viewer = owners_own.viewer
        return first_look(request) if viewer.awaits_look and not viewer.can_wait else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show why a request was refused; anything else is a fault and goes on to the 500 page."""
        return refused(request, exception) if isinstance(exception, Refused) else None


def is_this_machine(address: str) -> bool:
    """Tell whether a peer's address is loopback; a name or nothing is not."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def without_ties(view: AnyView) -> AnyView:
    """Show a view's page before any tie was worked out, since it says nothing about ties."""
    WITHOUT_TIES.add(view)
    return view


def open_to_strangers(view: StrangersView[Ways]) -> StrangersView[Ways]:
    """Let a view answer before anybody has entered; it must not count on an owner."""
    OPEN.add(view)
    return view


def _is_open(path: str) -> bool:
    try:
        return resolve(path).func in OPEN
    except Resolver404:
        return False


def _day_of(viewer: Viewer | None) -> AbstractContextManager[None]:
    """Let sentences be read on the owner's day, and a stranger's on none."""
    return read_on(clock.today(viewer)) if viewer else nullcontext()


def _turn_away(request: HttpRequest) -> HttpResponse:
    """Say how to get in, in the reader's language, and nothing else."""
    with translation.override(get_language_from_request(request)):
        return render(request, "renmai/frame/gate.html", status=403)
