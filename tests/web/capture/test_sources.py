"""Sources: files are looked at before they count, stopped, taken out, and their problems handed out."""

import csv
import html
import io
import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation

from renmai.sources import registry
from renmai.store.models import Import, ImportProblem
from renmai.web.views.capture.sources import harmless
from renmai.web.worker import run_once
from renmai.wording import location_words
from tests.sources.samples import samples
from tests.web import letters


@pytest.fixture
def sent(owner, tmp_path):
    """A mailbox and a broken card, sent by the form and looked at by the worker."""
    mail = letters.mailbox(tmp_path / "mail.mbox").read_bytes()
    answer = owner.post(
        "/sources/",
        {
            "files": [
                SimpleUploadedFile("mail.mbox", mail),
                SimpleUploadedFile("=cards.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+8613900004127"),
            ]
        },
    )
    assert answer.status_code == 302
    run_once()
    return answer.headers["Location"]


def people_total(owner: Client) -> int:
    return owner.get("/people/").context["card"].total


def test_a_preview_says_what_would_come_in_and_writes_nothing(owner, sent):
    card = owner.get(sent).context["card"]
    assert card.is_preview
    assert card.state == "done"
    assert card.records_new >= 115
    assert card.people_names
    assert people_total(owner) == 0


def test_a_problem_names_the_file_as_it_was_sent_and_no_folder_of_ours(owner, sent):
    card = owner.get(sent).context["card"]

    assert (card.name, {problem.file for problem in card.problems}) == (
        "mail.mbox, =cards.vcf",
        {"=cards.vcf"},
    )


def test_uploads_are_readable_by_their_owner_only(owner, sent):
    uploads = settings.HOME / "uploads"
    assert all(path.stat().st_mode & 0o077 == 0 for path in uploads.rglob("*"))


def test_what_was_looked_at_comes_in_once_it_is_wanted_and_goes_again(owner, sent):
    kept = owner.post(f"{sent}keep/").headers["Location"]
    run_once()
    assert owner.get(kept).context["card"].state == "done"
    assert people_total(owner) > 3
    owner.post(f"{kept}undo/")
    assert owner.get(kept).context["card"].state == "undone"
    assert people_total(owner) == 0


def test_what_waits_can_be_stopped(owner, sent):
    kept = owner.post(f"{sent}keep/").headers["Location"]
    owner.post(f"{kept}stop/")
    run_once()
    assert owner.get(kept).context["card"].state == "stopped"
    assert people_total(owner) == 0


def test_problems_can_be_taken_along_and_no_spreadsheet_computes_them(owner, sent):
    listed = owner.get(f"{sent}problems.json").json()["problems"]
    rows = list(csv.DictReader(io.StringIO(owner.get(f"{sent}problems.csv").getvalue().decode("utf-8-sig"))))
    assert len(rows) == len(listed) >= 1
    assert all(not re.match(r"[=+\-@\t\r]", value) for row in rows for value in row.values())
    assert listed[0]["sentence"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-2", "@x", "\tx"])
def test_a_cell_never_starts_a_formula(text):
    assert harmless(text) == f"'{text}"


def test_a_form_without_a_file_says_so(owner):
    page = owner.post("/sources/", follow=True)
    assert "Choose a file first" in page.content.decode()


def test_an_upload_from_elsewhere_is_refused(owner, sent):
    client = Client(enforce_csrf_checks=True)
    client.cookies = owner.cookies
    before = len(owner.get("/sources/").context["imports"])
    answer = client.post("/sources/", {"files": SimpleUploadedFile("a.vcf", b"x")})
    assert answer.status_code == 403
    assert len(owner.get("/sources/").context["imports"]) == before


@pytest.mark.parametrize(("language", "sign"), [("en", "en"), ("zh-hans", "zh")])
def test_the_page_says_of_every_source_what_it_reads_and_how_to_export_it(owner, language, sign):
    reading = {"language": language, "time_zone": "Asia/Shanghai", "region": "CN", "name": ""}
    owner.post("/settings/reading/", reading)
    page = html.unescape(owner.get("/sources/").content.decode())

    for source in registry.sources():
        assert source.words.title[sign][1:] in page
        assert source.words.export[sign] in page


def test_a_file_that_nothing_reads_is_told_what_can_be_read(owner):
    answer = owner.post("/sources/", {"files": [SimpleUploadedFile("song.mp3", b"\x00\x01\x02junk")]})
    run_once()
    page = html.unescape(owner.get(answer.headers["Location"]).content.decode())

    assert all(source.words.title["en"] in page for source in registry.sources())


@pytest.mark.parametrize(("language", "sign"), [("en", "en"), ("zh-hans", "zh")])
@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_a_preview_of_every_source_shows_what_is_wrong_in_the_words_of_its_room(owner, name, language, sign):
    owner.post("/settings/reading/", {"language": language, "time_zone": "UTC", "region": "CN", "name": ""})
    files = [SimpleUploadedFile(path.name, path.read_bytes()) for path in samples(name)]
    answer = owner.post("/sources/", {"files": files})
    run_once()
    card = owner.get(answer.headers["Location"]).context["card"]
    page = html.unescape(owner.get(answer.headers["Location"]).content.decode())
    words = registry.load_source(name).words.problems

    assert card.records_new > 0
    for problem in card.problems:
        if problem.because.code in words:
            assert words[problem.because.code][sign].partition("%(")[0] in page
        assert problem.because.code not in page
        with translation.override(language):
            assert f">{location_words(problem.where)}<" in page
        assert language == "en" or not problem.where or f">{problem.where}<" not in page


def test_where_a_problem_stands_is_a_key_for_programs_and_words_for_people(owner, sent):
    owner.post("/settings/reading/", {"language": "zh-hans", "time_zone": "UTC", "region": "CN", "name": ""})
    listed = owner.get(f"{sent}problems.json").json()["problems"]
    rows = list(csv.DictReader(io.StringIO(owner.get(f"{sent}problems.csv").getvalue().decode("utf-8-sig"))))

    assert {problem["where"] for problem in listed} == {"card 1, line 1"}
    assert {(row["where"], row["code"]) for row in rows} == {
        ("第 1 张名片，第 1 行", problem["code"]) for problem in listed
    }
    assert not any(re.search(r"[a-z]{3} [a-z]{3}", row["sentence"]) for row in rows)


def test_a_problem_that_nobody_worded_is_shown_by_its_code(owner, sent):
    """It may be of a source that is no longer installed; the page failed for it."""
    ImportProblem.objects.create(
        of_import=Import.objects.get(), file="a.csv", where="row 7", code="csv_row_unreadable", numbers={}
    )
    for address in (sent, f"{sent}problems.csv", f"{sent}problems.json", "/sources/"):
        answer = owner.get(address)
        assert answer.status_code == 200
        assert address == "/sources/" or b"csv_row_unreadable" in answer.content
