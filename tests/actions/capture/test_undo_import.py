"""Undoing an import: its records go, with everything only they carried; what another held too stays (C1)."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.queue_import import queue_import
from renmai.actions.capture.undo_import import ImportRunning, undo_import
from renmai.domain.book.refusals import NoSuchImport
from tests.books import content, exactly, handles, person_called
from tests.traces import address_book, card, mailbox

ME = "me@example.org"


def letters(tmp_path, name: str, *lines: str):
    return mailbox(tmp_path / name, "\n".join(lines))


ONE = f"1 2026-01-05 {ME} > Ada <ada@example.org>"
TWO = f"2 2026-01-06 Ada Lovelace <ada@example.org> > {ME}"
THREE = f"3 2026-01-07 Eve <eve@example.org> > {ME}, Ada <ada@example.org>"


def test_undoing_the_last_import_restores_exactly_what_was(viewer, tmp_path, now):
    import_paths(viewer, [letters(tmp_path, "a", ONE)], now=now, me=[ME])
    before = exactly(viewer)
    cards = address_book(
        tmp_path / "c.vcf", card("1", "Ada King", "EMAIL:ada@example.org", "EMAIL:eve@example.org")
    )
    report = import_paths(viewer, [letters(tmp_path, "b", TWO, THREE), cards], now=now)
    assert person_called(viewer, "Ada King")

    undo_import(viewer, report.import_id, now=now)
    assert exactly(viewer) == before
    undo_import(viewer, report.import_id, now=now)
    assert exactly(viewer) == before


def test_what_another_import_held_too_stays_whichever_of_them_is_undone(viewer, tmp_path, now):
    first = import_paths(viewer, [letters(tmp_path, "a", ONE, TWO)], now=now, me=[ME])
    second = import_paths(viewer, [letters(tmp_path, "b", TWO, THREE)], now=now)
    undo_import(viewer, first.import_id, now=now)
    left = content(viewer)
    assert set(left["interactions"]) == {"2@example.org", "3@example.org"}

    import_paths(viewer, [letters(tmp_path, "a", ONE, TWO)], now=now)
    undo_import(viewer, second.import_id, now=now)
    assert set(content(viewer)["interactions"]) == {"1@example.org", "2@example.org"}


def test_when_a_newer_version_goes_the_one_before_holds_again(viewer, tmp_path, now):
    old = address_book(tmp_path / "old.vcf", card("1", "Ada Byron", "EMAIL:ada@example.org"))
    new = address_book(tmp_path / "new.vcf", card("1", "Ada Lovelace", "EMAIL:ada@work.example"))
    import_paths(viewer, [old], now=now)
    before = exactly(viewer)
    report = import_paths(viewer, [new], now=now)
    assert set(handles(viewer)) == {"mailto:ada@work.example"}

    undo_import(viewer, report.import_id, now=now)
    assert exactly(viewer) == before


def test_an_address_is_a_list_no_more_when_the_mail_that_said_so_is_gone(viewer, tmp_path, now):
    import_paths(viewer, [letters(tmp_path, "a", f"1 2026-01-05 {ME} > go@clubs.example")], now=now, me=[ME])
    before = exactly(viewer)
    said = "| List-Id: <chess.clubs.example> | List-Post: <mailto:chess@clubs.example>"
    report = import_paths(
        viewer, [letters(tmp_path, "b", f"2 2026-01-06 {ME} > chess@clubs.example {said}")], now=now
    )
    assert handles(viewer)["mailto:go@clubs.example"] == "list"

    undo_import(viewer, report.import_id, now=now)
    assert exactly(viewer) == before


def test_an_import_that_waits_or_is_not_there_cannot_be_undone(viewer, tmp_path, now):
    waiting = queue_import(viewer, name="x", upload=str(tmp_path / "x"), now=now)
    with pytest.raises(ImportRunning):
        undo_import(viewer, waiting, now=now)
    with pytest.raises(NoSuchImport):
        undo_import(viewer, 10**6, now=now)
