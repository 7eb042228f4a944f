"""Uploads: written where they belong, under names that can do no harm."""

import pytest
from django.test import RequestFactory

from renmai.web.frame.uploads import IntoTheBook, free_path, safe_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("mail.mbox", "mail.mbox"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\联系人.vcf", "联系人.vcf"),
        ("..", "upload"),
        ("", "upload"),
        (None, "upload"),
        (".hidden", "hidden"),
        ("a\x00b\n.ics", "ab.ics"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_its_way(given, kept):
    assert safe_name(given) == kept


def test_a_long_name_keeps_its_end_and_fits_a_disk():
    name = safe_name("信" * 300 + ".mbox")
    assert name.endswith("信.mbox")
    assert len(name.encode()) <= 120


def test_two_files_of_one_name_are_two_files(tmp_path):
    (tmp_path / "a.vcf").touch()
    assert free_path(tmp_path, "a.vcf").name == "2 a.vcf"


def begun(tmp_path, name: str = "mail.mbox") -> IntoTheBook:
    handler = IntoTheBook(RequestFactory().post("/sources/"), tmp_path / "uploads")
    handler.new_file("files", name, "application/mbox", None)
    handler.receive_data_chunk(b"From ", 0)
    return handler


def test_a_whole_file_lies_where_it_is_read_from(tmp_path):
    handler = begun(tmp_path)
    kept = handler.file_complete(5)

    assert (kept.path.read_bytes(), kept.name, kept.size) == (b"From ", "mail.mbox", 5)
    assert kept.path.stat().st_mode & 0o077 == 0


def test_a_sender_who_goes_away_leaves_no_half_file_and_takes_no_whole_one_along(tmp_path):
    handler = begun(tmp_path)
    kept = handler.file_complete(5)
    handler.new_file("files", "more.mbox", "application/mbox", None)
    handler.upload_interrupted()

    assert list(handler.folder.iterdir()) == [kept.path]
