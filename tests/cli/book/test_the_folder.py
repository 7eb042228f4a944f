"""The book is always in its folder, for its owner alone, and whole from the first second."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from renmai.config import folder

PROGRAM = Path(sys.executable).with_name("renmai")
AT_ONCE = 4
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nEMAIL:ann@example.org\r\nEND:VCARD\r\n"


def started(home: Path, *words: str) -> subprocess.Popen:
    """Start the program under the mask that most machines have."""
    environment = {**os.environ, "RENMAI_HOME": str(home), "LANG": "C.UTF-8"}
    environment.pop("DATABASE_URL", None)
    return subprocess.Popen(
        [PROGRAM, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, umask=0o022
    )


def run(home: Path, *words: str) -> tuple[int, str]:
    """Run the program; return its status and all it said."""
    running = started(home, *words)
    out, err = running.communicate(timeout=600)
    return running.returncode, (out + err).decode()


def taken_back(home: Path, migration: str) -> None:
    """Give a book the tables of an older version."""
    program = (
        "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'renmai.config.settings'; django.setup()\n"
        "from django.core.management import call_command\n"
        f"call_command('migrate', 'renmai', '{migration}', verbosity=0)"
    )
    environment = {**os.environ, "RENMAI_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)


def modes(home: Path) -> set[str]:
    """Return what of a folder others may reach."""
    return {path.name for path in [home, *home.rglob("*")] if stat.S_IMODE(path.stat().st_mode) & 0o077}


@pytest.mark.parametrize("name", ["b#1?mode=ro", "b%2f 家", "file:b?mode=memory"])
def test_a_folder_of_any_name_holds_the_book(tmp_path, name):
    home, card = tmp_path / name, tmp_path / "ann.vcf"
    card.write_text(CARD)
    assert run(home, "import", str(card))[0] == 0
    with closing(sqlite3.connect((home / "renmai.sqlite3").as_uri() + "?mode=ro", uri=True)) as book:
        assert ("Ann",) in book.execute("SELECT name FROM renmai_person").fetchall()
    assert {path.name for path in tmp_path.iterdir()} == {name, "ann.vcf"}
    assert modes(home) == set()


def test_a_folder_named_from_here_holds_the_book(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(Path("file:b?mode=memory"), "init")[0] == 0
    assert (tmp_path / "file:b?mode=memory" / "renmai.sqlite3").is_file()


@pytest.mark.parametrize("command", ["init", "people"])
def test_an_open_folder_is_closed_at_every_start(tmp_path, command):
    home = tmp_path / "book"
    home.mkdir(mode=0o755)
    home.chmod(0o755)
    assert run(home, "init")[0] == 0
    assert modes(home) == set()
    for path in (home, home / "renmai.sqlite3", home / "secret_key"):
        path.chmod(path.stat().st_mode | 0o055)
    assert run(home, command)[0] == 0
    assert modes(home) == set()


def test_a_folder_of_other_things_that_others_use_is_taken_only_when_asked_for(tmp_path):
    """Closed for the book, it would be taken from them."""
    tmp_path.chmod(0o755)
    (tmp_path / "letters.txt").write_text("mine")
    status, said = run(tmp_path, "people")
    assert (status, said.count("\n")) == (2, 1) and "holds other things" in said
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]

    assert run(tmp_path, "init")[0] == 0
    assert run(tmp_path, "people")[0] == 0
    assert (tmp_path / "letters.txt").read_text() == "mine"


def test_a_folder_of_other_things_that_is_the_owners_alone_is_taken(tmp_path):
    tmp_path.chmod(0o700)
    (tmp_path / "letters.txt").write_text("mine")

    assert run(tmp_path, "init")[0] == run(tmp_path, "people")[0] == 0
    assert (tmp_path / "letters.txt").read_text() == "mine"


def test_a_book_that_another_process_is_only_just_making_is_no_other_thing(tmp_path):
    """Of four first starts at once, two took the first one's lock for somebody's file."""
    tmp_path.chmod(0o755)
    (tmp_path / "lock").touch()
    (tmp_path / "secret_key.new").touch()

    assert folder.is_a_books(tmp_path)
    (tmp_path / "letters.txt").touch()
    assert not folder.is_a_books(tmp_path)


def test_an_empty_key_is_no_key(tmp_path):
    home = tmp_path / "book"
    home.mkdir()
    (home / "secret_key").touch()
    assert run(home, "init")[0] == 0
    key = (home / "secret_key").read_text()
    assert len(key) >= 48
    assert run(home, "people")[0] == 0
    assert (home / "secret_key").read_text() == key


def test_a_key_that_cannot_be_written_whole_is_not_there(tmp_path, monkeypatch):
    from renmai.store.book import private_files

    path = tmp_path / "secret_key"
    monkeypatch.setattr(private_files.os, "fsync", lambda _file: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(OSError, match="full"):
        private_files.put_whole(path, b"key")
    assert list(tmp_path.iterdir()) == []


def test_first_starts_at_once_make_one_book(tmp_path):
    home = tmp_path / "book"
    running = [started(home, "people") for _ in range(AT_ONCE)]
    said = [process.communicate(timeout=600)[1].decode() for process in running]
    assert [process.returncode for process in running] == [0] * AT_ONCE, said
    with sqlite3.connect(home / "renmai.sqlite3") as book:
        assert book.execute("SELECT COUNT(*) FROM renmai_owner").fetchone() == (1,)
        assert book.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_upgrades_at_once_lose_nothing(tmp_path):
    old, home = tmp_path / "old", tmp_path / "book"
    assert run(old, "init", "--name", "Ann")[0] == 0
    taken_back(old, "0018")
    shutil.copytree(old, home)
    running = [started(home, "people") for _ in range(AT_ONCE)]
    said = [process.communicate(timeout=600)[1].decode() for process in running]
    assert [process.returncode for process in running] == [0] * AT_ONCE, said
    with sqlite3.connect(home / "renmai.sqlite3") as book:
        assert book.execute("SELECT name FROM renmai_owner").fetchall() == [("Ann",)]


def test_what_is_decided_is_on_the_disk_before_it_is_acknowledged(tmp_path):
    program = (
        "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'renmai.config.settings'; django.setup()\n"
        "from django.db import connection\n"
        "with connection.cursor() as cursor: print(cursor.execute('PRAGMA synchronous').fetchone()[0])"
    )
    environment = {**os.environ, "RENMAI_HOME": str(tmp_path / "book")}
    environment.pop("DATABASE_URL", None)
    said = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    full = 2
    assert int(said.stdout) == full


def test_doctor_names_what_others_may_read(tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{elsewhere}")
    environment = {**os.environ, "RENMAI_HOME": str(tmp_path / "book"), "LANG": "C.UTF-8"}
    subprocess.run([PROGRAM, "init"], env=environment, check=True, capture_output=True)
    elsewhere.chmod(0o644)
    said = subprocess.run([PROGRAM, "doctor"], env=environment, capture_output=True, text=True)
    assert f"Others on this machine may read {elsewhere}" in said.stdout
