"""A chat on its way into a book: once, between the owner and the other, from a zip with its pictures (C1)."""

import zipfile

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.store.models import Interaction, Person
from tests.sources.samples import samples
from tests.sources.whatsapp_chat.chats import chat

pytestmark = pytest.mark.django_db

LINES = ["31/01/26, 10:00 - Ann: Are you in?", "31/01/26, 10:30 - Me: Yes", "31/01/26, 11:30 - Ann: Good"]


@pytest.fixture
def exported(tmp_path):
    path = tmp_path / "any name"
    path.write_bytes(chat(*LINES[:2]))
    return path


def test_reading_every_sample_twice_adds_nothing(viewer, now):
    first, second = (import_paths(viewer, samples("whatsapp_chat"), now=now) for _ in range(2))

    assert first.records_new > 8
    assert (second.records_new, second.people_new, second.interactions_new) == (0, 0, 0)


def test_the_owner_says_which_of_the_two_they_are(viewer, exported, now):
    import_paths(viewer, [exported], now=now, me=["im:whatsapp:Me"])

    assert {person.name: person.is_me for person in Person.objects.all()} == {"Me": True, "Ann": False}


def test_a_longer_export_adds_what_is_new_only(viewer, exported, now):
    import_paths(viewer, [exported], now=now)
    exported.write_bytes(chat(*LINES))
    report = import_paths(viewer, [exported], now=now)

    assert (report.records_new, report.interactions_new) == (1, 1)


def test_a_greeting_sent_to_two_chats_within_a_minute_is_two_acts_however_often_they_are_read(
    viewer, tmp_path, now
):
    for name in ("Ann", "Bo"):
        (tmp_path / f"{name}.txt").write_bytes(
            chat("31/01/26, 10:00 - Me: Happy new year!", f"31/01/26, 10:05 - {name}: And you")
        )
    reports = [import_paths(viewer, [tmp_path], now=now) for _ in range(2)]

    assert [report.records_new for report in reports] == [4, 0]
    assert Interaction.objects.count() == 4


def test_the_zip_of_an_iphone_is_read_and_its_pictures_are_counted_not_listed(viewer, tmp_path, now):
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("_chat.txt", chat(*LINES))
        for number in range(3):
            archive.writestr(f"0000000{number}-PHOTO.jpg", b"\xff\xd8\xff\xe0" + bytes(40))
        archive.writestr("00000009-AUDIO.opus", b"OggS" + bytes(40))
    report = import_paths(viewer, [tmp_path / "export.zip"], now=now)

    assert report.records_new == 3 and report.problems == ()
    (left_out,) = report.left_out
    assert (left_out.code, left_out.numbers) == ("media_left_out", {"count": 4})
