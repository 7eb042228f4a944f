"""Cooperation, ladder, tiers, reputation: each lived at both doors, in both languages (V8, T7 to T9)."""

import json
import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from typer.testing import CliRunner

from renmai.actions.capture.record_settings import record_settings
from renmai.actions.today.plan_day import plan_day
from renmai.cli.app import app
from renmai.web.frame.links import make_link
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import ME, TODAY, Mailbox

DAY = TODAY.date()
GU, MENG = "顾望舒 <gu@tea.example>", "孟书岩 <meng@fair.example>"
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh-hans"])
SAID = {
    "one_sided": {"en": "Nothing is named yet that", "zh-hans": "能得什么，还没写"},
    "need": {"en": "answers no need of", "zh-hans": "还没对上"},
    "running": {"en": "Running", "zh-hans": "进行中"},
    "weak": {"en": "Weak", "zh-hans": "弱关系"},
    "strong": {"en": "Strong", "zh-hans": "强关系"},
    "repeat": {"en": "Repeated cooperation", "zh-hans": "再好好合作几回"},
    "first": {"en": "find a first small thing", "zh-hans": "先找一件小事一起做"},
    "key": {"en": "Key circle", "zh-hans": "5 圈"},
    "overdue": {"en": "your tier of 5", "zh-hans": "5 圈"},
    "through": {"en": "through", "zh-hans": "经"},
    "noted": {"en": "Noted", "zh-hans": "已记下"},
}


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Gu, to whom only I wrote, twenty days ago; Meng, long and weekly, who introduced us in a letter."""
    box = Mailbox()
    box.rounds(MENG, range(20, 300, 7))
    box.add(MENG, [ME, GU], 40, "介绍你们认识：望舒做茶，你做包装。", subject="两位")
    box.add(ME, GU, 20, "你好，附上样品说明。", subject="样品")
    box.imported(viewer, tmp_path)
    plan_day(viewer, today=DAY)
    return viewer


@pytest.fixture
def page(book, monkeypatch, home):
    """A client that came in by a link, on a page of the day."""
    monkeypatch.setenv("RENMAI_TODAY", DAY.isoformat())
    client = Client()
    client.get(f"/enter/{make_link(home, now=timezone.now())}/")
    return client


@pytest.fixture
def speak(book, transactional_db):
    """Run the command line on this test's book, as of the day."""

    def speak(*words: object, language: str = "en", on: date = DAY) -> str:
        locale = {"LC_ALL": "zh_CN.UTF-8" if language == "zh-hans" else "en_GB.UTF-8"}
        ran = CliRunner(env=locale).invoke(app, [*map(str, words), "--today", on.isoformat()])
        assert ran.exit_code == 0, ran.output
        return ran.stdout

    yield speak
    translation.deactivate()


def in_language(book, language: str) -> None:
    """Let the book be read in a language, which both doors follow."""
    record_settings(book, now=TODAY, language=language)


def number_of(said: str) -> int:
    return int(re.search(r"\d+", said)[0])


def shown(client: Client, name: str, *args) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return re.sub(r"<[^>]+>", " ", answer.content.decode())


def press(client: Client, name: str, *args, **fields) -> str:
    """Send a form and return the page it leads to."""
    answer = client.post(reverse(name, args=args), fields, follow=True)
    assert answer.status_code == 200
    return re.sub(r"<[^>]+>", " ", answer.content.decode())


@LANGUAGES
def test_v8_a_proposal_is_mended_until_it_answers_their_need_cli(book, speak, language):
    """V8: one-sided and answering nothing, it is flagged; three times in vain, it says what has to change."""
    in_language(book, language)
    number = number_of(speak("cooperate", "new", "顾望舒", "礼盒", "--stage", "proposal"))
    page = speak("cooperate", "show", number, language=language)
    assert SAID["one_sided"][language] in page
    assert SAID["need"][language] in page

    for _ in range(3):
        speak("cooperate", "note", number, "--attempt")
    found = json.loads(speak("cooperate", "show", number, "--json"))
    assert [each["code"] for each in found["because"]] == ["coop_one_sided", "coop_in_vain_without_need"]

    speak("cooperate", "note", number, "--theirs", "少破损", "--need", "破损率降到 1%", "--margin", "12")
    speak("cooperate", "move", number, "running", "--step", "送样", "--due", "2026-04-20")
    assert json.loads(speak("cooperate", "show", number, "--json"))["because"] == []
    listed = speak("cooperate", language=language)
    assert SAID["running"][language] in listed
    assert "2026-04-20" in listed
    speak("cooperate", "move", number, "done", "--next", "秋茶")
    [row] = json.loads(speak("cooperate", "list", "顾望舒", "--json"))
    assert (row["stage"], row["attempts"], row["next_idea"], row["following"][0]) == (
        "done",
        3,
        "秋茶",
        "reviewed",
    )


@LANGUAGES
def test_v8_a_cooperation_goes_over_the_board_and_back_web(book, page, language):
    """V8: begun on the person's page, mended, moved with one button, undone with another."""
    in_language(book, language)
    gu = person_called(book, "顾望舒").pk
    assert 'name="title"' in page.get(reverse("new_cooperation", args=[gu])).content.decode()
    press(page, "start_cooperation", gu, title="礼盒", stage="proposal", next=reverse("person", args=[gu]))
    board = page.get(reverse("cooperation")).content.decode()
    number = int(re.search(r"/cooperation/(\d+)/", board)[1])
    assert SAID["one_sided"][language] in shown(page, "one_cooperation", number)

    terms = {"their_gain": "少破损", "need": "破损率降到 1%", "margin_percent": "12%", "due_on": "2026-04-20"}
    said = press(page, "progress", number, **terms, next_step="送样")
    assert SAID["one_sided"][language] not in said
    assert SAID["need"][language] not in said
    moved = page.post(reverse("progress", args=[number]), {"stage": "running"}, follow=True)
    undo = re.findall(r"/decisions/\d+/undo/", moved.content.decode())
    assert SAID["running"][language] in shown(page, "one_cooperation", number)
    listed = page.get(reverse("cooperation"), {"as": "list"}).content.decode()
    assert "送样" in listed

    page.post(undo[0])
    assert SAID["running"][language] not in shown(page, "one_cooperation", number)
    for wrong in ({"margin_percent": "much"}, {"due_on": "soon"}, {"stage": "finished"}, {"title": ""}):
        before = shown(page, "one_cooperation", number)
        assert SAID["noted"][language] not in press(page, "progress", number, **wrong)
        assert shown(page, "one_cooperation", number) == before


@LANGUAGES
def test_t7_a_finished_cooperation_takes_a_tie_up_the_ladder_cli(book, speak, language):
    """T7: pseudo, weak, strong; the rung says each time what takes it further."""
    in_language(book, language)
    assert SAID["first"][language] in speak("person", "顾望舒", language=language)
    speak("cooperate", "new", "顾望舒", "小样", "--stage", "done")
    page = speak("person", "顾望舒", language=language)
    assert SAID["weak"][language] in page
    assert SAID["repeat"][language] in page

    number = number_of(speak("cooperate", "new", "顾望舒", "礼盒", "--stage", "running"))
    speak("cooperate", "move", number, "done")
    row = next(each for each in json.loads(speak("people", "--json")) if each["name"] == "顾望舒")
    assert (row["tie_class"], row["tie_class_computed"], row["finished"]) == ("strong", "pseudo", 2)
    ladder = json.loads(speak("person", "顾望舒", "--json"))["ladder"]
    assert (ladder["rung"], ladder["finished"]) == ("keep", 2)


@LANGUAGES
def test_t7_the_page_says_the_next_rung_and_what_moved_the_tie_web(book, page, language):
    """T7, T2: the list, its counts and the person's page agree."""
    in_language(book, language)
    gu = person_called(book, "顾望舒").pk
    assert SAID["first"][language] in shown(page, "person", gu)
    press(page, "start_cooperation", gu, title="小样", stage="done")
    said = shown(page, "person", gu)

    assert SAID["weak"][language] in said
    assert SAID["repeat"][language] in said
    assert "顾望舒" in page.get(reverse("people"), {"view": "weak"}).content.decode()
    assert 'class="span' in page.get(reverse("person", args=[gu])).content.decode()


@LANGUAGES
def test_t8_a_tier_is_kept_in_its_rhythm_cli(book, speak, language):
    """T8: chosen, filtered, and on Today when its rhythm has passed."""
    in_language(book, language)
    speak("tier", "set", "孟书岩", "5")
    assert [row["tier"] for row in json.loads(speak("people", "--tier", "5", "--json"))] == [5]
    assert SAID["key"][language] in speak("tier", language=language)
    today = json.loads(speak("today", "--json", language=language))["items"]
    [item] = [each for each in today if each["name"] == "孟书岩"]
    assert item["kind"] == "cooling"
    assert SAID["overdue"][language] in "".join(each["sentence"] for each in item["because"])
    speak("tier", "clear", "孟书岩")
    assert json.loads(speak("people", "--tier", "5", "--json")) == []


@LANGUAGES
def test_t8_a_tier_is_chosen_on_the_page_and_proposed_there_web(book, page, language):
    """T8: proposals with reasons; one button puts somebody in, one out."""
    in_language(book, language)
    meng = person_called(book, "孟书岩").pk
    assert "孟书岩" in shown(page, "tiers")
    press(page, "tier", meng, tier="5")
    said = " ".join(page.get(reverse("person", args=[meng])).content.decode().split())
    assert 'value="5" aria-pressed="true"' in said
    assert SAID["key"][language] in said
    assert "孟书岩" in page.get(reverse("people"), {"tier": "5"}).content.decode()
    assert "孟书岩" not in page.get(reverse("people"), {"tier": "50"}).content.decode()
    press(page, "tier", meng, tier="7")
    press(page, "tier", meng, tier="")
    said = " ".join(page.get(reverse("person", args=[meng])).content.decode().split())
    assert 'value="5" aria-pressed="false"' in said


@LANGUAGES
def test_t9_who_came_through_whom_is_proposed_noted_and_shown_as_a_tree_cli(book, speak, language):
    """T9: nothing is stored without the owner's word."""
    in_language(book, language)
    speak("cooperate", "new", "顾望舒", "礼盒", "--stage", "done")
    speak("reputation", "through", "顾望舒", "孟书岩", "--how", "茶博会")
    speak("reputation", "spoke", "孟书岩", "包装做得讲究", "--to", "茶博会的人")
    found = json.loads(speak("reputation", "--json"))

    [branch] = found["branches"]
    assert (branch["name"], branch["came"]["people"], branch["came"]["finished"]) == ("孟书岩", 1, 1)
    assert (branch["below"][0]["name"], branch["below"][0]["how"]) == ("顾望舒", "茶博会")
    assert found["commendations"][0]["what"] == "包装做得讲究"
    page = speak("reputation", language=language)
    assert page.index("孟书岩") < page.index("顾望舒")
    assert json.loads(speak("person", "顾望舒", "--json"))["met_through"]["introducer"] == "孟书岩"


@LANGUAGES
def test_t9_the_page_asks_and_shows_the_tree_web(book, page, language):
    """T9: on the person's page and on the page of reputation."""
    in_language(book, language)
    gu, meng = (person_called(book, name).pk for name in ("顾望舒", "孟书岩"))
    assert "孟书岩" in page.get(reverse("introducers", args=[gu]), {"q": "孟"}).content.decode()
    press(page, "met", gu, introducer=str(meng), how="茶博会")
    press(page, "commended", meng, what="包装做得讲究", to_whom="茶博会的人")
    tree = shown(page, "reputation")

    assert tree.index("孟书岩") < tree.index("顾望舒")
    assert "包装做得讲究" in tree
    assert SAID["through"][language] in shown(page, "person", gu)
    press(page, "met", gu, introducer="x")
    press(page, "met", meng, introducer=str(gu))
    assert shown(page, "reputation").count("顾望舒") == tree.count("顾望舒")
