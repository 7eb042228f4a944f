"""Sources: bring files in, look before it counts, watch it, stop it, read what failed, take it back."""

import csv
import io
from threading import BoundedSemaphore

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST, require_safe

from renmai.actions.capture.queue_import import queue_import
from renmai.actions.capture.queue_import_again import queue_import_again
from renmai.actions.capture.stop_import import stop_import
from renmai.actions.capture.undo_import import undo_import
from renmai.actions.people.record_me import NotAHandle
from renmai.domain.book.spreadsheets import harmless
from renmai.queries.capture.cards import ProblemCard
from renmai.queries.capture.imports import import_card, import_cards, import_problems
from renmai.web.forms.people.people import MeForm
from renmai.web.frame import clock
from renmai.web.frame.context import flash
from renmai.web.frame.gate import without_ties
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.frame.uploads import IntoTheBook, kept_files
from renmai.web.views.book.forms import shown_again
from renmai.web.views.book.lost import too_many_uploads
from renmai.web.worker import wake
from renmai.wording import location_words, sentence

NAMES_SHOWN = 3
UPLOADS_AT_ONCE = 3
"""Fewer than a process has threads: pages are answered however many uploads stall."""
_UPLOADS = BoundedSemaphore(UPLOADS_AT_ONCE)


@without_ties
@csrf_exempt
def sources(request: OwnerRequest) -> HttpResponse:
    """Show what came in, or take files; the form is checked once its files have a place to go."""
    if request.method != "POST":
        return _show(request)
    if not _UPLOADS.acquire(blocking=False):
        return too_many_uploads(request)
    arriving = IntoTheBook(request, settings.HOME / "uploads")
    request.upload_handlers = [arriving]
    try:
        return _take(request, arriving)
    finally:
        arriving.discard_unless_kept()
        _UPLOADS.release()


@require_safe
def _show(request: OwnerRequest) -> HttpResponse:
    return render(request, "renmai/capture/sources.html", {"imports": import_cards(request.viewer)})


@csrf_protect
def _take(request: OwnerRequest, arriving: IntoTheBook) -> HttpResponse:
    """Queue a preview of everything that was sent."""
    files = kept_files(request, "files")
    if not files:
        flash(request, _("Choose a file first"))
        return redirect("sources")
    names = [file.path.name for file in files]
    shown = ", ".join(names[:NAMES_SHOWN]) + (", …" if len(names) > NAMES_SHOWN else "")
    upload = files[0].path if len(files) == 1 else files[0].path.parent
    import_id = queue_import(request.viewer, name=shown, upload=str(upload), now=clock.now(), is_preview=True)
    arriving.is_kept = True
    wake()
    return redirect("one_import", import_id=import_id)


@without_ties
@require_safe
def one(request: OwnerRequest, import_id: int) -> HttpResponse:
    """Show one import: waiting, running, looked at, or done."""
    card = import_card(request.viewer, import_id)
    return render(request, "renmai/capture/import.html", {"card": card})


@require_POST
def keep(request: OwnerRequest, import_id: int) -> HttpResponse:
    """Import what a preview showed, with whatever the owner ticked as theirs."""
    form = MeForm(request.POST)
    if form.is_valid():
        try:
            queue_import(request.viewer, of_preview=import_id, me=form.texts(), now=clock.now())
        except NotAHandle as refusal:
            form.refuse(refusal.because)
        else:
            wake()
            return redirect("one_import", import_id=import_id)
    return shown_again(request, form, reverse("one_import", args=[import_id]))


@require_POST
def stop(request: OwnerRequest, import_id: int) -> HttpResponse:
    """Stop a running import; what is in stays in."""
    stop_import(request.viewer, import_id, now=clock.now())
    return redirect("one_import", import_id=import_id)


@require_POST
def again(request: OwnerRequest, import_id: int) -> HttpResponse:
    """Begin an upload again that failed or was stopped."""
    queue_import_again(request.viewer, import_id, now=clock.now())
    wake()
    return redirect("one_import", import_id=import_id)


@require_POST
def undo(request: OwnerRequest, import_id: int) -> HttpResponse:
    """Take out what an import brought in."""
    undone = undo_import(request.viewer, import_id, now=clock.now())
    looked_at, taken_out = _("The file was only looked at and is thrown away"), _("The import is undone")
    flash(request, looked_at if undone.is_preview else taken_out)
    return redirect("sources")


@without_ties
@require_GET
def problems(request: OwnerRequest, import_id: int, form: str) -> HttpResponse:
    """Hand out everything an import could not read, as CSV or JSON."""
    cards = import_problems(request.viewer, import_id)
    name = f"renmai-problems-{import_id}.{form}"
    if form == "json":
        response: HttpResponse = JsonResponse({"problems": [_fields(card) for card in cards]})
    else:
        response = HttpResponse(_sheet(cards), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _fields(card: ProblemCard) -> dict[str, str]:
    """Return a problem for programs: where it stands as a plain key."""
    return {
        "file": card.file,
        "where": str(card.where),
        "source": card.source,
        "code": card.because.code,
        "sentence": sentence(card.because),
    }


def _sheet(cards: tuple[ProblemCard, ...]) -> str:
    """Return CSV that a spreadsheet shows and never computes, in the reader's words."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, quoting=csv.QUOTE_ALL)
    writer.writerow(["file", "where", "source", "code", "sentence"])
    for card in cards:
        read = _fields(card) | {"where": location_words(card.where)}
        writer.writerow([harmless(value) for value in read.values()])
    return f"\ufeff{sheet.getvalue()}"
