"""A table that is sent with headings that do not tell is asked about on its page, and read as answered."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renmai.store.models import Decision, Person
from renmai.web.worker import run_once

pytestmark = pytest.mark.django_db
TABLE = "Kunde\tRückruf\tHaus\n李雷\t+86 138 0013 8000\tAcme\n".encode()
ASKED = "What do the columns of this table hold?"


@pytest.fixture
def sent(owner):
    answer = owner.post("/sources/", {"files": [SimpleUploadedFile("a.csv", TABLE)]})
    run_once()
    return answer.headers["Location"]


def said(owner, page, *meanings):
    return owner.post(f"{page}columns/", {"heading": ["Kunde", "Rückruf", "Haus"], "meaning": meanings})


def test_the_page_asks_and_looks_again_with_the_answer(owner, sent):
    assert ASKED in owner.get(sent).content.decode()
    said(owner, sent, "name", "phone", "company")
    run_once()
    page = owner.get(sent)

    assert page.context["card"].people_names == ("李雷",)
    assert ASKED not in page.content.decode()
    owner.post(f"{sent}keep/")
    run_once()
    assert Person.objects.filter(name="李雷").exists()


def test_an_answer_that_names_nobody_is_refused_with_all_that_was_chosen(owner, sent):
    said(owner, sent, "", "", "company")
    page = owner.get(sent).content.decode()

    assert "With these columns a row would name nobody" in page
    assert '<option value="company" selected>' in page
    assert not Decision.objects.filter(kind="columns").exists()


def test_a_table_that_was_thrown_away_is_asked_about_no_more(owner, sent):
    owner.post(f"{sent}undo/")

    assert ASKED not in owner.get(sent).content.decode()
    assert said(owner, sent, "name", "phone", "").status_code == 404
    assert not Decision.objects.filter(kind="columns").exists()
