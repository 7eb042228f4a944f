"""Uploads: written where they belong, under names that can do no harm."""

import pytest

from renmai.web.frame.uploads import free_path, safe_name


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
