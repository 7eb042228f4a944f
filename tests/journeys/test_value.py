"""V1 to V5 from a letter to a gift: by the command line, by the page, in both languages."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from typer.testing import CliRunner

from renmai.actions.book.open_book import open_book
from renmai.actions.today.plan_day import plan_day
from renmai.cli.app import app
from tests.built_once import built_once
from tests.queries.books import ME, TODAY, Mailbox
from tests.web.pages.test_pages import visible

DAY = TODAY.date()
LOCALES = {"en": "en_GB.UTF-8", "zh-hans": "zh_CN.UTF-8"}
TOLD = {
    "en": {
        "both": "Both sides can be named: an effective tie.",
        "first": "Write down what you can give",
        "due": "have not looked through it yet",
        "wrote": "Ada Byron wrote on 14 April:",
        "question": "You do not know what Ada is good for.",
        "give": "Offer Ada your help with it. Ask for nothing.",
        "join": "Ask 李雷 first, then bring 李雷 and Bob together.",
    },
    "zh-hans": {
        "both": "两边都说得出，是有效人脉。",
        "first": "先写下你能给的",
        "due": "还没有回头看过一遍",
        "wrote": "Ada Byron 在4月14日来信：",
        "question": "还不知道 Ada 擅长什么。",
        "give": "告诉 Ada 你帮得上。什么也不求。",
        "join": "先问过李雷，再替李雷和 Bob 牵线。",
    },
}


@pytest.fixture(params=["en", "zh-hans"])
def language(request):
    yield request.param
    translation.deactivate()


@pytest.fixture
def told(language) -> dict[str, str]:
    return TOLD[language]


@pytest.fixture
@built_once
def viewer(transactional_db, language, tmp_path):
    """A book of three: Ada wrote two days ago that they look for a printer."""
    viewer = open_book(now=TODAY, language=language, time_zone="Asia/Shanghai")
    box = Mailbox()
    box.rounds("李雷 <lilei@example.cn>", range(1, 200, 9))
    box.rounds("Bob Marsh <bob@mill.example>", range(4, 120, 20))
    box.rounds("Ada Byron <ada@work.example>", range(3, 200, 7))
    asked = box.add("Ada Byron <ada@work.example>", ME, 2, "Hello. We are looking for a printer in Porto.")
    box.add(ME, "Ada Byron <ada@work.example>", 1, "I will think about it.", answers=asked)
    box.imported(viewer, tmp_path)
    plan_day(viewer, today=DAY)
    return viewer


@pytest.fixture
def run(viewer, language):
    def run(*words: object, on: object = DAY) -> str:
        said = CliRunner(env={"LC_ALL": LOCALES[language], "TZ": "Asia/Shanghai"}).invoke(
            app, [*map(str, words), "--today", str(on)]
        )
        assert said.exit_code == 0, said.output
        return said.stdout

    return run


@pytest.fixture
def owner(viewer, monkeypatch):
    from django.conf import settings

    from renmai.web.frame.links import make_link

    monkeypatch.setenv("RENMAI_TODAY", DAY.isoformat())
    client = Client()
    client.get(f"/enter/{make_link(settings.HOME, now=timezone.now())}/")
    return client


def test_by_the_command_line(run, told):
    """V1 my value, V2 their needs from a letter, V3 the question, V4 a match, V5 the gift."""
    assert told["first"] in run("value")
    run("value", "offer", "me", "printing", on=DAY - timedelta(days=100))
    assert told["due"] in run("value")
    run("value", "reviewed")

    page = json.loads(run("value", "--json"))
    assert page["review"] is None and page["matches"]["give"] == []
    [proposal] = page["proposals"]
    assert proposal["because"][0]["sentence"] == told["wrote"]
    run("value", "accept", proposal["key"])
    assert told["question"] in run("value", "of", "Ada Byron")
    [match] = json.loads(run("value", "--json"))["matches"]["give"]
    assert match["need"]["origin"] == "written"

    run("value", "note", "Ada Byron can bind books")
    assert told["both"] in run("value", "of", "Ada Byron")
    run("value", "need", "Bob Marsh", "专利律师")
    run("value", "offer", "李雷", "patent lawyer")
    items = json.loads(run("today", "--json"))["items"]
    gifts = {item["name"]: item["step"] for item in items if item["kind"] == "give"}
    assert gifts.get("Ada Byron") == told["give"] and gifts.get("Bob Marsh") == told["join"]

    run("value", "dismiss", match["key"])
    items = json.loads(run("today", "--json"))["items"]
    assert told["give"] not in [item["step"] for item in items]


def test_by_the_page(owner, told, viewer):
    """V1 to V5 as somebody clicks through them."""

    def words(answer) -> str:
        return " ".join(visible(answer))

    def post(name: str, *args, **fields) -> str:
        return words(owner.post(reverse(name, args=args), fields, follow=True))

    assert told["first"] in words(owner.get("/value/"))
    post("value_note", side="offer", text="printing")
    page = owner.get("/value/")
    assert told["wrote"] in words(page)
    key = re.search(r'name="key" value="([0-9a-f]{16})"', page.content.decode())[1]
    post("value_proposal", key=key, answer="accept")

    ada = re.search(r"/people/(\d+)/", owner.get("/people/?q=ada").content.decode())[1]
    address = reverse("person", args=[ada])
    assert told["question"] in words(owner.get(address))
    post("value_note", person=ada, side="offer", text="book binding")
    said = owner.get(address)
    assert told["both"] in words(said) and 'data-match="out"' in said.content.decode()

    assert told["give"] in words(owner.get("/"))
    key = re.search(r'name="key" value="(\d+-\d+)"', owner.get("/value/").content.decode())[1]
    post("value_match", key=key)
    assert told["give"] not in words(owner.get("/"))
    assert 'data-match="out"' not in owner.get(address).content.decode()
