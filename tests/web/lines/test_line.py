"""One line on a page: the box is everywhere; it is shown, asked and kept without any script (C3)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from renmai.actions.capture.undo_last import undo_last
from renmai.actions.people.record_person import record_person
from renmai.queries.pages.person import person_card
from renmai.queries.people.whom import whom
from renmai.web.frame import clock

LINE = "昨天和李雷吃饭，他在找供应链"


@pytest.fixture
def people(viewer, now):
    for name in ("李雷", "韩梅"):
        record_person(viewer, name, now=now)
    return viewer


def text(page) -> str:
    return page.content.decode()


def timeline(viewer, name: str):
    person = whom(viewer, name).one
    return person_card(viewer, person.id, today=clock.today(viewer)).timeline


@pytest.mark.parametrize("name", ["today", "people", "value", "sources", "settings", "more"])
def test_the_box_stands_on_every_page_with_its_way_for_a_thumb(owner, viewer, name):
    page = text(owner.get(reverse(name)))

    assert 'id="line-dialog"' in page and page.count('data-opens="line"') == 2


@pytest.mark.parametrize(
    ("language", "words"), [("en", "looks for: 供应链"), ("zh-hans", "李雷在找：供应链")]
)
def test_a_line_is_shown_as_it_is_understood_before_it_is_kept(owner, people, language, words):
    from renmai.store.models import Owner

    Owner.objects.update(language=language)
    page = text(owner.post(reverse("line"), {"line": LINE}))

    assert words in page and LINE in page
    assert (clock.today(people) - timedelta(days=1)).isoformat() in page
    assert timeline(people, "李雷") == ()


def test_one_key_keeps_it_and_the_toast_undoes_it(owner, people):
    form = {"line": LINE, "offered": ["0"], "ticked": ["0"], "next": reverse("people")}
    page = owner.post(reverse("keep_line"), form, follow=True)

    assert page.redirect_chain == [(reverse("people"), 302)]
    assert "Written down" in text(page) and "data-undo" in text(page)
    assert [each.kind for each in timeline(people, "李雷")] == ["meal"]
    undo_last(people, now=clock.now())
    assert timeline(people, "李雷") == ()


def test_what_is_open_comes_back_as_a_question_with_the_form_whole(owner, people):
    form = {"line": "昨天和王五吃饭", "on": "2026-02-02", "kind": "meeting", "beside": "韩梅"}
    page = text(owner.post(reverse("keep_line"), form, follow=True))

    assert "Nobody in the book is called “王五”" in page
    assert 'value="2026-02-02"' in page and 'value="韩梅"' in page
    assert whom(people, "王五").people == ()


def test_an_answer_adds_somebody_new_and_who_else_was_there(owner, people):
    form = {"line": "昨天和王五吃饭", "said": ["王五"], "who": ["new"], "beside": "韩梅", "kind": "meeting"}
    owner.post(reverse("keep_line"), form)

    assert [each.kind for each in timeline(people, "王五")] == ["meeting"]
    assert len(timeline(people, "韩梅")) == 1


def test_whoever_is_not_in_the_book_is_refused_under_their_field(owner, people):
    page = text(owner.post(reverse("keep_line"), {"line": LINE, "beside": "Nobody Here"}, follow=True))

    assert 'id="line-beside-error"' in page and timeline(people, "李雷") == ()


def test_what_is_not_ticked_is_left_out(owner, people):
    owner.post(reverse("keep_line"), {"line": LINE, "offered": ["0"]})

    assert len(timeline(people, "李雷")) == 1
    assert "供应链" not in text(owner.get(reverse("value")))


def test_the_same_line_twice_is_asked_about(owner, people):
    owner.post(reverse("keep_line"), {"line": LINE})
    page = text(owner.post(reverse("keep_line"), {"line": LINE}, follow=True))
    assert 'name="once_more"' in page and len(timeline(people, "李雷")) == 1

    owner.post(reverse("keep_line"), {"line": LINE, "once_more": "1"})
    assert len(timeline(people, "李雷")) == 2


def test_a_line_of_nobody_is_kept_for_later_if_ticked(owner, people):
    page = text(owner.post(reverse("keep_line"), {"line": "想到一个点子"}, follow=True))
    assert 'name="is_for_later"' in page

    kept = owner.post(reverse("keep_line"), {"line": "想到一个点子", "is_for_later": "1"}, follow=True)
    assert "Written down" in text(kept)


@pytest.mark.parametrize("line", ["", "长" * 501, "<script>alert(1)</script> 和李雷吃饭"])
def test_any_text_is_shown_or_refused_and_never_run(owner, people, line):
    page = owner.post(reverse("line"), {"line": line})

    assert page.status_code == 200 and "<script>alert" not in text(page)


def test_reading_it_again_takes_the_day_and_kind_from_the_words(owner, people):
    form = {"line": "2026-01-05 和李雷打电话", "on": "2026-02-02", "kind": "meal", "anew": "1"}
    page = text(owner.post(reverse("line"), form))

    assert 'value="2026-01-05"' in page and '<option value="call" selected>' in page


def test_from_a_persons_page_the_box_has_them_in_it_already(owner, people):
    li = whom(people, "李雷").one.id
    page = text(owner.get(reverse("person", args=[li])))
    assert f'data-also="{li}"' in page and f"{reverse('line')}?also={li}" in page

    read = text(owner.post(reverse("line"), {"line": "昨天在咖啡馆聊了融资", "also": [str(li)]}))
    assert (
        "李雷 was there" in read
        and "nobody" not in read.partition("<main")[2].partition("</main")[0].casefold()
    )
    owner.post(reverse("keep_line"), {"line": "昨天在咖啡馆聊了融资", "also": [str(li)]})
    assert [each.kind for each in timeline(people, "李雷")] == ["meeting"]
