"""What cannot be opened is told with its reason, and costs the rest nothing."""

import os
import zipfile

import pytest

from renmai.actions.capture.arrivals import Arrivals
from renmai.domain.capture.records import Problem
from renmai.sources import containers

CARD = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEND:VCARD\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ok").mkdir()
    (tmp_path / "ok" / "a.vcf").write_bytes(CARD)
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "b.vcf").write_bytes(CARD)
    return tmp_path


def close(monkeypatch, *names):
    """Refuse what a folder without its bits refuses to everybody but root, who runs tests in a container."""
    scandir, stat, lstat, opened = os.scandir, os.stat, os.lstat, open

    def refusing(real):
        def look(path, *args, **more):
            if any(name in str(path) for name in names):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *args, **more)

        return look

    monkeypatch.setattr(os, "scandir", refusing(scandir))
    monkeypatch.setattr(os, "stat", refusing(stat))
    monkeypatch.setattr(os, "lstat", refusing(lstat))
    monkeypatch.setattr(containers, "open", refusing(opened), raising=False)


def said(paths):
    return [
        (item.code, item.numbers.get("reason")) if isinstance(item, Problem) else item.source
        for item, _file, _bytes in Arrivals(paths)
    ]


def test_a_closed_file_in_a_folder_is_listed_and_the_others_read(folder, monkeypatch):
    close(monkeypatch, "b.vcf")

    assert sorted(map(str, said([folder]))) == ["('unreadable', 'Permission denied')", "vcard"]


def test_a_folder_nobody_may_look_into_is_listed_and_the_others_read(folder, monkeypatch):
    close(monkeypatch, "/closed")

    assert sorted(map(str, said([folder]))) == ["('unreadable', 'Permission denied')", "vcard"]


def test_of_two_paths_a_closed_one_costs_the_other_nothing(folder, monkeypatch):
    close(monkeypatch, "/closed")

    assert said([folder / "closed" / "b.vcf", folder / "ok" / "a.vcf"]) == [
        ("unreadable", "Permission denied"),
        "vcard",
    ]


def test_a_name_too_long_for_the_system_is_a_problem_like_any_other(folder):
    [(code, reason), card] = said([folder / ("x" * 5_000), folder / "ok" / "a.vcf"])

    assert (code, card) == ("unreadable", "vcard")
    assert reason


def test_what_is_not_there_is_told(folder):
    assert said([folder / "nothing"]) == [("no_such_file", None)]


def test_a_member_that_climbs_in_a_zip_of_windows_is_read_as_any_other(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("..\\name.vcf", CARD)

    assert said([tmp_path / "a.zip"]) == ["vcard"]
