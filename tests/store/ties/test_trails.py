"""Acts in blocks and contact as kept: the same as is read of each person, whatever comes, goes or changes."""

from datetime import timedelta

import pytest
from django.db import connection

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_import import undo_import
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_me import record_me
from renmai.domain.capture.interactions import Role
from renmai.queries.pages.person import person_card
from renmai.store.models import ActBlock, Import, Person
from renmai.store.positions.routes import kept_routes, routes
from renmai.store.ties import act_blocks
from renmai.store.ties.events import events_of
from renmai.store.ties.trails import TrailDay, days_with
from renmai.upkeep.ties.ties import CONTACT_DAYS, fresh_ties
from tests.queries.books import ME, TODAY, Mailbox

DAY = TODAY.date()
EQUALS = (Role.ORGANISER, Role.ATTENDEE)
MEETING = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART:20260401T100000Z
DTEND:20260401T110000Z
SUMMARY:Tea
ORGANIZER:mailto:me@owner.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@books.example
ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bob@books.example
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Letters of several to several, copies on a list, a newsletter and a meeting; blocks of four acts."""
    monkeypatch.setattr(act_blocks, "ACTS_A_BLOCK", 4)
    box = Mailbox()
    box.rounds("Ada <ada@books.example>", [800, 300, 100, 100.2, 40])
    box.add("Bob <bob@books.example>", [ME, "ada@books.example"], 50, "And you?")
    box.add("Ada B <ada@work.example>", ["bob@books.example"], 30, cc=[ME])
    box.add("News <news@shop.example>", ME, 20, List_Unsubscribe="<mailto:off@shop.example>")
    box.add(ME, ["ada@work.example", "bob@books.example"], 10, cc=["ada@books.example"])
    paths = [tmp_path / "1.mbox", tmp_path / "2.mbox", tmp_path / "3.ics"]
    paths[0].write_bytes(b"".join(box.raw[:9]))
    paths[1].write_bytes(b"".join(box.raw))
    paths[2].write_text(MEETING)
    return paths


def whole_and_single(viewer) -> tuple[list, list]:
    """Return all events as the blocks have them, and as they are read of each person, whatever they go by."""
    until = viewer.end_of(DAY)
    ids = list(Person.objects.filter(is_me=False).values_list("pk", flat=True))
    tables = events_of(viewer.owner_id, until), events_of(viewer.owner_id, until, ids)
    return tuple(sorted(_named(table.to_pylist()), key=str) for table in tables)


def _named(events: list[dict]) -> list[dict]:
    """Name acts by where they first stand among all in order of time, as both readings hash in their way."""
    ordered = sorted(events, key=lambda each: (each["at_epoch_s"], each["sender"], each["recipient"]))
    acts = {None: None}
    for each in ordered:
        acts.setdefault(each["act"], len(acts))
    return [{**each, "act": acts[each["act"]], "reply_to": acts.get(each["reply_to"])} for each in ordered]


def days_by_person(viewer, person_id: int) -> list[TrailDay]:
    """Return the days of contact with somebody, counted act by act: no copies, no meeting not accepted."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT DISTINCT i.id, i.at_epoch_s, mine.role, p.role FROM renmai_participation p
            JOIN renmai_interaction i ON i.id = p.interaction_id AND i.nature = 'direct'
            JOIN renmai_participation mine ON mine.interaction_id = i.id
            JOIN renmai_mention m ON m.id = p.mention_id JOIN renmai_mention n ON n.id = mine.mention_id
            JOIN renmai_person me ON me.id = n.person_id AND me.is_me WHERE m.person_id = %s
            """,
            [person_id],
        )
        rows = cursor.fetchall()
    sides: dict[int, list] = {}
    for pk, at, my_role, their_role in rows:
        side = sides.setdefault(pk, [viewer.day_of(at), False, False])
        is_shared = my_role in EQUALS and their_role in EQUALS
        side[1] |= (my_role in (Role.SENDER, Role.ORGANISER) and their_role == Role.TO) or is_shared
        side[2] |= (their_role in (Role.SENDER, Role.ORGANISER) and my_role == Role.TO) or is_shared
    counted: dict[int, TrailDay] = {}
    for day, mine, theirs in sides.values():
        if (mine or theirs) and timedelta() <= DAY - day < timedelta(days=CONTACT_DAYS):
            _, out, back = counted.get(day.toordinal(), (0, 0, 0))
            counted[day.toordinal()] = TrailDay(day.toordinal(), out + mine, back + theirs)
    return sorted(counted.values())


def check(viewer) -> None:
    """Hold what is kept against what is read anew."""
    whole, single = whole_and_single(viewer)
    assert whole == single
    fresh_ties(viewer, viewer.end_of(DAY))
    others = Person.objects.filter(is_me=False, is_person=True).values_list("pk", flat=True)
    for person_id in others:
        assert days_with(viewer.owner_id, person_id) == days_by_person(viewer, person_id)
        found, kept = (
            routes(viewer.owner_id, [person_id], viewer.end_of(DAY)),
            kept_routes(viewer.owner_id, [person_id]),
        )
        assert sorted(found, key=str) == sorted(kept, key=str)


def test_what_is_kept_of_acts_is_what_is_read_of_each_person_through_every_change(viewer, files):
    import_paths(viewer, [files[0]], now=TODAY, me=[ME])
    check(viewer)
    import_paths(viewer, files[1:], now=TODAY + timedelta(minutes=1))
    check(viewer)
    ada = list(Person.objects.filter(name__startswith="Ada").order_by("pk").values_list("pk", flat=True))
    merge_people(viewer, ada[0], ada[1], now=TODAY + timedelta(minutes=2))
    check(viewer)
    record_me(viewer, ["bob@books.example"], now=TODAY + timedelta(minutes=3))
    check(viewer)
    undo_import(viewer, Import.objects.order_by("pk").first().pk, now=TODAY + timedelta(minutes=4))
    check(viewer)
    rebuild_book(viewer, now=TODAY + timedelta(minutes=5))
    check(viewer)
    assert ActBlock.objects.count() > 2


def test_only_a_block_whose_acts_changed_is_read_anew(viewer, files, monkeypatch):
    import_paths(viewer, [files[0]], now=TODAY, me=[ME])
    fresh_ties(viewer, viewer.end_of(DAY))
    read = []
    keep = act_blocks._keep
    monkeypatch.setattr(act_blocks, "_keep", lambda *span: read.append(span[1:]) or keep(*span))

    fresh_ties(viewer, viewer.end_of(DAY + timedelta(days=1)))
    assert read == []
    import_paths(viewer, [files[1]], now=TODAY)
    fresh_ties(viewer, viewer.end_of(DAY + timedelta(days=2)))
    assert len(read) == len(set(read)) < ActBlock.objects.count()


def test_two_years_of_contact_are_shown_by_week_and_by_quarter(viewer, files):
    import_paths(viewer, files[1:], now=TODAY, me=[ME])
    card = person_card(viewer, Person.objects.get(name="Bob").pk, today=DAY)

    assert sum(card.strip.from_me) == sum(mine for _, mine, _ in card.quarters) == 2
    assert sum(card.strip.from_them) == sum(theirs for _, _, theirs in card.quarters) == 1
