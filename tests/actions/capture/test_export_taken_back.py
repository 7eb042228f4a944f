"""A new book fed with one's own export is the same book, whatever was done in it (X1, C2)."""

from datetime import timedelta
from random import Random

import pytest
from django.db import transaction

from renmai.actions.book.restore_decision import restore_decision
from renmai.actions.book.undo_decision import undo_by_number
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.restore_book import restore_book
from renmai.actions.capture.undo_last import undo_last
from renmai.actions.lines.log_line import log_line
from renmai.actions.pages.export_with_sheets import export_with_sheets
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_agenda import record_agenda
from renmai.actions.people.record_birthday import record_birthday
from renmai.actions.people.record_name import record_name
from renmai.actions.people.record_own_note import record_own_note
from renmai.actions.people.record_person import record_person
from renmai.domain.book.refusals import Refused
from renmai.shapes.pages import book_files
from renmai.sources.ics import SOURCE as ICS
from renmai.sources.vcard import SOURCE as VCARD
from renmai.store.book import this_book
from renmai.store.models import Decision, InboxRecord, Person
from tests.actions.capture.test_backup_and_restore import precious
from tests.books import content, of_a_file
from tests.sources.reading import Room
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
ACTS = 40
LINES = ("昨天和张三吃饭，聊了融资，我答应周五前发他名单", "met Ada yesterday for lunch", "收了张三一盒茶")
pytestmark = of_a_file


@pytest.fixture
def viewer(transactional_db, viewer):
    return viewer


def brought_in(viewer, folder, now) -> None:
    cards = address_book(
        folder / "cards.vcf",
        card("1", "张三", "EMAIL:zs@example.cn", "BDAY:1980-04-20"),
        card("2", "Ada", "EMAIL:ada@example.org", "TEL:+44 20 7946 0958"),
    )
    letters = mailbox(
        folder / "l.mbox", f"1 2026-01-05 {ME} > zs@example.cn\n2 2026-01-06 Eve <e@x.org> > {ME}"
    )
    table = folder / "table"
    table.write_text("Kunde;Haus;Draht\n李雷;Acme;+86 138 0013 8000\n", "utf-8")
    columns = {"Kunde": "name", "Draht": "phone"}
    import_paths(viewer, [cards, letters], now=now, me=[ME])
    import_paths(viewer, [table], now=now, columns=columns)


def act(viewer, chance: Random, now) -> None:
    """Do something by chance; what is refused is no fault."""
    today = now.date()
    whom = chance.choice(list(Person.objects.filter(is_me=False, is_person=True).order_by("pk"))).pk
    other = chance.choice(list(Person.objects.filter(is_me=False, is_person=True).order_by("pk"))).pk
    decision = chance.choice(list(Decision.objects.order_by("pk").values_list("pk", flat=True)))
    chance.choice(
        [
            lambda: log_line(viewer, chance.choice(LINES), now=now, today=today, is_certain_only=True),
            lambda: record_own_note(viewer, whom, f"note, “{chance.random()}”\nsecond", now=now, on=today),
            lambda: record_agenda(viewer, whom, f"ask {chance.random()}", now=now, on=today),
            lambda: record_birthday(viewer, whom, "1990-08-16", is_lunar=True, now=now, on=today),
            lambda: record_name(viewer, whom, f"Name {chance.randrange(9)}", now=now),
            lambda: record_person(viewer, f"新人{chance.randrange(9)}", now=now),
            lambda: merge_people(viewer, whom, other, now=now),
            lambda: undo_last(viewer, now=now),
            lambda: undo_by_number(viewer, decision, now=now),
            lambda: restore_decision(viewer, decision, now=now),
        ]
    )()


@pytest.mark.parametrize("seed", range(3))
def test_whatever_was_done_in_a_book_is_in_the_book_of_its_export(viewer, tmp_path, now, seed):
    chance = Random(seed)
    brought_in(viewer, tmp_path, now)
    for number in range(ACTS):
        try:
            with transaction.atomic():
                act(viewer, chance, now + timedelta(minutes=number))
        except Refused:
            continue
    before, held = precious(), content(viewer)
    target = tmp_path / "out.zip"
    export_with_sheets(viewer, target, now=now, today=now.date(), as_files=book_files)
    Decision.objects.all().delete()
    InboxRecord.objects.all().delete()
    restore_book(target, now=now)

    assert precious() == before
    assert content(this_book.viewer_of_this_book()) == held


def test_everybody_and_every_day_is_written_for_other_programs(viewer, tmp_path, now):
    brought_in(viewer, tmp_path, now)
    zhang = Person.objects.get(name="张三")
    record_own_note(viewer, zhang.pk, "likes tea,\nnot coffee", now=now, on=now.date())
    log_line(viewer, LINES[0], now=now, today=now.date(), is_certain_only=True)
    written = export_with_sheets(
        viewer, tmp_path / "out", now=now, today=now.date(), as_files=book_files
    ).written
    cards, days = ((tmp_path / "out" / name).read_bytes() for name in ("people.vcf", "calendar.ics"))
    mentions = {mention.name: mention for mention in Room(VCARD).mentions(cards)}

    assert {"people.vcf", "calendar.ics"} <= set(written)
    assert Room(VCARD).problems(cards) == [] == Room(ICS).problems(days)
    assert {"张三", "Ada", "李雷"} <= set(mentions)
    assert set(map(str, mentions["Ada"].handles)) == {"mailto:ada@example.org", "tel:+442079460958"}
    assert ("birthday", "1980-04-20") in set(mentions["张三"].facts)
    assert ("note", "likes tea,\nnot coffee") in set(mentions["张三"].facts)
    assert "RRULE:FREQ=YEARLY" in days.decode() and "名单" in days.decode().replace("\r\n ", "")
