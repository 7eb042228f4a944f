"""C4, the first ten minutes: which of these is you, asked before anything is counted."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renmai.store.models import Person
from renmai.web.worker import run_once
from tests.traces import mailbox

LINES = "\n".join(
    [f"{number} 2026-01-0{number} Me <me@example.org> > p{number}@example.org" for number in range(1, 7)]
    + ["7 2026-01-08 Wang Lei <wl@oak.example> > Me <me@example.org>"]
    + ["8 2026-01-09 Wang Lei <wanglei@home.example> > Me <me@example.org>"]
)


@pytest.fixture
def preview(owner, tmp_path) -> str:
    """The address of a preview of a mailbox whose owner is not known."""
    file = SimpleUploadedFile("mail.mbox", mailbox(tmp_path / "mail.mbox", LINES).read_bytes())
    answer = owner.post("/sources/", {"files": [file]})
    run_once()
    return answer.headers["Location"]


def ticked(page: bytes) -> list[str]:
    boxes = re.findall(r'<input type="checkbox"[^>]*>', page.decode())
    return [re.search('value="([^"]*)"', box)[1] for box in boxes if "checked" in box]


def test_the_preview_asks_with_the_likeliest_ticked_and_says_why(owner, preview):
    page = owner.get(preview)
    shown = page.context["card"].owner_candidates
    assert (shown[0].shown, shown[0].acts, shown[0].sent, shown[0].is_likely) == (
        "me@example.org",
        8,
        6,
        True,
    )
    assert ticked(page.content) == ["me@example.org"]
    assert "in 8 of what came in, 6 of it written from here" in page.content.decode()


def test_what_is_ticked_and_typed_is_the_owner_s_before_anything_is_counted(owner, preview):
    owner.post(f"{preview}keep/", {"ticked": "me@example.org", "handles": "p6@example.org"})
    run_once()
    (me,) = Person.objects.filter(is_me=True)
    handles = me.mentions.values_list("carried__handle__value", flat=True)
    assert {"me@example.org", "p6@example.org"} <= set(handles)
    assert owner.get(preview).context["card"].owner_candidates == ()


def test_a_wrong_handle_comes_back_whole_and_nothing_is_imported(owner, preview):
    answer = owner.post(f"{preview}keep/", {"ticked": "p2@example.org", "handles": "no handle"}, follow=True)
    page = answer.content.decode()
    assert answer.context["card"].is_preview
    assert ticked(answer.content) == ["p2@example.org"]
    assert ">no handle</textarea>" in page and 'class="error"' in page
    assert not Person.objects.exists()


def test_whoever_ticks_nothing_is_asked_again_when_it_is_in(owner, preview):
    owner.post(f"{preview}keep/")
    run_once()
    page = owner.get(preview)
    assert not page.context["card"].is_preview
    assert ticked(page.content) == ["me@example.org"]
    owner.post("/settings/me/", {"ticked": "me@example.org", "next": preview})
    assert owner.get(preview).context["card"].owner_candidates == ()
    assert Person.objects.filter(is_me=True).exists()


def test_the_preview_shows_who_are_likely_one_person(owner, preview):
    page = owner.get(preview)
    ((one, other, probability),) = page.context["card"].likely_same
    assert {one, other} == {"Wang Lei <wl@oak.example>", "Wang Lei <wanglei@home.example>"}
    assert 0.5 < probability < 1
    assert "Wang Lei &lt;wl@oak.example&gt;" in page.content.decode()
