"""Giving first, asking, thanking, by both doors and in both languages (V5, V6, V7)."""

import json
import re
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone, translation
from typer.testing import CliRunner

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.record_settings import record_settings
from renmai.actions.today.plan_day import plan_day
from renmai.cli.app import app
from renmai.store.models import Decision
from renmai.web.frame.links import make_link
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import TODAY, Mailbox
from tests.traces import address_book, card

pytestmark = pytest.mark.django_db(transaction=True)

DAY = TODAY.date()
EN, ZH = "en", "zh-hans"


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Ada, an acquaintance; Nova, whom one hardly reaches; Bob, a friend of long standing who prints."""
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", [200, 160, 120, 90, 60, 41, 33, 22, 10, 2])
    box.rounds("Bob Marsh <bob@mill.example>", range(6, 360, 12))
    nova = "Nova Star <nova@fame.example>"
    box.rounds(nova, [300])
    for days in (280, 250, 220, 190, 160, 130, 100, 70, 40, 12):
        box.add("me@owner.example", nova, days, "I liked your talk.", subject=f"Talk {days}")
    box.imported(viewer, tmp_path)
    printer = card("1", "Bob Marsh", "EMAIL:bob@mill.example", "TITLE:printer of business cards")
    import_paths(viewer, [address_book(tmp_path / "bob.vcf", printer)], now=TODAY)
    plan_day(viewer, today=TODAY.date())
    return viewer


class ByCommand:
    """The command line."""

    def __init__(self, viewer, monkeypatch, language: str) -> None:
        self.language = language

    def _run(self, *words: object, day: date) -> object:
        result = CliRunner().invoke(app, [*map(str, words), "--today", day.isoformat(), "--json"])
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    def gave(self, name: str, what: str, *, day: date) -> None:
        self._run("favour", "add", name, what, "--given", day=day)

    def check(self, name: str, what: str, *, size: str, why: str, day: date) -> tuple[str, str]:
        found = self._run("ask", name, what, "--size", size, "--why-them", why, day=day)
        assert found.keys() == {"verdict", "until", "reasons", "better_people", "give_first"}
        said = [each["sentence"] for each in (*found["reasons"], *found["give_first"])]
        return found["verdict"], " ".join([*said, *(each["name"] for each in found["better_people"])])

    def record(self, name: str, what: str, *, size: str, why: str, day: date, because: str = "") -> None:
        more = ("--because", because) if because else ()
        self._run("ask", "record", name, what, "--size", size, "--why-them", why, *more, day=day)

    def keep(self, name: str, what: str, *, until: date, day: date) -> None:
        self._run("ask", "wish", name, what, "--until", until.isoformat(), day=day)

    def end(self, outcome: str, *, day: date) -> None:
        (open_ask,) = (each for each in self._run("ask", day=day)["asks"] if each["outcome"] is None)
        self._run("ask", "end", open_ask["id"], outcome, day=day)

    def thank(self, name: str, *, day: date) -> None:
        (owed,) = self._run("favour", name, day=day)["thanks_owed"]
        self._run("favour", "thank", owed, day=day)

    def ledger(self, name: str, *, day: date) -> list[tuple[str, str]]:
        return [(row["side"], row["what"]) for row in self._run("favour", name, day=day)["rows"]]

    def today(self, *, day: date) -> str:
        items = self._run("today", day=day)["items"]
        return " ".join(
            f"{each['kind']} {each['name']} {each['because'][0]['sentence']} {each['draft']}"
            for each in items
        )

    def undo(self, *, day: date) -> None:
        assert CliRunner().invoke(app, ["undo"]).exit_code == 0


class ByPage:
    """The web page."""

    MARKS = {"go": "go", "wait": "wait", "stop": "better_not"}

    def __init__(self, viewer, monkeypatch, language: str) -> None:
        self.viewer, self.monkeypatch, self.language, self.client = viewer, monkeypatch, language, Client()
        self.client.get(f"/enter/{make_link(settings.HOME, now=timezone.now())}/")

    def _page(self, address: str, fields: dict | None = None, *, day: date) -> str:
        self.monkeypatch.setenv("RENMAI_TODAY", day.isoformat())
        answer = self.client.get(address, fields or {})
        assert answer.status_code == 200
        return answer.content.decode()

    def _send(self, address: str, fields: dict, *, day: date) -> str:
        self.monkeypatch.setenv("RENMAI_TODAY", day.isoformat())
        answer = self.client.post(address, fields, follow=True)
        assert answer.status_code == 200
        return answer.content.decode()

    def _id(self, name: str) -> int:
        return person_called(self.viewer, name).pk

    def gave(self, name: str, what: str, *, day: date) -> None:
        fields = {"side": "gave", "favour": what, "size": "middle"}
        assert what in self._send(f"/people/{self._id(name)}/favour/", fields, day=day)

    def _fields(self, name: str, what: str, size: str, why: str) -> dict:
        return {"person": self._id(name), "to": "", "what": what, "size": size, "why": why}

    def check(self, name: str, what: str, *, size: str, why: str, day: date) -> tuple[str, str]:
        page = self._page("/ask/", self._fields(name, what, size, why), day=day)
        (tone,) = re.findall(r'class="verdict verdict-(\w+)', page)
        return self.MARKS[tone], re.sub(r"<[^>]+>", "", page)

    def record(self, name: str, what: str, *, size: str, why: str, day: date, because: str = "") -> None:
        fields = {**self._fields(name, what, size, why), "because": because}
        assert what in self._send("/ask/record/", fields, day=day)

    def keep(self, name: str, what: str, *, until: date, day: date) -> None:
        fields = {**self._fields(name, what, "middle", ""), "until": until.isoformat()}
        self._send("/ask/keep/", fields, day=day)

    def end(self, outcome: str, *, day: date) -> None:
        (ask_id,) = set(
            re.findall(
                r"(?s)/ask/(\d+)/ended/(?:(?!</form>).)*value=\"granted\"", self._page("/ask/past/", day=day)
            )
        )
        self._send(f"/ask/{ask_id}/ended/", {"outcome": outcome}, day=day)

    def thank(self, name: str, *, day: date) -> None:
        page = self._page("/favours/", day=day)
        (favour_id,) = set(re.findall(r"/favours/(\d+)/thanked/", page))
        self._send(f"/favours/{favour_id}/thanked/", {"next": "/favours/"}, day=day)

    def ledger(self, name: str, *, day: date) -> list[tuple[str, str]]:
        page = self._page(f"/people/{self._id(name)}/", day=day)
        section = page.partition('id="ledger"')[2].partition("</section>")[0]
        row = r"<li>\s*<time.*?</time>\s*<span>\s*<span[^>]*>\s*(.*?)\s*</span>.*?small (me|them)"
        rows = re.findall(row, section, re.DOTALL)
        return [({"me": "given", "them": "received"}[side], what) for what, side in rows]

    def today(self, *, day: date) -> str:
        return re.sub(r'data-kind="(\w+)"[^>]*>', r"\1 ", self._page("/", day=day))

    def undo(self, *, day: date) -> None:
        newest = Decision.objects.filter(undone_at=None).order_by("-pk").first()
        self._send(f"/decisions/{newest.pk}/undo/", {"next": "/ask/past/"}, day=day)


@pytest.fixture
def door(request, book, monkeypatch):
    """One door, in one language."""
    kind, language = request.param
    record_settings(book, now=TODAY, language=language)
    yield kind(book, monkeypatch, language)
    translation.deactivate()


EVERY = [(ByCommand, EN), (ByCommand, ZH), (ByPage, EN), (ByPage, ZH)]
NAMED = {"ids": lambda each: f"{each[0].__name__}-{each[1]}", "indirect": True}
every_door = pytest.mark.parametrize("door", EVERY, **NAMED)
either_door = pytest.mark.parametrize("door", [(ByCommand, ZH), (ByPage, EN)], **NAMED)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


@every_door
def test_a_favour_given_then_a_month_later_an_ask_gets_go_and_the_third_in_a_month_waits(door):
    """V5, V6, V7; P1 for the thanks."""
    door.gave("Ada Byron", "found her a printer", day=ago(50))
    asked = {"size": "middle", "why": "You would be the first to see it."}
    verdict, said = door.check("Ada Byron", "look at my plan", **asked, day=ago(20))
    assert verdict == "go", said

    door.record("Ada Byron", "look at my plan", **asked, day=ago(20))
    door.end("granted", day=ago(18))
    assert door.ledger("Ada Byron", day=ago(8)) == [
        ("received", "look at my plan"),
        ("given", "found her a printer"),
    ]
    assert re.search(r"thank\b[^.]*Ada Byron", door.today(day=ago(8)))
    door.thank("Ada Byron", day=ago(8))
    assert not re.search(r"thank\b[^.]*Ada Byron", door.today(day=ago(8)))

    door.record("Ada Byron", "look at my plan", **asked, day=ago(8), because="The board meets on Friday.")
    door.end("granted", day=ago(7))
    door.thank("Ada Byron", day=ago(6))

    verdict, said = door.check("Ada Byron", "look at my plan", **asked, day=DAY)
    assert verdict == "wait"
    assert ("其中两次就是这件事" if door.language == ZH else "for this very thing twice") in said


@every_door
def test_a_star_and_a_trivial_favour_is_better_not_and_somebody_else_is_named(door):
    """V7, S0: important people for important moments."""
    verdict, said = door.check("Nova Star", "print business cards", size="small", why="", day=DAY)
    assert verdict == "better_not"
    important = (
        "重要的人，用在重要的时候" if door.language == ZH else "Important people are for important moments"
    )
    assert important in said and "Bob Marsh" in said

    verdict, _ = door.check("Bob Marsh", "print business cards", size="small", why="", day=DAY)
    assert verdict == "go"


@either_door
def test_taking_a_granted_ask_back_takes_the_favour_back_too(door):
    """V6: a granted ask is a favour received, as long as it is granted."""
    door.record("Bob Marsh", "print business cards", size="small", why="", day=DAY)
    door.end("granted", day=DAY)
    assert door.ledger("Bob Marsh", day=DAY) == [("received", "print business cards")]

    door.undo(day=DAY)
    assert door.ledger("Bob Marsh", day=DAY) == []
    door.end("granted", day=DAY)
    assert door.ledger("Bob Marsh", day=DAY) == [("received", "print business cards")]


@either_door
def test_a_wish_kept_for_a_day_comes_up_on_today_when_nothing_holds_it_up(door):
    """P1, V7: wait until is kept, and may be asked once its day has come."""
    door.keep("Bob Marsh", "lend me the van", until=ago(3), day=ago(30))
    assert "lend me the van" not in door.today(day=ago(4))
    assert re.search(r"ask\b.*Bob Marsh.*lend me the van", door.today(day=ago(3)), re.DOTALL)

    door.record("Bob Marsh", "move a press", size="large", why="", day=ago(3), because="It breaks down.")
    assert "lend me the van" not in door.today(day=ago(3))
