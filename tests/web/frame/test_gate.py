"""The gate: only the owner, from this machine, under this machine's name, by a link used once."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from renmai.actions.today.plan_day import plan_day
from renmai.store.models import Import
from renmai.web import worker
from renmai.web.frame.gate import is_this_machine
from renmai.web.frame.links import make_link
from tests.web import letters


def link() -> str:
    return f"/enter/{make_link(settings.HOME, now=timezone.now())}/"


def test_a_stranger_learns_only_how_to_get_in(stranger):
    answer = stranger.get("/")
    assert answer.status_code == 403
    assert "renmai serve --link" in answer.content.decode()


def test_a_link_lets_in_and_is_used_up(viewer):
    client, address = Client(), link()
    assert client.get(address).headers["Location"] == "/"
    assert client.get("/settings/").status_code == 200
    assert Client().get(address).status_code == 403


def test_a_browser_that_only_looks_ahead_does_not_use_the_link_up(viewer):
    client, address = Client(), link()
    assert client.get(address, headers={"Sec-Purpose": "prefetch;prerender"}).status_code == 204
    assert client.head(address).status_code == 204
    assert client.get(address).status_code == 302


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(owner):
    cookie = owner.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


def test_the_session_belongs_to_one_book_and_ends_with_the_browser(owner):
    """Cookies know no ports: two books, or another program here, would take each other's."""
    cookie = owner.cookies[settings.SESSION_COOKIE_NAME]

    assert "renmai-" + settings.OWN_HOST.removesuffix(".localhost") == settings.SESSION_COOKIE_NAME
    assert not cookie["max-age"] and not cookie["expires"] and not cookie["domain"]


def test_signing_out_ends_every_session(owner, viewer):
    elsewhere = Client()
    elsewhere.get(link())
    owner.post("/settings/sign-out/")

    assert owner.get("/").status_code == elsewhere.get("/").status_code == 403


def test_entering_gives_a_new_session(viewer):
    client = Client()
    client.get(link())
    first = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.get(link())
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != first


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "renmai.evil.example:8765",
        "127.0.0.1.nip.example",
        "localhost:8765",
        "other.localhost",
    ],
)
def test_another_name_for_this_machine_is_refused(owner, host):
    assert owner.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("address", ["192.168.1.7", "10.0.0.1", "", "not an address", "::ffff:10.0.0.1"])
def test_another_machine_is_refused_even_with_the_owners_session(owner, address):
    assert not is_this_machine(address)
    assert owner.get("/settings/", REMOTE_ADDR=address).status_code == 403


@pytest.mark.parametrize("address", ["127.0.0.1", "127.1.2.3", "::1"])
def test_this_machine_is_this_machine(address):
    assert is_this_machine(address)


def test_a_form_from_elsewhere_changes_nothing(viewer):
    client = Client(enforce_csrf_checks=True)
    client.get(link())
    answer = client.post("/settings/me/", {"handles": "me@example.org"})
    assert answer.status_code == 403
    assert "Nothing was changed" in answer.content.decode()


def test_nothing_personal_is_kept_by_the_browser(owner):
    assert owner.get("/settings/").headers["Cache-Control"] == "private, no-store"


def test_the_policy_allows_no_inline_script_and_no_other_host(owner):
    policy = owner.get("/settings/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.fixture
def at_work(monkeypatch):
    """A server whose worker works out ties, and has not come to it."""
    monkeypatch.setattr(worker, "is_running", lambda: True)


PAGES_OF_TIES = ["/", "/people/", "/people/1/", "/ask/", "/network/", "/leaving/", "/value/"]


@pytest.mark.parametrize("page", PAGES_OF_TIES)
def test_before_the_first_look_no_page_judges_a_tie_and_the_browser_asks_again(
    owner, read_files, at_work, page
):
    """T2: a person of forty letters is not said to be a stranger because nothing was counted yet."""
    answer = owner.get(page)

    assert answer.status_code == 200 and answer.headers["Refresh"] == "2"
    assert "being worked out" in answer.content.decode().split("<main")[1]


@pytest.mark.parametrize("page", ["/sources/", "/sources/{}/", "/settings/", "/more/", "/find/?q=gws"])
def test_before_the_first_look_pages_that_say_nothing_of_ties_are_there(owner, read_files, at_work, page):
    answer = owner.get(page.format(Import.objects.latest("pk").pk))

    assert answer.status_code == 200 and "Refresh" not in answer.headers


def test_an_empty_book_awaits_no_look(owner, at_work):
    assert "Refresh" not in owner.get("/").headers


def test_after_the_first_look_pages_are_as_ever(owner, book, monkeypatch):
    plan_day(book, today=letters.TODAY)
    monkeypatch.setattr(worker, "is_running", lambda: True)

    assert "Refresh" not in owner.get("/people/").headers
