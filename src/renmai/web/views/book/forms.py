"""Forms of notes: what was typed becomes values, and what is refused is said on the page it was typed on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.web.frame.context import tell
from renmai.web.views.book.back import back
from renmai.wording import sentence


def text(request: HttpRequest, name: str) -> str:
    """Return what was typed into a field, empty where it was not on the form."""
    return request.POST.get(name, "").strip()


def noted(
    request: HttpRequest, note: Callable[[], int | None], *, otherwise: str, said: str | None = None
) -> HttpResponse:
    """Keep a note, say so with its undo, and go back; a refusal is said there too.

    :param said: what is said instead of that it is noted
    :raises NoSuchPerson: which is a page that is not there, not a slip of the form
    """
    try:
        decision_id = note()
    except NoSuchPerson:
        raise
    except Refused as refusal:
        tell(request, sentence(refusal.because))
    else:
        done = said or _("Noted")
        tell(request, done if decision_id else _("Nothing new to save"), decision_id=decision_id)
    return back(request, otherwise=otherwise)
