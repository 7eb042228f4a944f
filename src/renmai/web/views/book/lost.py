"""Pages for when there is nothing to show: not found, refused, a fault of ours, a form gone stale."""

import sys
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from renmai.domain.book.refusals import NotThere, Refused
from renmai.queries.book.faults import book_fault
from renmai.wording import sentence

ASKS_AGAIN_S = 2
_MALFORMED = gettext_noop("The request was malformed. Go back and send it once more.")
_WHY_NOT_READ: dict[type[Exception], str] = {
    TooManyFilesSent: gettext_noop(
        "These are too many files for one form. Put them into a zip file and send that, or give their folder "
        "to renmai import."
    ),
    RequestDataTooBig: gettext_noop("A field holds more text than a book can take. Nothing was changed."),
    TooManyFieldsSent: gettext_noop("The form holds more fields than any of ours. Nothing was changed."),
}
NOT_TYPED = ("csrfmiddlewaretoken", "next")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page; the same for what never was and what is somebody else's."""
    words = {
        "title": _("There is nothing here"),
        "text": _("The address may be mistyped, or what stood here is gone."),
    }
    return render(request, "renmai/frame/lost.html", words, status=404)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Say why a request was refused; what the book does not hold is like any page that is not there."""
    if isinstance(refusal, NotThere):
        return not_found(request)
    words = {"title": _("That cannot be done"), "text": sentence(refusal.because)}
    return render(request, "renmai/frame/lost.html", words, status=409)


def first_look(request: HttpRequest) -> HttpResponse:
    """Say that the worker looks at the ties for the first time; the browser asks again by itself."""
    answer = render(request, "renmai/frame/first_look.html")
    answer.headers["Refresh"] = str(ASKS_AGAIN_S)
    return answer


def not_to_be_read(request: HttpRequest, allowed: str) -> HttpResponse:
    """Say that an address only takes what a form sends."""
    words = {
        "title": _("There is nothing to read here"),
        "text": _("This address only takes what a form sends."),
    }
    answer = render(request, "renmai/frame/lost.html", words, status=405)
    answer.headers["Allow"] = allowed
    return answer


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was not sent from a page of this book, or lay open too long."""
    words = {
        "title": _("This form is too old"),
        "text": _("Nothing was changed. Go back, load the page again, and send it once more."),
    }
    return render(request, "renmai/frame/lost.html", words, status=403)


def too_much(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a request was not read: it asks for another name, or sends more than any form of ours."""
    words = {"title": _("This was not read"), "text": _(_WHY_NOT_READ.get(type(exception), _MALFORMED))}
    return render(request, "renmai/frame/lost.html", words, status=400)


def too_many_uploads(request: HttpRequest) -> HttpResponse:
    """Say that files of others are on their way, and when to try again."""
    words = {
        "title": _("Other files are still on their way"),
        "text": _("Nothing of these was taken. Send them once more when one of the others has arrived."),
    }
    return render(request, "renmai/frame/lost.html", words, status=503)


def fault(request: HttpRequest) -> HttpResponse:
    """Admit a fault of the program, or of the book, and hand back what was typed.

    It is drawn without the book, which may be what failed.
    """
    viewer = getattr(request, "viewer", None)
    language = viewer.language if viewer else translation.get_language_from_request(request)
    wrong = sys.exc_info()[1]
    because = book_fault(wrong) if isinstance(wrong, Exception) else None
    with translation.override(language):
        words = {
            "title": _("The book cannot be used just now")
            if because
            else _("Something went wrong in the program"),
            "text": sentence(because)
            if because
            else _("The details stand in the terminal where renmai serve runs."),
            "html_lang": "zh-Hans" if language.startswith("zh") else "en",
            "theme": "system",
            **_typed(request),
        }
        status = HTTPStatus.SERVICE_UNAVAILABLE if because else HTTPStatus.INTERNAL_SERVER_ERROR
        return HttpResponse(loader.render_to_string("renmai/frame/lost.html", words), status=status)


def _typed(request: HttpRequest) -> dict[str, object]:
    """Return what a form sent, to be shown and to be sent again; its token is still good for this session."""
    if request.method != "POST":
        return {}
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    texts = [
        value for name, value in fields if name not in NOT_TYPED and value.strip() and not value.isdecimal()
    ]
    return {"is_form": True, "again": request.get_full_path(), "fields": fields, "texts": texts}
