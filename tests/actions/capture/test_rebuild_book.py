"""A rebuild is safe on any day and gives the same numbers; killed, it has done no harm."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.domain.book.owners import Viewer
from renmai.domain.capture.records import RawRecord
from renmai.queries.capture.adapter import Adapter
from tests.books import content, exactly
from tests.built_once import built_once
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
SAID = "| List-Post: <mailto:chess@clubs.example>"


@pytest.fixture
@built_once
def book(viewer, tmp_path, now):
    letters = mailbox(
        tmp_path / "letters.mbox",
        f"""
        1 2026-01-05 {ME} > 张伟 <wei@example.cn>
        2 2026-01-06 张伟 <wei@example.cn> > {ME}
        3 2026-01-07 Ada <ada@example.org> > {ME}, chess@clubs.example {SAID}
        """,
    )
    cards = address_book(
        tmp_path / "cards.vcf", card("1", "张伟", "EMAIL:wei@example.cn", "TEL;TYPE=CELL:13800138000")
    )
    newer = address_book(tmp_path / "newer.vcf", card("1", "张伟", "EMAIL:wei@example.cn", "NOTE:同学"))
    import_paths(viewer, [letters, cards], now=now, me=[ME])
    import_paths(viewer, [newer], now=now)
    return viewer


def test_a_rebuild_changes_nothing(book, now):
    before, held = exactly(book), content(book)
    report = rebuild_book(book, now=now)

    assert exactly(book) == before
    assert content(book) == held
    assert (report.records, report.interactions, report.people) == (4, 3, 2)


class Killed(BaseException):
    """Stands for the end of the process."""


def test_a_rebuild_that_is_killed_is_completed_by_the_next(book, now, monkeypatch):
    before = content(book)
    understood = []

    def killed_at_the_third(self: Adapter, record: RawRecord):
        understood.append(record)
        if len(understood) == 3:
            raise Killed
        return adapt(self, record)

    adapt = Adapter.__call__
    monkeypatch.setattr(Adapter, "__call__", killed_at_the_third)
    with pytest.raises(Killed):
        rebuild_book(book, now=now)
    monkeypatch.undo()
    rebuild_book(book, now=now)

    assert content(book) == before


def test_a_rebuild_reads_numbers_in_the_region_the_owner_has_now(viewer, tmp_path, now):
    cards = address_book(tmp_path / "cards.vcf", card("1", "Ada", "TEL;TYPE=CELL:07400 123456"))
    import_paths(viewer, [cards], now=now)
    british = Viewer(owner_id=viewer.owner_id, language="en", time_zone="UTC", region="GB")
    rebuild_book(british, now=now)

    assert "tel:+447400123456" in content(viewer)["handles"]
