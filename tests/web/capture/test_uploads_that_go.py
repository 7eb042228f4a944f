"""Uploaded files belong to an import or they go; a crowd of files or a stalled sender costs nobody a page."""

import shutil
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from renmai.actions.capture.discard_uploads import discard_old_previews, discard_unnamed_uploads
from renmai.store.models import Import
from renmai.web.views.capture import sources
from renmai.web.worker import run_once

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nTEL:+8613900004127\r\nEND:VCARD\r\n"


def cards(count: int) -> dict[str, list[SimpleUploadedFile]]:
    return {"files": [SimpleUploadedFile(f"{number}.vcf", CARD) for number in range(count)]}


def uploaded() -> list[str]:
    folder = settings.HOME / "uploads"
    return sorted(path.name for path in folder.rglob("*") if path.is_file()) if folder.exists() else []


@pytest.fixture(autouse=True)
def _no_uploads_of_others():
    """Begin without what other tests sent: all share one folder."""
    shutil.rmtree(settings.HOME / "uploads", ignore_errors=True)


@pytest.fixture
def looked_at(owner) -> Import:
    """A file that was only looked at."""
    owner.post("/sources/", cards(1))
    run_once()
    return Import.objects.get()


def test_a_letter_a_file_of_a_whole_folder_is_taken(owner):
    """101 files at once were a fault, and a hundred of them stayed on the disk."""
    answer = owner.post("/sources/", cards(101))

    assert answer.status_code == 302
    assert len(uploaded()) == 101


def test_more_files_than_one_form_takes_are_refused_in_words_and_none_stays(owner, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 3
    answer = owner.post("/sources/", cards(4))

    assert answer.status_code == 400
    assert "too many files for one form" in answer.content.decode()
    assert uploaded() == []


def test_a_request_that_is_no_form_of_ours_is_refused_in_words(owner, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    answer = owner.post("/settings/reading/", {"a": 1, "b": 2, "c": 3, "name": "Ada"})

    assert answer.status_code == 400
    assert "more fields than any of ours" in answer.content.decode()


def test_files_of_a_form_from_elsewhere_do_not_stay(viewer, owner):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = owner.cookies

    assert strict.post("/sources/", cards(2)).status_code == 403
    assert uploaded() == []


def test_a_file_that_was_only_looked_at_can_be_thrown_away(owner, looked_at):
    page = owner.get(f"/sources/{looked_at.pk}/").content.decode()
    assert "Throw it away" in page and uploaded() == ["0.vcf"]
    answer = owner.post(f"/sources/{looked_at.pk}/undo/", follow=True)

    assert "only looked at and is thrown away" in answer.content.decode()
    assert "Thrown away" in owner.get(f"/sources/{looked_at.pk}/").content.decode()
    assert uploaded() == []


@pytest.mark.parametrize(("hours", "stays"), [(23, True), (25, False)])
def test_after_a_day_it_goes_by_itself(viewer, looked_at, hours, stays):
    discard_old_previews(viewer, now=looked_at.ended_at + timedelta(hours=hours))

    assert bool(uploaded()) is stays


def test_what_no_import_names_goes_when_the_server_starts(owner, looked_at):
    left = settings.HOME / "uploads" / "0123456789abcdef"
    left.mkdir()
    (left / "half.mbox").touch()

    assert discard_unnamed_uploads() == 1
    assert uploaded() == ["0.vcf"]


def test_a_kept_import_is_never_thrown_away_for_its_age(viewer, owner, looked_at):
    owner.post(f"/sources/{looked_at.pk}/keep/")
    run_once()

    assert discard_old_previews(viewer, now=timezone.now() + timedelta(days=400)) == 0
    assert Import.objects.get().state == "done"


def test_while_as_many_uploads_as_may_be_are_on_their_way_another_is_asked_to_wait(owner, monkeypatch):
    monkeypatch.setattr(sources._UPLOADS, "acquire", lambda blocking: False)
    answer = owner.post("/sources/", cards(1))

    assert answer.status_code == 503
    assert "Other files are still on their way" in answer.content.decode()
    assert uploaded() == []


def test_an_upload_gives_its_place_back_however_it_ends(owner, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 1
    for _ in range(sources.UPLOADS_AT_ONCE + 1):
        assert owner.post("/sources/", cards(2)).status_code == 400
