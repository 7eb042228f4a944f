"""Adding somebody by hand on a page: a refused form comes back whole and asks whether they are new."""

import pytest
from django.urls import reverse

from renmai.queries.people.whom import whom


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_form_is_reached_from_people_in_both_languages(owner, viewer, language):
    owner.cookies["django_language"] = language
    people = owner.get(reverse("people")).content.decode()

    assert reverse("add_person") in people
    assert owner.get(reverse("add_person")).status_code == 200


def test_somebody_is_added_and_shown(owner, viewer):
    page = owner.post(
        reverse("add_person"), {"name": "李雷", "handles": "li@example.cn\n138 0013 8000"}, follow=True
    )
    person = whom(viewer, "li@example.cn").one

    assert page.redirect_chain == [(reverse("person", args=[person.id]), 302)]
    assert "李雷 is in the book" in page.content.decode()


def test_a_refused_form_comes_back_whole_and_asks_whether_it_is_somebody_else(owner, viewer):
    owner.post(reverse("add_person"), {"name": "李雷"})
    page = owner.post(reverse("add_person"), {"name": "李雷", "handles": "x@y.example"}, follow=True)
    text = page.content.decode()

    assert "may be in the book already" in text and "x@y.example" in text
    assert 'name="is_new"' in text
    owner.post(reverse("add_person"), {"name": "李雷", "handles": "x@y.example", "is_new": "1"})
    assert len(whom(viewer, "李雷").people) == 2


def test_what_is_no_handle_is_said_under_its_field(owner, viewer):
    page = owner.post(reverse("add_person"), {"name": "Ada", "handles": "nothing"}, follow=True)

    assert 'id="person-handles-error"' in page.content.decode()
    assert whom(viewer, "Ada").people == ()
