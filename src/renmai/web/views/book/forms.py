"""Forms of notes: what was typed becomes values, and what is refused is said on the page it was typed on."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.web.frame.context import tell
from renmai.web.views.book.back import back
from renmai.wording import sentence

LONGEST_ID = 18


class NotUnderstood(Refused):
    """What was typed is no day, or no number."""


def text(request: HttpRequest, name: str) -> str:
    """Return what was typed into a field, empty where it was not on the form."""
    return request.POST.get(name, "").strip()


def day(request: HttpRequest, name: str) -> date | None:
    """Return the day of a field, None where it was left empty.

    :raises NotUnderstood: if it is no day
    """
    typed = text(request, name)
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as wrong:
        raise NotUnderstood("no_such_day_typed", typed=typed) from wrong


def figure(request: HttpRequest, name: str) -> float | None:
    """Return the number of a field, None where it was left empty.

    :raises NotUnderstood: if it is no number
    """
    typed = text(request, name).rstrip("%％").strip().replace("−", "-")
    try:
        return float(typed) if typed else None
    except ValueError as wrong:
        raise NotUnderstood("no_such_margin", margin=typed) from wrong


def person_id(request: HttpRequest, name: str) -> int | None:
    """Return the row number in a field, None where it was left empty.

    :raises NotUnderstood: if it is none
    """
    typed = text(request, name)
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_ID):
        raise NotUnderstood("no_such_person", person=typed)
    return int(typed)


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
