"""A fault of the book becomes a sentence, and what was typed comes back."""

import re

import pytest
from django.db import OperationalError
from django.test import Client

NOTE = "Ann likes <tea>"


@pytest.fixture
def patient(owner, monkeypatch):
    """The owner's client on a book whose disk is full."""

    def full(*_args, **_more):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("renmai.web.views.pages.settings.record_me", full)
    client = Client(raise_request_exception=False)
    client.cookies = owner.cookies
    return client


def test_a_full_disk_is_one_sentence_and_what_was_typed_comes_back(patient):
    answer = patient.post("/settings/me/", {"handles": NOTE, "next": "/"})
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "cannot be read or written (database or disk is full)" in page
    assert "Ann likes &lt;tea&gt;" in page and "lost" not in page.lower()
    assert re.search(r'name="handles" value="Ann likes &lt;tea&gt;"', page)
    assert 'action="/settings/me/"' in page


def test_it_is_said_in_the_owners_language(patient, viewer):
    from renmai.store.models import Owner

    Owner.objects.update(language="zh-hans")
    page = patient.post("/settings/me/", {"handles": NOTE}).content.decode()
    assert "读不了或写不了" in page and "再提交一次" in page


def test_a_fault_of_the_program_gives_back_what_was_typed_too(owner, monkeypatch):
    monkeypatch.setattr("renmai.web.views.pages.settings.record_me", lambda *_args, **_more: 1 / 0)
    client = Client(raise_request_exception=False)
    client.cookies = owner.cookies
    answer = client.post("/settings/me/", {"handles": NOTE})
    assert answer.status_code == 500
    assert "Ann likes &lt;tea&gt;" in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


def test_a_page_that_only_looks_has_nothing_to_give_back(owner, monkeypatch):
    monkeypatch.setattr("renmai.web.views.pages.settings.settings_card", lambda *_args, **_more: 1 / 0)
    client = Client(raise_request_exception=False)
    client.cookies = owner.cookies
    assert "Send it again" not in client.get("/settings/").content.decode()
