"""Upgrades: a book of any earlier migration becomes one of today, and loses nothing on the way."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

PARTS = (
    (7, 31, 5, "sender", 1_000, "mail"),
    (9, 31, 6, "to", 1_000, "mail"),
    (12, 32, 6, "to", 2_000, "call"),
)
"""Row id, interaction, mention, role; the moment and the kind of the interaction."""
LAST_ID = 40
"""Ids up to here were given out; those of rows that are gone are never given out again."""


def migrate(home: Path, *target: str) -> None:
    """Bring a book to a migration, as the installed program would."""
    environment = {**os.environ, "RENMAI_HOME": str(home), "DJANGO_SETTINGS_MODULE": "renmai.config.settings"}
    program = Path(sys.executable).with_name("django-admin")
    done = subprocess.run(
        [program, "migrate", "renmai", *target], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def add(book: sqlite3.Connection, table: str, **given: object) -> None:
    """Add a row; what is not given and may not be empty is a zero or no text."""
    needed = {
        name: "" if "char" in kind or kind == "text" else 0
        for _, name, kind, is_needed, default, is_key in book.execute(f"PRAGMA table_info({table})")
        if is_needed and not is_key and default is None
    }
    row = {**needed, **given}
    places = ", ".join("?" * len(row))
    columns = ", ".join(f'"{name}"' for name in row)
    book.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", list(row.values()))


def fill(home: Path) -> None:
    """Write acts with those who took part."""
    with sqlite3.connect(home / "renmai.sqlite3") as book:
        add(book, "renmai_owner", id=1, created_at="2026-01-01 00:00:00")
        add(book, "renmai_import", id=1, owner_id=1, created_at="2026-01-01 00:00:00")
        add(book, "renmai_inboxrecord", id=1, owner_id=1, of_import_id=1, fields="{}")
        for pk in (5, 6):
            add(book, "renmai_person", id=pk, owner_id=1)
            add(book, "renmai_mention", id=pk, owner_id=1, person_id=pk, key=f"m{pk}")
        for pk, at, kind in {(act, at, kind) for _, act, _, _, at, kind in PARTS}:
            add(
                book,
                "renmai_interaction",
                id=pk,
                owner_id=1,
                record_id=1,
                at_epoch_s=at,
                kind=kind,
                external_id=str(pk),
            )
        for pk, act, mention, role, *_ in PARTS:
            add(book, "renmai_participation", id=pk, interaction_id=act, mention_id=mention, role=role)
        book.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'renmai_participation'", [LAST_ID])


@pytest.fixture(scope="module")
def earlier(tmp_path_factory):
    """A book of the ninth migration, before a part told its moment."""
    home = tmp_path_factory.mktemp("earlier")
    migrate(home, "0009")
    fill(home)
    return home


@pytest.mark.parametrize("half_way", [None, "0011", "0012"])
def test_every_part_keeps_its_id_and_learns_its_moment(earlier, tmp_path, half_way):
    """Also where an earlier version of the program had added the columns, or had filled them already."""
    home = shutil.copytree(earlier, tmp_path / "book")
    if half_way:
        migrate(home, half_way)
    if half_way == "0012":
        with sqlite3.connect(home / "renmai.sqlite3") as book:
            book.execute("UPDATE renmai_participation SET at_epoch_s = 1, kind = 'mail'")
    migrate(home)

    with sqlite3.connect(home / "renmai.sqlite3") as book:
        columns = "id, interaction_id, mention_id, role, at_epoch_s, kind"
        kept = book.execute(f"SELECT {columns} FROM renmai_participation ORDER BY id").fetchall()
        assert tuple(kept) == PARTS
        assert book.execute("PRAGMA foreign_key_check").fetchall() == []
        add(book, "renmai_participation", interaction_id=31, mention_id=5)
        assert book.execute("SELECT MAX(id) FROM renmai_participation").fetchone() == (LAST_ID + 1,)
        indexes = {row[1] for row in book.execute("PRAGMA index_list(renmai_participation)")}
        assert "part_in_time" in indexes and "participation_of" not in indexes
