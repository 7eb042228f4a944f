"""Kept pages: made once for a state of the book, and never shown when anything on them would be otherwise."""

import pytest
from django.urls import reverse

from renmai.actions.today.plan_day import plan_day
from renmai.store.models import Import
from renmai.web import worker
from renmai.web.frame import kept_pages
from tests.web import letters
from tests.web.conftest import NOW
from tests.web.pages.test_pages import person_id


@pytest.fixture
def gu(owner, book, monkeypatch) -> int:
    """Somebody of a book that is worked out, served with a worker beside the pages."""
    gu = person_id(owner, "gws")
    plan_day(book, today=letters.TODAY)
    monkeypatch.setattr(worker, "is_running", lambda: True)
    return gu


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """The addresses whose pages were made, and not handed out again."""
    made = []
    keeps = kept_pages.KeptPages._keep
    monkeypatch.setattr(
        kept_pages.KeptPages,
        "_keep",
        lambda self, key, page: made.append(key.address) or keeps(self, key, page),
    )
    return made


@pytest.mark.parametrize(
    "page", ["/", "/people/", "/people/?q=gws", "/people/{gu}/", "/network/", "/leaving/"]
)
def test_a_page_is_made_once_and_is_the_same_again(owner, book, gu, made, page):
    page = page.format(gu=gu)
    owner.get(page)
    plan_day(book, today=letters.TODAY)
    first, second = owner.get(page), owner.get(page)

    assert made == [page]
    assert first.content == second.content
    assert dict(first.headers) == dict(second.headers)


def test_forms_of_a_page_that_was_kept_are_taken(owner, gu, made):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.cookies = owner.cookies
    owner.get(f"/people/{gu}/")
    token = (
        owner.get(f"/people/{gu}/")
        .content.decode()
        .split('name="csrfmiddlewaretoken" value="')[1]
        .split('"')[0]
    )
    note = {"tie_class": "weak", "bond": "", "strength": "", "csrfmiddlewaretoken": token}

    assert strict.post(reverse("tie", args=[gu]), note).status_code == 302


def test_a_note_is_on_the_next_page_and_its_undoing_too(owner, gu):
    address = f"/people/{gu}/"
    owner.get(address)
    noted = owner.post(
        reverse("tie", args=[gu]), {"tie_class": "weak", "bond": "", "strength": ""}, follow=True
    )
    assert "You say" in noted.content.decode()
    assert noted.context["done"]["text"] == "Noted"
    assert owner.get(address).context["done"] is None
    undo = noted.content.decode().split("/undo/")[0].rsplit('"', 1)[1] + "/undo/"
    owner.post(undo, {"next": address})

    assert "You say" not in owner.get(address).content.decode()


def test_another_theme_day_or_session_gets_a_page_of_its_own(owner, gu, made, monkeypatch):
    owner.get("/people/")
    owner.cookies["theme"] = "dark"
    assert 'data-theme="dark"' in owner.get("/people/").content.decode()
    monkeypatch.setenv("RENMAI_TODAY", "2026-03-03")
    owner.get("/people/")

    assert made[:2] == ["/people/"] * 2


def test_nothing_is_kept_while_an_import_runs_or_something_is_worked_out(
    owner, viewer, gu, made, monkeypatch
):
    running = Import.objects.create(owner_id=viewer.owner_id, name="x", state="running", created_at=NOW)
    owner.get("/people/")
    assert made == []
    running.delete()
    monkeypatch.setenv("RENMAI_TODAY", "2026-03-03")
    owner.get("/people/")

    assert made == []


def test_where_nothing_works_beside_the_pages_each_is_made_anew(owner, gu, made, monkeypatch):
    monkeypatch.setattr(worker, "is_running", lambda: False)
    owner.get("/people/")

    assert made == []


def test_as_many_pages_are_kept_as_may_be(owner, gu, made, monkeypatch):
    monkeypatch.setattr(kept_pages, "MOST_PAGES", 2)
    for page in ("/people/?q=a", "/people/?q=b", "/people/?q=c", "/people/?q=c", "/people/?q=a"):
        owner.get(page)

    assert [address[-1] for address in made] == ["a", "b", "c", "a"]
