"""One person erased everywhere: not one byte of theirs stays, no import and no restore brings them back."""

import re
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from renmai.actions.book.backup_book import backup_book
from renmai.actions.book.export_book import export_book
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.erase_from_files import finish_erasures
from renmai.actions.capture.erase_person import erase_person
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.restore_book import restore_book
from renmai.actions.network.record_introducer import record_introducer
from renmai.actions.people.merge_people import merge_people
from renmai.actions.value.record_value import record_value
from renmai.queries.book.doctor import doctor
from renmai.queries.capture.erasure_plan import NotToBeErased, erasure_card
from renmai.queries.today.page import today_card
from renmai.store.book import copies
from renmai.store.models import Decision, InboxRecord, Interaction, Mention, Person
from tests.books import of_a_file, person_called
from tests.traces import address_book, card

ME = "me@example.org"
NUMBER = "Her number is +86 139-1234 5678, or canary@nest.example."
ANSWER = "In-Reply-To: <1.canary@nest.example>\n"
CANARIES = (
    re.compile(rb"canary@nest\.example", re.IGNORECASE),
    re.compile(rb"canary\.bird@cage\.example", re.IGNORECASE),
    re.compile(rb"Canary\s+Bird|Bird,\s*Canary|Bird;Canary", re.IGNORECASE),
    re.compile("金丝雀".encode()),
    re.compile(rb"139[\s().-]*1234[\s().-]*5678"),
    re.compile(rb"yellow feathers"),
)
MAIL = (
    "From x Mon Jan  5 10:00:00 2026\nFrom: {0}\nTo: {1}\nSubject: {2}\n"
    "Date: Mon, {3} Jan 2026 10:00:00 +0000\nMessage-ID: <{4}>\n{6}\n{5}\n\n"
)
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:meeting-1\r\nDTSTART:20260110T100000Z\r\n"
    "DTEND:20260110T110000Z\r\nSUMMARY:Plans with Canary Bird\r\nORGANIZER;CN=Bo:mailto:bo@example.org\r\n"
    "ATTENDEE;CN=Canary Bird:mailto:canary@nest.example\r\nATTENDEE;CN=Me:mailto:me@example.org\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def letters() -> str:
    bird, bo, me = "Canary Bird <canary@nest.example>", "Bo <bo@example.org>", f"Me <{ME}>"
    return "".join(
        MAIL.format(*each)
        for each in (
            (bird, me, "Songs", 5, "1.canary@nest.example", "I sang of yellow feathers all morning.", ""),
            (me, bird, "Re: Songs", 6, "2@example.org", "A fine song.", ANSWER),
            (bo, f"{me}, {bird}", "Cage", 7, "3@example.org", "Canary Bird will open the cage for us.", ""),
            (bo, me, "Number", 8, "4@example.org", NUMBER, ""),
            (bo, me, "Weather", 9, "5@example.org", "It rains here, and nothing else is new.", ""),
        )
    )


@pytest.fixture
def viewer(transactional_db, viewer):
    """The owner of a book that other connections see; its backups are its own."""
    shutil.rmtree(copies.folder(), ignore_errors=True)
    yield viewer
    shutil.rmtree(copies.folder(), ignore_errors=True)


@pytest.fixture
def files(tmp_path) -> list[Path]:
    cards = address_book(
        tmp_path / "cards of Canary Bird.vcf",
        card(
            "1", "Canary Bird", "EMAIL:canary@nest.example", "TEL:+86 139 1234 5678", "NOTE:yellow feathers"
        ),
        card("2", "金丝雀", "EMAIL:canary.bird@cage.example"),
        card("3", "Bo", "EMAIL:bo@example.org", "NOTE:met through Canary Bird"),
    )
    (tmp_path / "letters.mbox").write_text(letters())
    (tmp_path / "work.ics").write_text(EVENT)
    return [cards, tmp_path / "letters.mbox", tmp_path / "work.ics"]


@pytest.fixture
def book(viewer, files, now):
    """A book in which the canary left traces in every table that keeps something of people."""
    import_paths(viewer, files, now=now, me=[ME])
    bird, golden, bo = (person_called(viewer, name) for name in ("Canary Bird", "金丝雀", "Bo"))
    merge_people(viewer, bird.pk, golden.pk, now=now)
    record_value(viewer, bird.pk, "need", "yellow feathers", now=now, on=now.date())
    undone = record_value(viewer, bird.pk, "offer", "songs of yellow feathers", now=now, on=now.date())
    undo_decision(viewer, undone, now=now)
    record_value(viewer, bo.pk, "need", "a cage for Canary Bird", now=now, on=now.date())
    record_introducer(viewer, bo.pk, bird.pk, now=now, on=now.date())
    uploads = settings.HOME / "uploads" / "abc"
    uploads.mkdir(parents=True, exist_ok=True)
    (uploads / "letters.mbox").write_text(letters())
    today_card(viewer, today=now.date())
    return viewer


def found(folder: Path) -> list[tuple[str, bytes]]:
    """Look byte by byte through a folder; return in which file which canary still is."""
    return [
        (str(path.relative_to(folder)), canary.pattern)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for canary in CANARIES
        if canary.search(path.read_bytes())
    ]


def break_off(*_asked, **_named) -> None:
    raise KeyboardInterrupt


def refuse(path: Path, **named) -> None:
    if not named.get("ignore_errors"):
        raise PermissionError(path)


def bird_of(viewer) -> int:
    return Mention.objects.filter(owner_id=viewer.owner_id, name="Canary Bird").first().person_id


def test_not_one_byte_of_somebody_erased_stays_in_the_folder(book, files, now, tmp_path):
    assert found(settings.HOME)
    card = erasure_card(book, bird_of(book))
    assert (card.records_gone, card.decisions_gone) == (4, 4)
    erase_person(book, bird_of(book), now=now)
    assert found(settings.HOME) == []
    assert not Person.objects.filter(name__in=("Canary Bird", "金丝雀")).exists()


def test_what_others_said_and_did_stays(book, now):
    erase_person(book, bird_of(book), now=now)
    acts = dict(Interaction.objects.values_list("subject", "excerpt"))
    assert set(acts) == {"Cage", "Number", "Weather", "Plans with […]"}
    assert acts["Weather"] == "It rains here, and nothing else is new."
    assert acts["Cage"] == "[…] will open the cage for us."
    assert {person.name for person in Person.objects.all()} == {"Bo", "Me"}
    (need,) = Decision.objects.filter(kind="value", undone_at=None)
    assert need.payload["text"] == "a cage for […]"


def test_a_mail_between_many_still_counts_between_those_who_stay(book, now):
    before = Interaction.objects.get(subject="Cage").participations.count()
    erase_person(book, bird_of(book), now=now)
    act = Interaction.objects.get(subject="Cage")
    names = set(act.participations.values_list("mention__person__name", flat=True))
    assert (before, names) == (3, {"Bo", "Me"})
    meeting = Interaction.objects.get(subject="Plans with […]")
    assert set(meeting.participations.values_list("mention__person__name", flat=True)) == {"Bo", "Me"}


def test_the_next_import_does_not_bring_them_back(book, files, now):
    erase_person(book, bird_of(book), now=now)
    records = InboxRecord.objects.count()
    report = import_paths(book, files[1:], now=now + timedelta(days=1))
    look = import_paths(book, files, now=now, is_dry_run=True)
    import_paths(book, files[:1], now=now + timedelta(days=1))
    assert (report.people_new, look.people_new) == (0, 0)
    assert report.records_new <= 1, "only a mail that names them in its text differs from what is kept"
    assert InboxRecord.objects.count() <= records + 2
    names = {person.name for person in Person.objects.all()}
    assert names == {"Bo", "Me"}


@of_a_file
def test_files_made_here_are_cleaned_or_removed_and_others_are_not_touched(book, now, tmp_path):
    export_book(book, tmp_path / "out", now=now)
    export_book(book, tmp_path / "out.zip", now=now)
    plain = backup_book(now=now, to=tmp_path / "safe").path
    closed = backup_book(now=now, to=tmp_path / "safe", passphrase="word").path
    own = backup_book(now=now).path
    (tmp_path / "mine.txt").write_text("Canary Bird")
    report = erase_person(book, bird_of(book), now=now)
    assert set(report.files.removed) == {str(tmp_path / "out"), str(tmp_path / "out.zip"), closed}
    assert set(report.files.cleaned) == {plain, own}
    assert report.files.left == ()
    assert found(tmp_path / "safe") == [] and found(settings.HOME) == []
    assert (tmp_path / "mine.txt").read_text() == "Canary Bird"
    copies.look_through(Path(plain))


@of_a_file
def test_an_erasure_that_broke_off_is_finished_in_the_files_made_here(book, now, tmp_path, monkeypatch):
    export_book(book, tmp_path / "out", now=now)
    backup_book(now=now, to=tmp_path / "safe", passphrase="word")
    backup_book(now=now)
    with monkeypatch.context() as broken:
        broken.setattr("renmai.actions.capture.erase_person.erase_from_files", break_off)
        with pytest.raises(KeyboardInterrupt):
            erase_person(book, bird_of(book), now=now)
    assert not Person.objects.filter(name="Canary Bird").exists()
    assert found(tmp_path / "out") and found(settings.HOME)
    (said,) = [finding for finding in doctor() if finding.check == "erasures"]
    assert (said.is_good, said.because.numbers["count"]) == (False, 3)
    files = finish_erasures(book, now=now)
    assert (len(files.removed), len(files.cleaned), files.left) == (2, 1, ())
    assert not (tmp_path / "out").exists() and found(settings.HOME) == []
    assert "erasures" not in {finding.check for finding in doctor()}
    assert finish_erasures(book, now=now).removed == ()


@of_a_file
def test_a_file_out_of_reach_stays_to_be_cleaned_until_it_is_reached(book, now, tmp_path, monkeypatch):
    export_book(book, tmp_path / "out", now=now)
    with monkeypatch.context() as refused:
        refused.setattr("renmai.actions.capture.erase_from_files.shutil.rmtree", refuse)
        assert erase_person(book, bird_of(book), now=now).files.left == (str(tmp_path / "out"),)
    assert finish_erasures(book, now=now).removed == (str(tmp_path / "out"),)
    assert not (tmp_path / "out").exists()


@of_a_file
def test_a_restore_applies_erasures_again(book, now, tmp_path):
    taken = tmp_path / "taken away.sqlite3"
    shutil.copyfile(backup_book(now=now, to=tmp_path / "safe").path, taken)
    erase_person(book, bird_of(book), now=now)
    assert found(tmp_path) != []
    report = restore_book(taken, now=now + timedelta(days=1))
    assert report.erased_again == 1
    assert found(settings.HOME) == []
    assert {person.name for person in Person.objects.all()} == {"Bo", "Me"}


@of_a_file
def test_only_keyed_digests_stay(book, now):
    erase_person(book, bird_of(book), now=now)
    with sqlite3.connect(connection.settings_dict["NAME"]) as copy:
        rows = copy.execute("SELECT key, digest FROM renmai_erasure").fetchall()
    assert len({key for key, _ in rows}) == 1
    assert all(re.fullmatch("[0-9a-f]{64}", text) for row in rows for text in row)


def test_the_owner_is_not_erased(book, now):
    me = Person.objects.get(is_me=True)
    with pytest.raises(NotToBeErased):
        erase_person(book, me.pk, now=now)
    assert Person.objects.filter(is_me=True).exists()
