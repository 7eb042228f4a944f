"""One line: the box, what it is understood to say with its questions, and keeping it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from renmai.actions.lines.log_line import log_line
from renmai.queries.lines.kept import line_to_keep
from renmai.web.forms.book.fields import row_of
from renmai.web.forms.book.refused import RefusedForm, refused_on
from renmai.web.forms.lines.line import LineForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.back import address_back
from renmai.web.views.book.forms import Fields, Noted, noted


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: OwnerRequest) -> HttpResponse:
    """Show the box; where a line was sent or is to be edited, what it says, ready to be kept or answered."""
    refused = refused_on(request)
    form = _form(request, refused)
    form.is_valid()
    today = clock.today(request.viewer)
    card = line_to_keep(request.viewer, form.text, form.answers(), today=today, edits=form.edited)
    if card is not None:
        form = form.filled(card)
    shown = {
        "card": card,
        "form": form,
        "refused": refused,
        "back": address_back(request, otherwise="today"),
        "also": row_of(request.GET.get("also", "")),
    }
    if refused is not None:
        refused.is_shown = True
    return render(request, "renmai/lines/line.html", shown)


@require_POST
def keep(request: OwnerRequest) -> HttpResponse:
    """Keep a line with what was answered; what is still open comes back as a question."""
    form = LineForm(request.POST)

    def note(said: Fields) -> Noted:
        logged = log_line(
            request.viewer,
            said["line"],
            form.answers(),
            now=clock.now(),
            today=clock.today(request.viewer),
            beside=said["beside"],
            is_for_later=said["is_for_later"],
            instead_of=form.edited,
        )
        return Noted(logged.decision_id, _("Written down"))

    return noted(request, form, note, otherwise=reverse("today"), stood=reverse("line"))


def _form(request: HttpRequest, refused: RefusedForm | None) -> LineForm:
    """Return the form as it was refused, as it was sent, or empty."""
    if refused is not None and refused.form == LineForm.called:
        return LineForm.again(refused)
    return LineForm(request.POST) if request.method == "POST" else LineForm(request.GET)
