"""The page of backups lists them, and makes one."""

import shutil

import pytest
from django.urls import reverse

from renmai.store.book import copies


@pytest.fixture
def viewer(transactional_db, viewer):
    """An owner whose book other connections see; its backups are its own."""
    shutil.rmtree(copies.folder(), ignore_errors=True)
    yield viewer
    shutil.rmtree(copies.folder(), ignore_errors=True)


def test_a_backup_is_made_and_listed(owner, book):
    assert "There is no backup yet" in owner.get(reverse("backups")).content.decode()
    assert owner.post(reverse("make_backup")).headers["Location"] == reverse("backups")
    page = owner.get(reverse("backups")).content.decode()
    (path,) = copies.folder().glob("renmai-*-asked.sqlite3")
    assert str(path) in page and "asked for" in page


def test_a_book_that_a_server_keeps_offers_no_button(owner, book, monkeypatch):
    monkeypatch.setattr(copies, "database_file", lambda: None)
    page = owner.get(reverse("backups")).content.decode()
    assert reverse("make_backup") not in page
    owner.post(reverse("make_backup"))
    assert "pg_dump" in owner.get(reverse("backups")).content.decode()
