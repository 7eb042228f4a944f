"""The tie on a person's page: why it is so, the owner's own word, and how right the program was (T2, T3)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.record_settings import record_settings
from renmai.store.models import Person
from renmai.web import worker
from tests.web import letters
from tests.web.conftest import NOW
from tests.web.pages.test_pages import person_id, visible


@pytest.fixture
def gu(owner, book) -> int:
    return person_id(owner, "gws")


def say(owner, gu: int, **fields):
    return owner.post(reverse("tie", args=[gu]), fields, follow=True)


def test_a_person_s_page_says_why_figure_by_figure(owner, gu):
    """T2 to T5."""
    said = " ".join(visible(owner.get(reverse("person", args=[gu]))))

    assert "All evidence" in said
    assert re.search(r"you have been in touch on 40 days\. raises it a lot, by about \d+", said)
    assert "now it has been 41 days" in said
    assert "When it was your turn" in said


def test_the_owner_s_word_stands_beside_what_is_computed_and_can_be_undone(owner, gu):
    """T2: both are shown, with who said so and when."""
    answer = say(owner, gu, tie_class="weak", bond="", strength="80", because="We met <b>once</b>.")
    said = " ".join(visible(answer))

    assert answer.status_code == 200
    assert re.search(r"You say ?: Weak 2 March ?; We met <b>once</b>\. by the traces ?: Strong", said)
    assert "you say so; by the traces: Strong" in said
    assert re.search(r"80 Strength 80 of 100|you say so; by the traces \d+", said)
    assert f'name="next" value="{reverse("person", args=[gu])}"' in answer.content.decode()
    [undo] = set(re.findall(r"/decisions/\d+/undo/", answer.content.decode()))
    again = owner.post(undo, {"next": reverse("person", args=[gu])}, follow=True)
    assert "You say" not in visible(again)


def test_the_people_page_counts_by_the_owner_s_word(owner, gu):
    before = owner.get("/people/?view=strong").content.decode()
    say(owner, gu, tie_class="pseudo", bond="", strength="")
    after = owner.get("/people/?view=strong").content.decode()

    assert "顾望舒" in before and "顾望舒" not in after


def test_an_empty_form_takes_everything_back(owner, gu):
    say(owner, gu, tie_class="weak", bond="kin", strength="10")
    said = visible(say(owner, gu, tie_class="", bond="", strength=""))

    assert "You say" not in said


@pytest.mark.parametrize("typed", ["120", "-1", "much", "nan", "1e400"])
def test_what_is_no_strength_is_shown_again_with_what_is_wrong(owner, gu, typed):
    answer = say(owner, gu, tie_class="", bond="", strength=typed)
    html = answer.content.decode()

    assert "A strength is a number from 0 to 100." in visible(answer)
    assert 'aria-invalid="true"' in html and f'value="{typed}"' in html
    assert "You say" not in visible(owner.get(reverse("person", args=[gu])))


def test_what_is_no_class_nobody_and_oneself_are_refused_in_words(owner, gu, book):
    assert "is none of" in " ".join(visible(say(owner, gu, tie_class="best")))
    assert say(owner, 999_999, tie_class="weak").status_code == 404
    me = Person.objects.get(is_me=True).pk
    answer = say(owner, me, tie_class="weak")
    assert "carries no tie" in " ".join(visible(answer))
    assert "I know better" not in visible(owner.get(reverse("person", args=[me])))


def test_the_accuracy_page_says_why_it_can_say_nothing(owner, book):
    said = " ".join(visible(owner.get(reverse("accuracy"))))

    assert "Too early to say" in said and "to tell, it takes" in said


def test_the_accuracy_page_draws_what_was_predicted_and_tells_the_same_in_tables(owner, viewer, tmp_path):
    """T3: in both languages, readable without the pictures."""
    path = tmp_path / "many.mbox"
    path.write_text("".join(many()), encoding="utf-8")
    import_paths(viewer, [path], now=NOW, me=[letters.ME[1]])
    answer = owner.get(reverse("accuracy"))
    html, said = answer.content.decode(), " ".join(visible(answer))

    assert html.count('<figure class="chart">') == 2 and html.count("<table") == 3
    assert said.count("The table below says the same.") == 2
    assert "people it thought most likely" in said and "people in touch" in said
    record_settings(viewer, now=NOW, language="zh-hans")
    said = " ".join(visible(owner.get(reverse("accuracy"))))
    assert "准不准" in said and "人里，到" in said


def many():
    """Yield letters with seven who write on to this day and seven who stopped half a year ago."""
    for n in range(7):
        lively, gone = (f"Lively {n}", f"l{n}@a.example"), (f"Gone {n}", f"g{n}@b.example")
        yield from letters.both_ways(10_000 + 100 * n, lively, letters.TODAY - timedelta(days=n), 6, 60)
        yield from letters.both_ways(20_000 + 100 * n, gone, letters.TODAY - timedelta(days=180), 6, 40)


def test_a_word_said_before_the_worker_came_to_the_new_day_is_there_at_once(owner, gu, monkeypatch):
    """T2: the tie is looked at as of the day that is kept; the new day is the worker's."""
    owner.get("/people/")
    monkeypatch.setattr(worker, "is_running", lambda: True)
    monkeypatch.setenv("RENMAI_TODAY", (letters.TODAY + timedelta(days=1)).isoformat())

    assert "You say" in " ".join(visible(say(owner, gu, tie_class="weak", bond="", strength="")))


@pytest.mark.parametrize(
    "to", ["1", "people", "//evil.example/", "/\\evil.example/", "https://evil.example/", "?a=1", ""]
)
def test_a_form_leads_back_to_pages_of_this_book_only(owner, gu, to):
    """A word without a slash ended in a fault after the note was made."""
    say(owner, gu, tie_class="weak", bond="", strength="")
    answer = owner.post("/decisions/1/undo/", {"next": to})

    assert answer.status_code == 302 and answer.headers["Location"] in ("/", f"/people/{gu}/")
