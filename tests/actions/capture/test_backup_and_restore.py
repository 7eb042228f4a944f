"""A backup is the whole book at one moment; what is restored is equal; a failed restore changes nothing."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import zipfile
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from django.conf import settings
from django.db import connection

from renmai.actions.book.backup_book import NoBackup, backup_book
from renmai.actions.book.export_book import export_book
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.restore_book import NotRestored, restore_book
from renmai.actions.people.merge_people import merge_people
from renmai.actions.value.record_value import record_value
from renmai.queries.book.backups import backups_card
from renmai.store.book import copies, this_book
from renmai.store.models import Decision, InboxRecord, Person
from tests.books import content, of_a_file
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
PRECIOUS = (
    *("renmai_import", "renmai_importproblem", "renmai_inboxrecord", "renmai_sighting"),
    *("renmai_decision", "renmai_erasure"),
)
MOMENTS = 20
pytestmark = of_a_file


def precious(path: Path | None = None) -> dict[str, list[tuple]]:
    """Return every row of every table that cannot be computed."""
    with sqlite3.connect(path or connection.settings_dict["NAME"]) as book:
        held = {}
        for table in PRECIOUS:
            columns = [row[1] for row in book.execute(f"PRAGMA table_info({table})")]
            named = ", ".join(f'"{name}"' for name in columns if name != "owner_id")
            held[table] = book.execute(f"SELECT {named} FROM {table} ORDER BY 1").fetchall()
        owner = "SELECT name, language, time_zone, region, created_at FROM renmai_owner"
        return {**held, "owner": book.execute(owner).fetchall()}


@pytest.fixture
def viewer(transactional_db, viewer):
    """The owner of a book that other connections see; its backups are its own."""
    shutil.rmtree(copies.folder(), ignore_errors=True)
    yield viewer
    shutil.rmtree(copies.folder(), ignore_errors=True)


@pytest.fixture
def book(viewer, tmp_path, now):
    """A book with two sources, a merge, a note, an undone one, an import met twice, one with a problem."""
    cards = address_book(
        tmp_path / "cards.vcf",
        card("1", "张三", "EMAIL:zs@example.cn", "TEL:+86 138 0013 8000"),
        card("2", "Bo \U0001f600", "EMAIL:bo@example.org", "NOTE:two\\nlines"),
    )
    letters = mailbox(
        tmp_path / "l.mbox", f"1 2026-01-05 {ME} > zs@example.cn\n2 2026-01-06 Eve <eve@x.org> > {ME}"
    )
    broken = tmp_path / "broken.txt"
    broken.write_text("nothing that anybody knows")
    for number in range(2):
        import_paths(viewer, [cards, letters, broken], now=now + timedelta(hours=number), me=[ME])
    eve, zhang = Person.objects.get(name="Eve"), Person.objects.get(name="张三")
    merge_people(viewer, zhang.pk, eve.pk, now=now)
    record_value(viewer, zhang.pk, "need", "a reader of contracts", now=now, on=now.date())
    undone = record_value(viewer, None, "offer", "advice on tea", now=now, on=now.date())
    undo_decision(viewer, undone, now=now)
    return viewer


def test_what_was_backed_up_is_restored(book, now):
    before, held = precious(), content(book)
    report = backup_book(now=now)
    assert precious(Path(report.path)) == before

    Decision.objects.all().delete()
    restored = restore_book(Path(report.path), now=now)
    assert precious() == before and content(book) == held
    assert (restored.decisions, restored.records) == (report.decisions, report.records)


def test_backups_at_random_moments_under_writes_are_each_whole(book, now):
    """Each note carries its number, so a backup must hold a run of them from the first on."""
    stop, chance, numbers = threading.Event(), Random(20_260_302), []

    def write() -> None:
        number = 0
        while not stop.is_set():
            record_value(book, None, "offer", f"thing {number}", now=now, on=now.date())
            number += 1
            stop.wait(0.01)
        numbers.append(number)
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    paths = []
    try:
        for moment in range(MOMENTS):
            stop.wait(chance.uniform(0, 0.05))
            paths.append(Path(backup_book(now=now + timedelta(seconds=moment)).path))
    finally:
        stop.set()
        writer.join()
    for path in paths:
        copies.look_through(path)
        held = [row[0] for row in _texts(path) if row[0].startswith("thing ")]
        assert held == [f"thing {number}" for number in range(len(held))]
    last = precious(paths[-1])
    restore_book(paths[-1], now=now + timedelta(days=1))
    assert precious() == last and numbers[0] > 0


def _texts(path: Path) -> list[tuple]:
    with sqlite3.connect(path) as book:
        return book.execute(
            "SELECT json_extract(payload, '$.text') FROM renmai_decision WHERE kind = 'value' "
            "AND json_extract(payload, '$.text') LIKE 'thing %' ORDER BY id"
        ).fetchall()


def test_a_backup_under_a_passphrase_opens_with_it_only(book, now, tmp_path):
    before = precious()
    report = backup_book(now=now, to=tmp_path / "safe", passphrase="correct horse")
    path = Path(report.path)
    assert b"zs@example.cn" not in path.read_bytes() and path.stat().st_mode & 0o077 == 0
    for word, code in (("", "backup_wants_passphrase"), ("wrong", "wrong_passphrase")):
        with pytest.raises(NotRestored) as refused:
            restore_book(path, now=now, passphrase=word)
        assert refused.value.because.code == code
    Decision.objects.all().delete()
    restore_book(path, now=now, passphrase="correct horse")
    assert precious() == before
    assert not list(settings.HOME.glob("making-*"))


@pytest.mark.parametrize("spoil", ["cut", "bits", "text", "other", "newer", "zip"])
def test_a_failed_restore_changes_nothing(book, now, tmp_path, spoil):
    path = Path(backup_book(now=now, to=tmp_path).path)
    whole = path.read_bytes()
    if spoil == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif spoil == "bits":
        path.write_bytes(whole[:8_192] + b"\xff" * 40_000 + whole[48_192:])
    elif spoil == "text":
        path.write_text("this is no book")
    elif spoil == "other":
        path.unlink()
        sqlite3.connect(path).execute("CREATE TABLE t (a)").connection.close()
    elif spoil == "newer":
        with sqlite3.connect(path) as copy:
            copy.execute(
                "INSERT INTO django_migrations (app, name, applied) VALUES ('renmai', '9999_later', '2030')"
            )
    else:
        path.unlink()
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("book.json", '{"format": 1, "owner": {"language": "en"}}')
            archive.writestr("decisions.jsonl", '{"id": 1, "kind": ')
    before, held = precious(), content(book)
    with pytest.raises((NotRestored, this_book.BookIsNewer, Exception)) as refused:
        restore_book(path, now=now)
    assert refused.value.because.code in ("not_a_backup", "book_newer", "not_an_export")
    assert precious() == before and content(book) == held
    assert not list(settings.HOME.glob("making-*"))


def test_only_older_backups_of_this_book_and_reason_make_room(book, now, tmp_path):
    other = tmp_path / "renmai-000000-20200101T000000000000Z-asked.sqlite3"
    alike = tmp_path / "renmai-notes.sqlite3"
    for path in (other, alike):
        path.write_text("precious")
    made = [backup_book(now=now + timedelta(days=day), to=tmp_path, keep=2) for day in range(4)]
    left = {path.name for path in tmp_path.glob("renmai-*")}
    assert left == {Path(made[2].path).name, Path(made[3].path).name, other.name, alike.name}
    assert made[3].removed == (made[1].path,)
    assert [card.path for card in backups_card(book).backups] == [made[3].path, made[2].path]


def test_a_disk_without_room_is_said_before_anything_is_written(book, now, tmp_path, monkeypatch):
    monkeypatch.setattr(copies, "has_room", lambda _folder: False)
    with pytest.raises(NoBackup) as refused:
        backup_book(now=now, to=tmp_path / "full")
    assert refused.value.because.code == "backup_without_room"
    assert list((tmp_path / "full").iterdir()) == []


def test_what_a_killed_backup_left_goes_with_the_next_and_nothing_else_does(book, now, tmp_path):
    whole = Path(backup_book(now=now, to=tmp_path).path)
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True)
    dead, other = int(ended.stdout), whole.name.replace("-2026", "0-2026")[:-1]
    left = tmp_path / f"{whole.name}.{dead}-1.part"
    kept = [
        tmp_path / name
        for name in (f"{whole.name}.{os.getpid()}-1.part", f"{other}.{dead}-1.part", f"my.{dead}-1.part")
    ]
    for path in (left, *kept):
        path.write_bytes(b"half")
    backup_book(now=now, to=tmp_path)
    assert not left.exists() and all(path.exists() for path in (whole, *kept))


def test_sessions_stay_out_of_a_backup(book, now):
    from django.contrib.sessions.backends.db import SessionStore

    SessionStore().create()
    with sqlite3.connect(backup_book(now=now).path) as copy:
        assert copy.execute("SELECT COUNT(*) FROM django_session").fetchone() == (0,)


def test_a_book_on_a_server_says_how_it_is_backed_up(book, now, monkeypatch, tmp_path):
    monkeypatch.setattr(copies, "database_file", lambda: None)
    with pytest.raises(NoBackup) as refused:
        backup_book(now=now)
    assert refused.value.because.code == "backup_of_postgres"
    with pytest.raises(NotRestored) as refused:
        restore_book(tmp_path, now=now)
    assert refused.value.because.code == "restore_of_postgres"


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_export_taken_back_is_the_same_book(book, now, tmp_path, name):
    before, held = precious(), content(book)
    export_book(book, tmp_path / name, now=now)
    Decision.objects.all().delete()
    InboxRecord.objects.all().update(is_latest=False)
    restore_book(tmp_path / name, now=now)
    assert precious() == before
    assert content(this_book.viewer_of_this_book()) == held


def test_a_rebuild_makes_a_copy_first_and_mends_the_search_index(book, now):
    before = content(book)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE renmai_search_data SET block = X'00' WHERE id > 1")
    rebuild_book(book, now=now)
    assert [card.why for card in backups_card(book).backups] == ["rebuild"]
    assert content(book) == before
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO renmai_search (renmai_search) VALUES ('integrity-check')")
