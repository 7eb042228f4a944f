"""A new book is read in the browser's language, asks once, and writes settings only as agreed (review H7)."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from renmai.actions.people.record_person import record_person
from renmai.queries.book.viewers import viewer_of_this_book
from renmai.store.models import Owner
from renmai.web.frame.links import make_link


def entered(language: str) -> Client:
    client = Client(headers={"Accept-Language": language} if language else {})
    client.get(f"/enter/{make_link(settings.HOME, now=timezone.now())}/")
    return client


def today(client: Client) -> str:
    return client.get(reverse("today")).content.decode()


@pytest.mark.parametrize(
    ("kept", "language", "html_lang"),
    [("en", "zh-CN,zh;q=0.9", "zh-Hans"), ("zh-hans", "en-GB,en;q=0.8", "en"), ("zh-hans", "", "zh-Hans")],
)
def test_a_new_book_is_shown_as_the_browser_reads(viewer, kept, language, html_lang):
    Owner.objects.update(language=kept)
    page = today(entered(language))

    assert f'<html lang="{html_lang}"' in page
    assert (reverse("settings_agree") in page) == bool(language)
    assert viewer_of_this_book().language == kept


def test_what_is_agreed_is_written_and_not_asked_again(viewer):
    client = entered("zh-CN")
    client.post(reverse("settings_agree"), {"language": "zh-hans", "time_zone": "Asia/Shanghai"})
    owner = viewer_of_this_book()

    assert (owner.language, owner.time_zone) == ("zh-hans", "Asia/Shanghai")
    assert reverse("settings_agree") not in today(client)
    client.get(f"/enter/{make_link(settings.HOME, now=timezone.now())}/")
    assert reverse("settings_agree") not in today(client)


def test_a_zone_that_is_none_comes_back_with_what_is_wrong_and_changes_nothing(viewer):
    client = entered("zh-CN")
    before = viewer_of_this_book()
    page = client.post(
        reverse("settings_agree"), {"language": "zh-hans", "time_zone": "Moon/Sea"}, follow=True
    ).content.decode()

    assert 'id="agreed-zone-error"' in page and viewer_of_this_book() == before


def test_a_book_with_people_is_shown_as_its_owner_set(viewer, now):
    record_person(viewer, "Ada", now=now)

    assert '<html lang="en"' in today(entered("zh-CN"))
