"""The archive on its way into a book: once, out of its zip, nobody twice by their profile (C1)."""

import zipfile

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.store.models import Person
from tests.sources.samples import samples

pytestmark = pytest.mark.django_db


def test_the_whole_archive_in_its_zip_comes_in_once(viewer, tmp_path, now):
    path = tmp_path / "archive.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for sample in samples("linkedin_archive"):
            archive.write(sample, sample.name)
    first, second = (
        import_paths(viewer, [path], now=now, me=["https://www.linkedin.com/in/me-myself"]) for _ in range(2)
    )

    assert first.records_new == 12
    assert (second.records_new, second.people_new, second.interactions_new) == (0, 0, 0)
    assert {reason.code.rpartition("_")[2] for reason in first.left_out} == {
        "draft",
        "nameless",
        "spam",
        "used",
    }
    assert Person.objects.filter(name="Bea Silva").count() == 1
    assert Person.objects.get(is_me=True).name == "Me Myself"
