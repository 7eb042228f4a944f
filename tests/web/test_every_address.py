"""Every address of the page, found in its URL conf: it answers the owner and refuses everybody else."""

from inspect import unwrap
from typing import get_type_hints

import pytest
from django.http import HttpRequest
from django.urls import reverse

from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.urls import urlpatterns
from renmai.wording.capture.sources import exports
from tests.web.pages.test_pages import visible

IDS = ("person_id", "import_id", "decision_id", "value_id", "ask_id", "favour_id", "number", "group")
NUMBERS = {**dict.fromkeys(IDS, 10**6), "token": "x", "form": "csv"}
OPEN = {"enter"}
READ = (
    *("channels", "groups"),
    *("today", "people", "value", "ask", "asks", "favours", "path", "network", "cooperation"),
    *(
        "cooperation_with",
        "reputation",
        "tiers",
        "leaving",
        "past_leaving",
        "more",
        "find",
        "sources",
        "settings",
        "backups",
        "styleguide",
    ),
)


def address(pattern) -> str:
    return reverse(pattern.name, kwargs={name: NUMBERS[name] for name in pattern.pattern.converters})


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_a_stranger_gets_the_same_page_everywhere(stranger, pattern, method):
    answer = getattr(stranger, method)(address(pattern))
    if pattern.name in OPEN:
        assert answer.status_code in (403, 405)
        return
    assert answer.status_code == 403
    assert "renmai serve --link" in answer.content.decode()


def test_a_stranger_cannot_tell_what_exists(stranger):
    assert stranger.get("/no/such/page/").status_code == 403
    assert stranger.get("/people/1/").content == stranger.get("/people/999999/").content


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
def test_no_address_fails_for_the_owner(owner, pattern):
    """What is not there is 404, what only changes things refuses to be read; nothing is a fault."""
    for method in ("get", "post"):
        assert getattr(owner, method)(address(pattern)).status_code < 500


@pytest.mark.parametrize("name", READ)
def test_every_page_answers_on_an_empty_book(owner, name):
    assert owner.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["today", "people"])
def test_a_book_without_people_leads_to_what_can_be_read_and_to_a_first_line(owner, name):
    page = owner.get(reverse(name)).content.decode()
    for leads_to in ("sources", "line", "add_person"):
        assert f'href="{reverse(leads_to)}"' in page


def test_the_page_of_sources_says_of_every_export_that_it_can_be_read(owner):
    said = " ".join(visible(owner.get(reverse("sources"))))
    assert all(export.title[1:] in said for export in exports())


@pytest.mark.parametrize("name", READ)
def test_every_page_answers_on_a_full_book(owner, book, name):
    assert owner.get(reverse(name)).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "outcome",
        "merge",
        "split",
        "rename",
        "undo_decision",
        "stop_import",
        "record_ask",
        "keep_wish",
        "thanked",
    ],
)
def test_what_changes_things_cannot_be_read(owner, name):
    pattern = next(each for each in urlpatterns if each.name == name)
    assert owner.get(address(pattern)).status_code == 405


def test_an_absent_person_is_a_page_in_words(owner):
    answer = owner.get("/people/999999/")
    assert answer.status_code == 404
    assert "Back to Today" in answer.content.decode()


def test_numbers_beyond_a_database_are_only_absent(owner):
    assert owner.get(f"/people/{10**30}/").status_code == 404
    assert owner.post("/people/1/merge/", {"other": str(10**30)}).status_code == 404
    assert owner.get("/people/?page=99999999999999999999").status_code == 200


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
def test_only_a_view_that_strangers_never_reach_counts_on_an_owner(pattern):
    takes = get_type_hints(unwrap(pattern.callback))["request"]
    assert takes is (HttpRequest if pattern.name in OPEN else OwnerRequest)
