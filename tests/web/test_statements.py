"""Statements: no page of the URL conf asks the database more often when the book grows (issue 9, speed)."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from renmai.actions.asks.record_ask import record_ask
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_wish import record_wish
from renmai.actions.network.record_commendation import record_commendation
from renmai.actions.network.record_introducer import record_introducer
from renmai.actions.positions.record_position import record_position
from renmai.actions.reach.record_group import record_group
from renmai.actions.reach.record_group_entry import record_group_entry
from renmai.actions.reach.record_group_members import record_member
from renmai.actions.reach.record_met_through import record_met_through
from renmai.actions.ties.record_tier import record_tier
from renmai.actions.today.record_outcome import record_outcome
from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_promise import record_promise
from renmai.actions.together.terms import CooperationTerms
from renmai.actions.value.record_achievement import record_achievement
from renmai.actions.value.record_value import record_value
from renmai.domain.asks.asks import Request
from renmai.domain.ties.tiers import Tier
from renmai.domain.today.plan import PlanKind, key_of
from renmai.queries.pages.frame import frame_card
from renmai.store.models import Decision, Import, KeptCard, Person
from renmai.web.urls import urlpatterns
from tests.queries.books import ME, TODAY, Mailbox

DAY = TODAY.date()
LATE = {"now": TODAY, "on": DAY - timedelta(days=40)}
FEW, SMALL, LARGE = 3, 26, 52
"""In the small book every list that is cut is full already: what follows of it is asked for in both."""
TIERS = (Tier.KEY, Tier.CLOSE, Tier.WIDER)
OFTEN = {
    "people": ("", "?view=strong", "?view=pseudo", "?tier=50", "?q=example", "?page=2"),
    "ask": ("", "?person={person_id}"),
    "cooperation": ("", "?as=list"),
    "path": ("", "?to=Ann0"),
    "find": ("?q=Ann",),
    "introducers": ("", "?q=Ann"),
    "cooperation_with": ("", "?q=Ann"),
    "person": ("", "?page=2"),
}
"""What an address may say beside its path; every other one is asked for as it is."""
SECOND = "people?page=2"
MADE_BY_THE_WORKER = ("today", "network", "channels", "accuracy", "leaving", "past_leaving")
LEAST_PAGES = 36
"""So many addresses answer a look; with fewer, this file would have lost some."""


class Book:
    """A book that grows by people who all have the same past with the owner, in letters and in notes."""

    def __init__(self, viewer, folder) -> None:
        self.viewer, self.folder, self.people = viewer, folder, 0
        record_position(viewer, None, organisation="Owner", host="owner.example", on=DAY, now=TODAY)
        terms = {"fee": "300 CNY", "renews_on": DAY}
        self.group = record_group(viewer, "Alumni", terms, **LATE)

    def grow(self, people: int) -> None:
        """Bring the book up to so many people."""
        box = Mailbox()
        box.raw = [b""] * (1000 * self.people)
        added = range(self.people, people)
        for number in added:
            address = f"Ann{number} Lee <ann{number}@place{number}.example>"
            box.rounds(address, range(300 - number, 20, -60))
            box.add(address, ME, 3, "Could you send me the plan? We need a printer.", subject="Plan")
            box.add(
                address, ME, 40, "Hello.", cc=[f"ann{max(0, number - 1)}@place{max(0, number - 1)}.example"]
            )
        box.imported(self.viewer, self.folder)
        ids = [Person.objects.get(name=f"Ann{number} Lee").pk for number in added]
        for number, person_id in zip(added, ids, strict=True):  # before any note makes a tie stale
            request = Request(what=f"A room {number}", size="small")
            record_ask(self.viewer, person_id, request, because="It is due", **LATE)
        before = None
        for number, person_id in zip(added, ids, strict=True):
            self._noted(number, person_id, before)
            before = person_id
        self.people = people

    def _noted(self, number: int, person_id: int, before: int | None) -> None:
        viewer, late = self.viewer, LATE
        record_favour(viewer, person_id, f"A map {number}", is_from_me=False, **late)
        record_favour(viewer, person_id, f"A lift {number}", is_from_me=True, **late)
        record_wish(viewer, person_id, f"A boat {number}", size="small", until=DAY, **late)
        record_promise(viewer, person_id, f"The plan {number}", due_on=DAY, **late)
        record_cooperation(viewer, person_id, CooperationTerms(title=f"A fair {number}"), **late)
        record_value(viewer, person_id, "need", f"a printer for posters {number}", **late)
        record_value(viewer, person_id, "offer", f"a workshop with tools {number}", **late)
        record_value(viewer, None, "offer", f"printing posters {number}", **late)
        record_achievement(viewer, f"A fair held {number}", **late)
        record_introducer(viewer, person_id, before, **late)
        record_member(viewer, self.group, person_id, **late)
        record_group_entry(viewer, self.group, "gave", f"A talk {number}", **late)
        if number % 2:
            record_met_through(viewer, [person_id], "", group=self.group, **late)
        record_commendation(viewer, person_id, f"Good work {number}", **late)
        record_position(viewer, person_id, organisation=f"Place {number}", **late)
        record_tier(viewer, person_id, TIERS[number % 3], **late)
        key = key_of(PlanKind.COOLING, f"mailto:ann{number}@place{number}.example", "long ago")
        record_outcome(viewer, key, now=TODAY - timedelta(days=99))

    def addresses(self) -> dict[str, str]:
        """Return every address that somebody may look at, by what it shows."""
        rows = {
            "person_id": Person.objects.get(name="Ann1 Lee").pk,
            "number": Decision.objects.filter(kind="cooperation").earliest("pk").pk,
            "group": self.group,
            "import_id": Import.objects.earliest("pk").pk,
            "form": "json",
        }
        found = {}
        for pattern in urlpatterns:
            names = pattern.pattern.converters
            if names.keys() <= rows.keys():
                path = reverse(pattern.name, kwargs={name: rows[name] for name in names})
                for query in OFTEN.get(pattern.name, ("",)):
                    found[f"{pattern.name}{query}"] = path + query.format(**rows)
        return found


@pytest.fixture
def growing(viewer, tmp_path, monkeypatch):
    """A book of a few people, looked at on the day of its letters."""
    monkeypatch.setenv("RENMAI_TODAY", DAY.isoformat())
    book = Book(viewer, tmp_path)
    book.grow(FEW)
    return book


def statements(owner, addresses: dict[str, str]) -> dict[str, int]:
    """Return how many statements each page takes where no card is kept but what the worker makes.

    The day's plan is made anew where it is the page, and its frame on every page.
    """
    for name in MADE_BY_THE_WORKER:
        owner.get(addresses[name])
    counted = {}
    for name, address in addresses.items():
        KeptCard.objects.filter(name__in={"frame", name}).delete()
        with CaptureQueriesContext(connection) as asked:
            answer = owner.get(address)
        if answer.status_code == HTTPStatus.OK:
            counted[name] = len(asked)
    return counted


def test_no_page_asks_more_often_in_a_book_twice_as_large(owner, growing):
    """Every address of the URL conf that answers a look is asked for."""
    growing.grow(SMALL)
    small = statements(owner, growing.addresses())
    growing.grow(LARGE)
    large = statements(owner, growing.addresses())

    assert len(small) >= LEAST_PAGES and large.keys() == small.keys()
    assert large[SECOND] <= large["people"] and small.pop(SECOND)  # of the small book nobody is on it
    more = {name: (count, large[name]) for name, count in small.items() if large[name] > count}
    assert more == {}, "statements in the small and in the large book"


def test_the_frame_takes_six_statements_at_most_and_what_is_noted_of_somebody_is_read_once(owner, growing):
    address = reverse("person", args=[Person.objects.get(name="Ann1 Lee").pk])
    owner.get(address)

    with CaptureQueriesContext(connection) as asked:
        frame_card(growing.viewer, today=DAY)
    assert len(asked) <= 6
    with CaptureQueriesContext(connection) as asked:
        owner.get(address)
    reading = [each["sql"] for each in asked if "FROM renmai_decision d" in each["sql"]]
    of_them = [sql for sql in reading if "d.anchor IN" in sql and "ann1@place1" in sql]
    assert len(of_them) == 1, "and no noun reads by itself what was noted of somebody"
    assert len(asked) <= 66, "a domain costs five, twice; what letters promise and hand in, five"
