"""What was undone is gone from the file, byte for byte."""

from pathlib import Path

import pytest
from django.db import connection

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.undo_import import undo_import
from renmai.store.book.bulk import is_sqlite
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
CANARY = "Xyzzyplugh"


def bytes_of_the_book() -> bytes:
    """Return everything SQLite has written down, its journal too."""
    path = Path(str(connection.settings_dict["NAME"]))
    return b"".join(each.read_bytes() for each in path.parent.glob(path.name + "*"))


@pytest.mark.django_db(transaction=True)
def test_after_an_undo_no_byte_of_an_import_is_left(viewer, tmp_path, now):
    lines = [f"{n} 2026-01-05 Ada{n} <ada{n}@example.org> > {ME}" for n in range(300)]
    import_paths(viewer, [mailbox(tmp_path / "a", "\n".join(lines))], now=now, me=[ME])
    secrets = [
        f"s{n} 2026-02-01 {CANARY}{n} <{CANARY.lower()}{n}@example.org> > {ME} | Subject: {CANARY}"
        for n in range(300)
    ]
    cards = address_book(tmp_path / "c", card("1", CANARY, f"NOTE:{CANARY} {CANARY * 2000}"))
    report = import_paths(viewer, [mailbox(tmp_path / "b", "\n".join(secrets)), cards], now=now)
    if not is_sqlite():
        return
    assert CANARY.encode() in bytes_of_the_book()

    undo_import(viewer, report.import_id, now=now)

    left = bytes_of_the_book()
    assert [left[at - 60 : at + 60] for at in (left.find(CANARY.encode()),) if at >= 0] == []
    assert [left[at - 60 : at + 60] for at in (left.find(CANARY.lower().encode()),) if at >= 0] == []
