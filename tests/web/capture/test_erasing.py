"""The page that erases somebody shows what goes, asks, and then says what went."""

import pytest
from django.urls import reverse

from renmai.store.models import Person


@pytest.fixture
def viewer(transactional_db, viewer):
    """An owner whose book can be written anew: that is no part of a transaction."""
    return viewer


@pytest.fixture
def person(book):
    return Person.objects.filter(owner_id=book.owner_id, is_me=False, is_person=True).first()


def test_nobody_is_erased_by_looking(owner, person):
    page = owner.get(reverse("erasure", args=[person.pk]))
    assert person.name in page.content.decode() and "cannot be undone" in page.content.decode()
    assert owner.get(reverse("erase", args=[person.pk])).status_code == 405
    assert Person.objects.filter(pk=person.pk).exists()


def test_who_is_sure_erases(owner, person):
    page = owner.post(reverse("erase", args=[person.pk])).content.decode()
    assert "Erased" in page and person.name not in page
    assert not Person.objects.filter(pk=person.pk).exists()
    assert owner.get(reverse("person", args=[person.pk])).status_code == 404


def test_the_person_page_leads_there(owner, person):
    page = owner.get(reverse("person", args=[person.pk])).content.decode()
    assert reverse("erasure", args=[person.pk]) in page
