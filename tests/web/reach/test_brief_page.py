"""The page to read before meeting somebody: arranged there, printed, written down afterwards (R7)."""

from datetime import timedelta

from django.urls import reverse

from tests.web import letters
from tests.web.pages.test_pages import person_id, visible

TOMORROW = letters.TODAY + timedelta(days=1)


def words(page) -> str:
    return " ".join(visible(page))


def arrange(owner, gu: int, **said):
    fields = {"meets_on": TOMORROW.isoformat(), "at": "18:30", "what": "Dinner", "place": "Quay", **said}
    return owner.post(reverse("meeting", args=[gu]), fields, follow=True)


def test_a_date_is_noted_stands_on_today_and_is_called_off(owner, book):
    gu = person_id(owner, "gws")
    page = arrange(owner, gu)
    assert "18:30" in words(page) and "Dinner" in words(page)
    [number] = page.context["card"].meeting.numbers

    today = owner.get(reverse("today"))
    assert reverse("brief", args=[gu]) in today.content.decode()
    assert [each.what for each in today.context["card"].meetings.coming] == ["Dinner"]
    page = owner.post(
        reverse("meeting_off", args=[number]), {"next": reverse("brief", args=[gu])}, follow=True
    )
    assert page.context["card"].meeting is None


def test_a_refused_date_comes_back_as_typed_with_what_is_wrong(owner, book):
    gu = person_id(owner, "gws")
    for said, wrong in (
        ({"at": "25:00"}, "25:00"),
        ({"meets_on": "2020-01-01"}, "is over"),
        ({"meets_on": ""}, "few words"),
        ({"what": "x" * 201}, "201 letters"),
    ):
        page = arrange(owner, gu, **{"place": "By the old quay", **said})
        assert wrong in words(page), said
        assert "By the old quay" in page.content.decode()
        assert page.context["card"].meeting is None


def test_the_brief_is_handed_out_as_a_file(owner, book):
    gu = person_id(owner, "gws")
    answer = owner.get(reverse("brief_file", args=[gu]))

    assert answer["Content-Type"].startswith("text/markdown")
    assert answer.content.decode().startswith("# 顾望舒")


def test_a_line_afterwards_names_whom_one_met(owner, book):
    gu = person_id(owner, "gws")
    owner.post(reverse("agenda", args=[gu]), {"text": "the spring list"})
    said = {
        "line": "They want the beech handles",
        "beside": str(gu),
        "kind": "meeting",
        "on": letters.TODAY.isoformat(),
    }
    owner.post(reverse("keep_line"), said)

    page = owner.get(reverse("person", args=[gu]))
    assert page.context["card"].agenda == ()
    assert "beech handles" in words(page)


def test_nobody_prepares_for_whom_the_book_does_not_hold(owner, book):
    assert owner.get(reverse("brief", args=[10**6])).status_code == 404
    assert owner.get(reverse("brief_file", args=[10**6])).status_code == 404
