"""A damaged book gives out all that can be read, and each advice of the doctor helps."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from django.conf import settings
from django.db import connection

from renmai.actions.book.export_book import export_book
from renmai.actions.book.open_book import open_what_can_be_read
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import NothingReadable, rebuild_book
from renmai.actions.value.record_value import record_value
from renmai.queries.book.doctor import doctor
from renmai.store.book import copies, exporting
from tests.built_once import built_once
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
PAGE = 4_096
DAMAGES = range(6)
CHECKS = {"python", "space", "front_end", "privacy", "database", "search", "me", "backup"}
ONLY_WHERE_HIT = {"erasures"}
"""What the doctor speaks of only where there is something to say, as that its own page cannot be read."""


@pytest.fixture
def viewer(transactional_db, viewer):
    """The owner of a book that other connections see; what is put aside is its own."""
    shutil.rmtree(copies.folder(), ignore_errors=True)
    yield viewer
    shutil.rmtree(copies.folder(), ignore_errors=True)


@pytest.fixture
@built_once
def filled(viewer, tmp_path, now) -> None:
    """A book of some hundred pages."""
    cards = [card(str(number), f"Person {number}", f"EMAIL:p{number}@example.org") for number in range(150)]
    lines = [f"{number} 2026-01-05 {ME} > p{number % 150}@example.org" for number in range(300)]
    files = [address_book(tmp_path / "c.vcf", *cards), mailbox(tmp_path / "l.mbox", "\n".join(lines))]
    import_paths(viewer, files, now=now, me=[ME])
    for number in range(100):
        record_value(viewer, None, "offer", f"thing {number}", now=now, on=now.date())


@pytest.fixture
def book(filled, tmp_path) -> Path:
    """The same in a file of its own that may be spoilt."""
    path = tmp_path / "book.sqlite3"
    path.touch(mode=0o600)
    copies.copy_into(path)
    return path


def pages_of_rows(path: Path) -> list[int]:
    """Return the pages behind the first sixty that do not tell which tables there are, from nought."""
    with closing(sqlite3.connect(path)) as book:
        asked = "SELECT pageno - 1 FROM dbstat WHERE name != 'sqlite_schema' AND pageno > 60 ORDER BY pageno"
        return [page for (page,) in book.execute(asked)]


def spoil(path: Path, pages: list[int]) -> None:
    """Write nonsense over some pages."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(b"\xa5" * PAGE)


def read_out(folder: Path) -> dict[str, dict[int, dict]]:
    """Return the rows of an export's tables by their numbers."""
    tables = {}
    for name in ("decisions", "imports", "inbox", "sightings"):
        rows = map(json.loads, (folder / f"{name}.jsonl").read_text("utf-8").splitlines())
        tables[name] = {row["id"]: row for row in rows}
    return tables


def opened_as_found(now):
    return open_what_can_be_read(now, "en", "UTC", "CN")


@pytest.mark.parametrize("seed", DAMAGES)
def test_what_can_be_read_comes_out_and_the_rest_is_said_and_mended(book, viewer, now, tmp_path, seed):
    chance = Random(seed)
    with copies.opened(book):
        export_book(viewer, tmp_path / "before", now=now, is_remembered=False)
    whole = read_out(tmp_path / "before")
    spoil(book, sorted(chance.sample(pages_of_rows(book), chance.randint(1, 3))))
    with copies.opened(book):
        found = {finding.check: finding for finding in doctor()}
        assert CHECKS <= set(found) <= CHECKS | ONLY_WHERE_HIT

        report = export_book(opened_as_found(now), tmp_path / "out", now=now, is_remembered=False)
        told = json.loads((tmp_path / "out" / "book.json").read_text("utf-8"))["missing"]
        assert told == dict(report.missing)
        for name, rows in read_out(tmp_path / "out").items():
            assert all(row == whole[name][number] for number, row in rows.items())
            assert len(whole[name]) - len(rows) <= report.missing.get(name, 0)

        rebuilt = rebuild_book(opened_as_found(now), now=now)
        after = {finding.check: finding for finding in doctor()}
        assert after["database"].is_good and after["search"].is_good
        assert (rebuilt.before != "") or not rebuilt.missing
        assert not rebuilt.before or list(Path(rebuilt.before).iterdir())


def test_a_damaged_search_index_is_found_and_made_anew(book, viewer, now):
    with copies.opened(book):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE renmai_search_data SET block = X'00ff' WHERE id > 1")
        found = {finding.check: finding for finding in doctor()}
        assert found["search"].because.code == "doctor_search_damaged"
        rebuild_book(viewer, now=now)
        assert {finding.check for finding in doctor() if finding.is_good} >= {"database", "search", "me"}


def test_a_file_that_is_no_database_ends_no_check_and_is_not_thrown_away(book, now, monkeypatch):
    """Nor is any row looked for alone, which took half a minute and found none."""
    read, tried = exporting.RowReader._read, []
    monkeypatch.setattr(exporting.RowReader, "_read", lambda *asked: tried.append(asked) or read(*asked))
    book.write_bytes(b"this is no database " * 3_000)
    with copies.opened(book):
        found = {finding.check: finding for finding in doctor()}
        assert {"python", "space", "tables"} <= set(found)
        assert found["tables"].because.code == "doctor_damaged"
        with pytest.raises(NothingReadable):
            rebuild_book(opened_as_found(now), now=now)
    assert book.read_bytes().startswith(b"this is no database")
    assert not list(settings.HOME.glob("making-*"))
    assert 0 < len(tried) < 100
