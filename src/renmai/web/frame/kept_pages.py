"""Pages kept as they were answered, until the book, the day or the reader's choices are others."""

from collections import OrderedDict
from collections.abc import Callable
from http import HTTPStatus
from threading import Lock
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from renmai.queries.book.state import askings, book_state
from renmai.web.forms.book.refused import REFUSED
from renmai.web.frame import clock
from renmai.web.frame.context import DONE
from renmai.web.frame.owner_request import OwnerRequest, owners

MOST_PAGES = 300
LONGEST_BYTES = 400_000
HTML = "text/html"


class PageKey(NamedTuple):
    """All that a page rests on: the book's state and day, whose session, what was asked for and how."""

    state: str
    day: str
    session: str | None
    address: str
    cookies: tuple[str, ...]


class KeptPages:
    """Hand out a page again that was made for the same book, day and reader; make any other.

    Only whole pages are kept: none that says that something is being worked out, none with a toast, none made
    while the book changed. Who pages back and forth, and sixteen who look at once, cost one making. Where
    nothing works beside the pages (`can_wait`), each is made anew.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._pages: OrderedDict[PageKey, HttpResponse] = OrderedDict()
        self._lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with what is kept, else with what the view makes."""
        owners_own = owners(request)
        key = _key(owners_own) if owners_own else None
        if owners_own is None or key is None:
            return self.get_response(request)
        found = self._found(key)
        if found is not None:
            return _copy(found)
        before = askings()
        response = self.get_response(request)
        if askings() == before and _may_be_kept(owners_own, response) and _key(owners_own) == key:
            self._keep(key, _copy(response))
        return response

    def _found(self, key: PageKey) -> HttpResponse | None:
        with self._lock:
            found = self._pages.get(key)
            if found is not None:
                self._pages.move_to_end(key)
            return found

    def _keep(self, key: PageKey, page: HttpResponse) -> None:
        with self._lock:
            self._pages[key] = page
            while len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)


def _key(request: OwnerRequest) -> PageKey | None:
    """Return what a page would rest on, None where none may be kept."""
    if request.viewer.can_wait or request.method != "GET" or request.htmx:
        return None
    if DONE in request.session or REFUSED in request.session:
        return None
    state = book_state(request.viewer)
    if state is None:
        return None
    return PageKey(
        state,
        clock.today(request.viewer).isoformat(),
        request.session.session_key,
        request.get_full_path(),
        tuple(request.COOKIES.get(name, "") for name in ("theme", "keys")),
    )


def _may_be_kept(request: OwnerRequest, response: HttpResponseBase) -> bool:
    return (
        isinstance(response, HttpResponse)
        and response.status_code == HTTPStatus.OK
        and response.headers.get("Content-Type", "").startswith(HTML)
        and len(response.content) <= LONGEST_BYTES
        and not response.cookies
        and not request.session.modified
        and not (request.page_frame.is_in_work or request.page_frame.is_working_out)
    )


def _copy(response: HttpResponseBase) -> HttpResponse:
    """Return a response that the outer layers may add their headers to."""
    assert isinstance(response, HttpResponse)
    copied = HttpResponse(response.content)
    copied.headers = type(response.headers)(dict(response.headers.items()))
    return copied
