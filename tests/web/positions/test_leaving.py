"""The job-change test on the page: the test itself, positions on a person and in Settings, wrong forms."""

import re

import pytest
from django.urls import reverse

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.record_settings import record_settings
from renmai.actions.today.plan_day import plan_day
from renmai.store.models import Decision
from tests.books import person_called
from tests.built_once import built_once
from tests.leaving_book import MINE, NOW, TODAY, mailbox
from tests.web.pages.test_pages import visible


@pytest.fixture
@built_once
def two_jobs(viewer, tmp_path):
    """A book of two jobs, looked at on its last day."""
    import_paths(viewer, [mailbox(tmp_path / "letters.mbox")], now=NOW, me=MINE)
    plan_day(viewer, today=TODAY)
    return viewer


@pytest.fixture
def jobs(two_jobs, monkeypatch):
    """The same, and the day is its last."""
    monkeypatch.setenv("RENMAI_TODAY", TODAY.isoformat())
    return two_jobs


def page(owner, address: str) -> str:
    return " ".join(visible(owner.get(address)))


def test_the_page_shows_what_goes_and_what_stays_and_the_same_in_a_table(owner, jobs):
    """T6."""
    answer = owner.get(reverse("leaving"))
    html, said = answer.content.decode(), " ".join(visible(answer))

    assert "Read from the address you write from" in said
    assert re.search(r"ties, \d+ pass through newfirm\.example; about \d+ of those would stay", said)
    assert html.count('class="hold-name"') == 3 and 'class="goes"' in html and "style=" not in html
    assert "As a table" in said and "Next step" in said and "Exchange private numbers" in said
    assert 'href="/leaving/" aria-current="page"' in html
    assert 'hx-get="/leaving/past/"' in html, "the account of the past is fetched by itself"
    assert "If I left" in owner.get("/find/?q=left").content.decode()


def test_the_past_is_told_beside_what_would_have_been_predicted(owner, jobs):
    said = page(owner, reverse("past_leaving"))

    assert re.search(r"When you left oldfirm\.example in December 2024, 1 of 2 ties stayed", said)
    assert "Contact by a way you have not brought in counts as none" in said


def test_a_proposal_is_accepted_dismissed_and_undone_where_it_stands(owner, jobs):
    chen = reverse("person", args=[person_called(jobs, "陈默").pk])
    html = owner.get(chen).content.decode()
    form = dict(re.findall(r'name="(person|proposal|next)" value="([^"]*)"', html))
    assert "陈默 青枝家居 采购总监" not in html and "青枝家居 采购总监" in html

    answer = owner.post(reverse("answer_position"), {**form, "answer": "accept"}, follow=True)
    said = " ".join(visible(answer))
    assert answer.redirect_chain[-1][0] == chen and "from a signature" in said
    assert "If 陈默 left" in said
    [undo] = set(re.findall(r"/decisions/\d+/undo/", answer.content.decode()))
    owner.post(undo, {"next": chen})
    answer = owner.post(reverse("answer_position"), {**form, "answer": "dismiss"}, follow=True)
    assert "Dismissed" in " ".join(visible(answer)) and form["proposal"] not in answer.content.decode()
    assert owner.post(reverse("answer_position"), {**form, "answer": "accept"}).status_code == 404


def test_a_position_of_mine_is_noted_in_settings_and_ends_on_a_known_day(owner, jobs):
    note = {
        "organisation": "New <b>Firm</b>",
        "title": "founder",
        "since": "2025-01-02",
        "next": "/settings/",
    }
    answer = owner.post(reverse("note_position"), note, follow=True)
    html = answer.content.decode()

    assert "New &lt;b&gt;Firm&lt;/b&gt;" in html and "since 2 January 2025" in " ".join(visible(answer))
    key = re.search(r'name="position" value="(\d+)"', html)[1]
    end = {"position": key, "until": "2026-05-20", "next": "/leaving/"}
    said = " ".join(visible(owner.post(reverse("end_position"), end, follow=True)))
    assert "you leave on 20 May 2026" in said
    said = page(owner, "/")
    said = said.replace(" ,", ",")
    assert "Keep" in said and "You leave New <b>Firm</b> in 34 days, on 20 May" in said
    assert "34 days" not in page(owner, "/people/")


@pytest.mark.parametrize(
    ("form", "status", "sentence"),
    [
        ({"organisation": " "}, 302, "Say where"),
        ({"organisation": "A", "since": "2026-02-01", "until": "2026-01-01"}, 302, "It cannot end on"),
        ({"organisation": "A", "since": "soon"}, 302, "“soon” is no day"),
        ({"organisation": "A", "person": "999999"}, 404, "There is nothing here"),
    ],
)
def test_what_is_no_position_is_shown_again_with_what_is_wrong(owner, jobs, form, status, sentence):
    answer = owner.post(reverse("note_position"), {**form, "next": "/settings/"})

    assert answer.status_code == status
    shown = owner.get("/settings/") if status == 302 else answer
    assert sentence in " ".join(visible(shown))
    assert not Decision.objects.filter(kind="position").exists()


def test_wrong_ends_and_answers_are_pages_in_words(owner, jobs):
    assert owner.post(reverse("end_position"), {"position": "77", "until": "2026-05-20"}).status_code == 404
    assert owner.post(reverse("end_position"), {"position": "x"}).status_code == 404
    assert owner.post(reverse("answer_position"), {}).status_code == 404
    assert owner.get(reverse("leaving"), {"position": "77"}).status_code == 404


def test_the_page_reads_in_chinese(owner, jobs):
    """X3."""
    record_settings(jobs, language="zh-hans", now=NOW)
    said = page(owner, reverse("leaving"))

    assert "离职测试" in said and "段经过 newfirm.example" in said and "什么会走，什么会留" in said
    assert "从前换东家时留下了谁" in page(owner, reverse("past_leaving"))
    assert "留下了 1 段" in page(owner, reverse("past_leaving"))
    assert "提议" in page(owner, "/settings/")
    assert "如果陈默离职" in page(owner, reverse("person", args=[person_called(jobs, "陈默").pk]))


def test_an_empty_book_says_what_to_do(owner):
    said = page(owner, reverse("leaving"))

    assert "No position of yours is known." in said and "Note where you work" in said
