"""Forms that note something: what was typed is kept, or the form comes back as it was sent."""

from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urldefrag

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from renmai.domain.book.refusals import NotThere, Refused
from renmai.web.forms.book import refused
from renmai.web.forms.book.noun_form import NounForm
from renmai.web.frame.context import flash
from renmai.web.views.book.back import address_back

Fields = dict[str, Any]
"""What the fields of a form hold, by their names."""


class Noted(NamedTuple):
    """The decision that keeps something, None where nothing can be undone, and what the toast says of it."""

    decision_id: int | None
    words: str


def noted(
    request: HttpRequest,
    form: NounForm,
    note: Callable[[Fields], int | Noted | None],
    *,
    otherwise: str,
    stood: str = "",
) -> HttpResponse:
    """Keep what a form says, tell so with its undo, and go back; refused, it is shown again where it stood.

    :param note: returns the decision that keeps it, None where it stands already; words of its own go with it
    :param otherwise: where to go back to, where the form does not say
    :param stood: the page the form stood on, where one does not go back there
    :raises NotThere: which is a page that is not there, not an error of the form
    """
    to = address_back(request, otherwise=otherwise)
    if form.is_valid():
        try:
            made = note(form.cleaned_data)
        except NotThere:
            raise
        except Refused as refusal:
            form.refuse(refusal.because)
        else:
            if not isinstance(made, Noted):
                made = Noted(made, _("Noted") if made else _("Nothing new to save"))
            flash(request, made.words, decision_id=made.decision_id)
            return HttpResponseRedirect(to)
    return shown_again(request, form, stood or to)


def shown_again(request: HttpRequest, form: NounForm, page: str) -> HttpResponse:
    """Go to the page that shows a refused form again, to no place on it but the first wrong field."""
    refused.keep(request, form.kept(), page)
    return HttpResponseRedirect(urldefrag(page).url)
