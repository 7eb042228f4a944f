"""Columns: what those of a table hold whose headings do not tell, asked once and kept."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renmai.actions.capture.record_columns import record_columns
from renmai.web.forms.capture.columns import ColumnsForm
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.views.book.forms import Fields, Noted, noted
from renmai.web.worker import wake


@require_POST
def columns(request: OwnerRequest, import_id: int) -> HttpResponse:
    """Keep what the columns of a table hold, and look at the file again."""
    form = ColumnsForm(request.POST)

    def note(said: Fields) -> Noted:
        decision_id = record_columns(
            request.viewer, said["heading"], form.columns(), now=clock.now(), of_preview=import_id
        )
        wake()
        return Noted(decision_id, _("Noted; looking at it again"))

    return noted(request, form, note, otherwise=reverse("one_import", args=[import_id]))
