"""Archiving on the page of a person: the word stands on it, in the list, and is taken back."""

from django.urls import reverse

from tests.web.pages.test_pages import person_id, visible


def test_somebody_is_archived_on_their_page_and_called_back(owner, book):
    gu = person_id(owner, "gws")
    person = reverse("person", args=[gu])
    page = owner.post(
        reverse("gone", args=[gu]), {"state": "archived", "because": "we parted", "next": person}, follow=True
    )
    said = " ".join(visible(page))
    assert "no longer in your life" in said and "we parted" in said and "Call them back" in said

    everybody = owner.get(reverse("people")).content.decode()
    assert person not in everybody and "Archived" in everybody
    assert person in owner.get(f"{reverse('people')}?view=gone").content.decode()
    assert person in owner.get(f"{reverse('people')}?q=gws").content.decode()

    page = owner.post(reverse("gone", args=[gu]), {"state": "", "next": person}, follow=True)
    assert "Call them back" not in visible(page)
    assert person in owner.get(reverse("people")).content.decode()
