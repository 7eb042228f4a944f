"""The owner's request: one that was let in, with the owner it is answered for."""

from typing import cast

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from renmai.domain.book.owners import Viewer
from renmai.queries.pages.cards import FrameCard


class OwnerRequest(HttpRequest):
    """What every view takes that strangers never reach.

    Django builds the request itself, so this is never made: `let_in` gives a request what the class promises.
    """

    viewer: Viewer
    page_frame: FrameCard
    htmx: HtmxDetails


def let_in(request: HttpRequest, viewer: Viewer) -> None:
    """Make a request the owner's; only the authentication middleware does so."""
    cast(OwnerRequest, request).viewer = viewer


def owners(request: HttpRequest) -> OwnerRequest | None:
    """Return the request as the owner's, None where a stranger sent it."""
    return cast(OwnerRequest, request) if hasattr(request, "viewer") else None
