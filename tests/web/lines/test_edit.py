"""Editing a kept line on a page: as it stands, changed, refused whole, and undone (C3)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from renmai.actions.capture.undo_last import undo_last
from renmai.actions.lines.log_line import log_line
from renmai.actions.people.record_person import record_person
from renmai.queries.pages.person import person_card
from renmai.queries.people.whom import whom
from renmai.web.frame import clock

LINE = "昨天和李雷吃饭，他在找供应链"


@pytest.fixture
def kept(viewer, now):
    for name in ("李雷", "韩梅"):
        record_person(viewer, name, now=now)
    return log_line(viewer, LINE, now=clock.now(), today=clock.today(viewer), beside="韩梅")


def text(page) -> str:
    return page.content.decode()


def lines_of(viewer, name: str) -> list[tuple[str, str]]:
    timeline = person_card(viewer, whom(viewer, name).one.id, today=clock.today(viewer)).timeline
    return [(each.kind, each.excerpt) for each in timeline]


def test_history_and_the_timeline_lead_to_the_line_as_it_stands(owner, viewer, kept):
    way = f"{reverse('line')}?edits={kept.decision_id}"
    person = reverse("person", args=[whom(viewer, "李雷").one.id])

    assert way in text(owner.get(reverse("history"))) and way in text(owner.get(person))
    page = text(owner.get(way))
    yesterday = clock.today(viewer) - timedelta(days=1)
    assert LINE in page and yesterday.isoformat() in page and "韩梅" in page
    assert f'name="edits" value="{kept.decision_id}"' in page and 'class="notice"' not in page


def test_it_is_read_again_and_kept_in_its_place(owner, viewer, kept):
    form = {"line": "昨天和韩梅喝茶", "edits": kept.decision_id, "next": reverse("history")}
    page = text(owner.post(reverse("line"), {**form, "anew": "1"}))
    assert "韩梅" in page and "供应链" not in page

    owner.post(reverse("keep_line"), form)
    assert (lines_of(viewer, "李雷"), lines_of(viewer, "韩梅")) == ([], [("meal", "昨天和韩梅喝茶")])
    undo_last(viewer, now=clock.now())
    assert lines_of(viewer, "李雷") == lines_of(viewer, "韩梅") == [("meal", LINE)]


def test_what_is_open_comes_back_whole_and_leaves_the_kept_line_alone(owner, viewer, kept):
    form = {"line": "昨天和王五喝茶", "edits": kept.decision_id}
    page = text(owner.post(reverse("keep_line"), form, follow=True))

    assert "王五" in page and f'name="edits" value="{kept.decision_id}"' in page
    assert lines_of(viewer, "李雷") == [("meal", LINE)]


@pytest.mark.parametrize("number", ["999999999", "x", "0"])
def test_a_number_of_no_line_is_no_page_or_an_empty_box(owner, number, kept):
    page = owner.get(reverse("line"), {"edits": number})

    assert page.status_code == (404 if number == "999999999" else 200)
