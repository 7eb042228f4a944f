"""`renmai backup`, `restore` and `erase`: what they print, ask and refuse."""

import json
import shutil
from pathlib import Path

import pytest

from renmai.store.book import copies
from renmai.store.models import Decision, Person


@pytest.fixture(autouse=True)
def _own_backups():
    shutil.rmtree(copies.folder(), ignore_errors=True)
    yield
    shutil.rmtree(copies.folder(), ignore_errors=True)


def test_a_backup_goes_where_it_is_told_and_is_listed_and_restored(book, tmp_path):
    made = json.loads(book("backup", "--to", tmp_path / "safe", "--keep", "2", "--json").out)
    assert Path(made["path"]).parent == tmp_path / "safe" and made["decisions"] == Decision.objects.count()
    listed = json.loads(book("backup", "list", "--json").out)["backups"]
    assert [each["path"] for each in listed] == [made["path"]]

    Decision.objects.all().delete()
    asked = book("restore", made["path"])
    assert asked.status == 130 and Decision.objects.count() == 0
    said = book("restore", made["path"], "--yes")
    assert (said.status, Decision.objects.count()) == (0, made["decisions"])
    assert "What stood there before is kept in" in said.out


def test_a_passphrase_is_taken_from_the_environment(book, tmp_path, monkeypatch):
    monkeypatch.setenv("RENMAI_PASSPHRASE", "correct horse")
    made = json.loads(book("backup", "--to", tmp_path, "--encrypt", "--json").out)
    assert made["is_encrypted"] and made["path"].endswith(".age.zip")
    assert book("restore", made["path"], "--yes").status == 0
    monkeypatch.setenv("RENMAI_PASSPHRASE", "wrong")
    said = book("restore", made["path"], "--yes")
    assert said.status == 1 and "does not open" in said.err


def test_a_whole_export_is_imported_into_a_new_book(book, tmp_path):
    book("export", tmp_path / "out.zip")
    decisions, people = Decision.objects.count(), Person.objects.count()
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)
    said = book("import", tmp_path / "out.zip")
    assert said.status == 0, said.err
    assert (Decision.objects.count(), Person.objects.count()) == (decisions, people)


def test_erasing_shows_what_goes_and_asks(book):
    asked = book("erase", "李雷")
    assert asked.status == 130 and "takes away for good" in asked.err
    assert Person.objects.filter(name="李雷").exists()
    said = json.loads(book("erase", "李雷", "--yes", "--json").out)
    assert said["records_gone"] > 100 and said["files_left"] == []
    assert not Person.objects.filter(name="李雷").exists()
    assert book("person", "李雷").status == 1


def test_a_folder_that_is_no_export_is_refused_in_one_whole_sentence(book, tmp_path):
    said = book("restore", tmp_path, "--yes")

    assert said.status == 1
    assert said.err.endswith("is no file of a backup, and no export of a book. Nothing was changed.\n")
