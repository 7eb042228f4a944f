"""A small file brings no more than is in proportion to it, and the disk is never filled to its end."""

import gzip

import pytest

from renmai.actions.capture import import_run
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.sources import budget
from renmai.sources.ics import read
from renmai.store.book import this_book
from renmai.store.models import InboxRecord, Interaction, Person
from tests.faults.damage import calendar, card, event, mail, mbox

DAILY = "RRULE:FREQ=DAILY;COUNT=400\r\nORGANIZER:mailto:me@example.org\r\n"


@pytest.fixture
def series(tmp_path):
    """Sixty daily series of four hundred meetings, with room for about a quarter of them."""
    path = tmp_path / "series.ics"
    path.write_bytes(calendar(*(event(f"e{number}", DAILY) for number in range(60))))
    return path


def test_series_beyond_the_budget_of_their_file_are_taken_once_and_told(viewer, series, now, monkeypatch):
    monkeypatch.setattr(read, "FREE_UNITS", 60_000)
    report = import_paths(viewer, [series], now=now, me=["me@example.org"])
    acts = Interaction.objects.count()

    cut = [problem for problem in report.problems if problem.code == "ics_series_not_followed"]
    assert InboxRecord.objects.count() == 60
    assert 30 <= len(cut) < 60
    assert acts == 400 * (60 - len(cut)) + len(cut)

    rebuild_book(viewer, now=now)
    assert Interaction.objects.count() == acts


def test_an_ordinary_calendar_is_never_cut(viewer, series, now):
    report = import_paths(viewer, [series], now=now, me=["me@example.org"])

    assert "ics_series_not_followed" not in {problem.code for problem in report.problems}
    assert Interaction.objects.count() == 400 * 60


def test_a_zone_longer_than_any_is_not_kept_with_each_event(viewer, tmp_path, now):
    zone = "BEGIN:VTIMEZONE\r\nTZID:Odd\r\n" + "COMMENT:x\r\n" * 20_000 + "END:VTIMEZONE\r\n"
    odd = event("e").replace("DTSTART:", "DTSTART;TZID=Odd:").replace("100000Z", "100000")
    (tmp_path / "zone.ics").write_bytes(calendar(zone, odd))

    report = import_paths(viewer, [tmp_path / "zone.ics"], now=now)

    assert "ics_zone_too_long" in {problem.code for problem in report.problems}
    assert len(InboxRecord.objects.get().fields) < 2_000


DENSE = {
    "blank.vcf": (card("Ada Before"), "\n"),
    "short.vcf": (card("Ada Before"), "BEGIN:VCARD\nFN:A\nEND:VCARD\n"),
    "rows.csv": ("Name,E-mail 1 - Value\nAda Before,ada@example.org\n", ",\n"),
    "letters.mbox": ("", "From a Mon Mar  2 10:00:00 2026\nFrom: a@b.example\n\n"),
}


@pytest.mark.parametrize("name", DENSE)
def test_a_packed_file_of_many_short_lines_is_broken_off_and_the_next_is_read(
    viewer, tmp_path, now, monkeypatch, name
):
    """A tenth of the usual budget: lines and records count beside bytes, since each takes its time."""
    monkeypatch.setattr(budget, "FREE_BYTES", 6 << 20)
    monkeypatch.setattr(budget, "FREE_UNITS", 200_000)
    head, piece = DENSE[name]
    packed, good = tmp_path / f"{name}.gz", tmp_path / "good.vcf"
    packed.write_bytes(gzip.compress((head + piece * (4_000_000 // len(piece))).encode()))
    good.write_text(card("Bo Behind"))

    report = import_paths(viewer, [packed, good], now=now)

    codes = {problem.code for problem in report.problems if problem.file.startswith(name)}
    assert codes & {"archive_bomb", "import_out_of_proportion"}
    assert report.records_read < 10_000
    assert Person.objects.filter(name="Bo Behind").exists()


def test_many_archives_together_are_laid_open_in_proportion_to_all_of_them(
    viewer, tmp_path, now, monkeypatch
):
    monkeypatch.setattr(budget, "FREE_BYTES", 6 << 20)
    note = card("Ada").replace("EMAIL:", f"NOTE:{'x' * (5 << 20)}\r\nEMAIL:").encode()
    for number in range(8):
        (tmp_path / f"{number}.vcf.gz").write_bytes(gzip.compress(note))

    report = import_paths(viewer, [tmp_path], now=now)

    bombs = [problem.file for problem in report.problems if problem.code == "archive_bomb"]
    assert len(bombs) >= 6


def test_acts_are_in_proportion_to_the_files_whatever_their_source(viewer, tmp_path, now, monkeypatch):
    monkeypatch.setattr(budget, "FREE_UNITS", 2_000)
    people = ", ".join(f"p{number}@example.org" for number in range(200))
    letters = [mail(f"m{number}").replace("To: me@example.org", f"To: {people}") for number in range(90)]
    (tmp_path / "crowd.mbox").write_bytes(mbox(*letters))
    (tmp_path / "crowd.mbox.gz").write_bytes(gzip.compress((tmp_path / "crowd.mbox").read_bytes()))
    monkeypatch.setattr(import_run, "RECORDS_A_BATCH", 10)

    packed = import_paths(viewer, [tmp_path / "crowd.mbox.gz"], now=now)
    assert "import_out_of_proportion" in {problem.code for problem in packed.problems}
    assert packed.records_read < 45

    plain = import_paths(viewer, [tmp_path / "crowd.mbox"], now=now)
    assert (plain.records_read, plain.problems) == (90, ())


def test_an_import_stops_before_the_disk_is_full_and_says_so(viewer, tmp_path, now, monkeypatch):
    path = tmp_path / "two.mbox"
    path.write_bytes(mbox(mail("first"), mail("second"), mail("third")))
    monkeypatch.setattr(import_run, "RECORDS_A_BATCH", 1)
    room = iter([10**9, 10**9, 5_000_000])
    monkeypatch.setattr(this_book, "free_bytes", lambda: next(room))

    report = import_paths(viewer, [path], now=now)

    assert (report.state, InboxRecord.objects.count()) == ("stopped", 2)
    [problem] = report.problems
    assert (problem.code, problem.numbers) == ("disk_nearly_full", {"free_mb": 5})
