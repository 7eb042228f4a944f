"""The history on a page: every decision with a button that undoes it, and one that brings it back."""

from django.urls import reverse

from renmai.store.models import Decision
from tests.web.pages.test_pages import person_id, visible


def test_a_decision_is_undone_and_brought_back_from_the_page(owner, book):
    gu = person_id(owner, "gws")
    owner.post(reverse("record_favour", args=[gu]), {"side": "gave", "favour": "a van", "size": ""})
    noted = Decision.objects.get(kind="favour")
    page = owner.get(reverse("history"))
    assert "a van" in visible(page) and reverse("undo_decision", args=[noted.pk]) in page.content.decode()

    to = {"next": reverse("history")}
    page = owner.post(reverse("undo_decision", args=[noted.pk]), to, follow=True)
    noted.refresh_from_db()
    assert noted.undone_at is not None
    assert reverse("restore_decision", args=[noted.pk]) in page.content.decode()
    taken_back = Decision.objects.get(kind="taken_back")
    assert reverse("undo_decision", args=[taken_back.pk]) in page.content.decode(), (
        "the toast undoes the undo"
    )

    owner.post(reverse("restore_decision", args=[noted.pk]), to, follow=True)
    noted.refresh_from_db()
    assert noted.undone_at is None


def test_the_history_of_one_person_is_led_to_from_their_page(owner, book):
    gu = person_id(owner, "gws")
    owner.post(reverse("record_favour", args=[gu]), {"side": "gave", "favour": "a van", "size": ""})
    address = f"{reverse('history')}?person={gu}"
    assert address in owner.get(reverse("person", args=[gu])).content.decode()
    assert "a van" in visible(owner.get(address))
    assert owner.get(f"{reverse('history')}?person=999999").status_code == 404


def test_what_something_rests_on_has_no_button_and_is_refused_in_words(owner, book):
    gu = person_id(owner, "gws")
    owner.post(reverse("record_favour", args=[gu]), {"side": "got", "favour": "a van", "size": ""})
    noted = Decision.objects.get(kind="favour")
    owner.post(reverse("thanked", args=[noted.pk]), {"next": "/"})
    address = reverse("undo_decision", args=[noted.pk])
    assert address not in owner.get(reverse("history")).content.decode()
    answer = owner.post(address, {"next": reverse("history")}, follow=True)
    noted.refresh_from_db()
    assert noted.undone_at is None and "rests on it" in answer.content.decode()
