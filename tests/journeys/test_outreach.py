"""Breaking the ice, lived at both doors, in both languages (R6): eleven attempts, a director who was busy."""

import json
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from typer.testing import CliRunner

from renmai.actions.book.undo_decision import undo_by_number
from renmai.actions.capture.record_settings import record_settings
from renmai.actions.people.record_gone import record_gone
from renmai.actions.today.plan_day import plan_day
from renmai.cli.app import app
from renmai.store.reach.outreaches import outreaches
from renmai.web.frame.links import make_link
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import ME, TODAY, Mailbox

DAY = TODAY.date()
FROM = DAY - timedelta(days=90)
DIRECTOR, FRIEND = "周总监 <zhou@sport.example>", "孟书岩 <meng@fair.example>"
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh-hans"])
SAID = {
    "step": {"en": "who you are, what is in it for", "zh-hans": "写几行：你是谁"},
    "silent": {"en": "Silence is not refusal", "zh-hans": "没有回音不等于拒绝"},
    "not_new": {"en": "already. Bring something new", "zh-hans": "已经带去过了"},
    "wait": {"en": "Leave it in peace until", "zh-hans": "先不打扰"},
    "reached": {"en": "Reached", "zh-hans": "联系上了"},
    "let_go": {"en": "in peace", "zh-hans": "坦然放下"},
    "open": {"en": "The door is open", "zh-hans": "门是开着的"},
    "rests": {"en": "It rests until", "zh-hans": "先歇到"},
}


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """The director, whom a friend named in one letter and to whom I wrote once, seventy days ago."""
    box = Mailbox()
    box.rounds(FRIEND, range(20, 300, 7))
    box.add(FRIEND, [ME, DIRECTOR], 95, "介绍你们认识。", subject="两位")
    box.add(ME, DIRECTOR, 70, "您好，附上我们的方案。", subject="校园推广")
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
    """Run the command line on this test's book, as of a day."""

    def speak(*words: object, language: str = "en", on: date = DAY, status: int = 0) -> str:
        record_settings(book, now=TODAY, language=language)
        locale = {"LC_ALL": "zh_CN.UTF-8" if language == "zh-hans" else "en_GB.UTF-8"}
        ran = CliRunner(env=locale).invoke(app, [*map(str, words), "--today", on.isoformat()])
        assert ran.exit_code == status, ran.output
        return ran.output

    yield speak
    translation.deactivate()


def number_of(said: str) -> int:
    return int(re.search(r"\d+", said)[0])


def text_of(answer) -> str:
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@LANGUAGES
def test_r6_eleven_attempts_with_something_new_each_cli(speak, language):
    """R6, S2: ten times in vain; the eleventh brings 88 pages about their own students, and the meeting."""
    number = number_of(speak("reach", "start", "周总监", "见面十分钟", on=FROM))
    for week in range(10):
        on = FROM + timedelta(days=7 * week + 1)
        speak("reach", "wrote", number, f"第 {week} 个想法", "--by", "phone", on=on)
    again = speak("reach", "wrote", number, "第 3 个想法", language=language, status=1)
    assert SAID["not_new"][language] in again

    found = json.loads(speak("reach", "show", number, "--json"))
    assert (len(found["attempts"]), found["state"], found["is_due"]) == (11, "open", True)
    assert found["still"] < found["another"]
    assert found["draft"].startswith("周总监您好")
    assert SAID["silent"][language] in speak("reach", "show", number, language=language)

    speak("reach", "wrote", number, "88 页的校园推广方案", "--by", "mail")
    assert SAID["wait"][language] in speak("reach", language=language)
    speak("reach", "end", number, "answered")
    assert SAID["reached"][language] in speak("reach", "show", number, language=language)
    assert json.loads(speak("reach", "--json"))[0]["attempts"][-1]["news"] == "88 页的校园推广方案"


def test_r6_a_mail_since_the_start_is_an_attempt_found_by_itself(speak):
    """R6: mails leave a trace, WeChat does not; both stand on one line."""
    number = number_of(speak("reach", "start", "周总监", "见面十分钟", on=FROM))
    speak("reach", "wrote", number, "对手的三个活动", "--by", "wechat", on=FROM + timedelta(days=30))
    found = json.loads(speak("reach", "show", number, "--json"))

    assert [(each["way"], each["is_seen"]) for each in found["attempts"]] == [
        ("mail", True),
        ("wechat", False),
    ]
    assert found["attempts"][0]["news"] == "校园推广"


@LANGUAGES
def test_r6_a_director_who_was_only_busy_web(book, page, language):
    """R6, S2: calls unanswered, then “in a meeting”: no refusal, the door is open, and at last he answers."""
    record_settings(book, now=TODAY, language=language)
    zhou = person_called(book, "周总监").pk
    assert 'name="goal"' in page.get(reverse("new_outreach", args=[zhou])).content.decode()
    page.post(reverse("start_outreach", args=[zhou]), {"goal": "通个电话"})
    [begun] = outreaches(book.owner_id, until=DAY)
    number = int(begun.key)
    assert SAID["step"][language] in text_of(page.get(reverse("today")))

    tried = reverse("outreach_attempt", args=[number])
    said = text_of(page.post(tried, {"news": "新方案一页", "way": "phone"}, follow=True))
    assert SAID["wait"][language] in said
    assert SAID["not_new"][language] in text_of(
        page.post(tried, {"news": "新方案一页", "way": "mail"}, follow=True)
    )
    heard = reverse("outreach_sign", args=[number])
    said = text_of(page.post(heard, {"words": "我在开会，开完告诉你", "is_heard": "yes"}, follow=True))
    assert SAID["open"][language] in said
    assert SAID["reached"][language] in text_of(
        page.post(reverse("outreach_end", args=[number]), {"end": "answered"}, follow=True)
    )
    assert "通个电话" in text_of(page.get(reverse("person", args=[zhou])))
    assert SAID["step"][language] not in text_of(page.get(reverse("today")))


@LANGUAGES
def test_r6_it_rests_is_let_go_and_every_step_is_undone(book, speak, page, language):
    number = number_of(speak("reach", "start", "周总监", "通个电话", "--by", "2027-01-01"))
    speak("reach", "rest", number)
    assert SAID["rests"][language] in speak("reach", "show", number, language=language)
    speak("reach", "end", number, "given_up")
    assert SAID["let_go"][language] in speak("reach", "show", number, language=language)
    assert speak("reach", "wrote", number, "x", status=1)

    states = []
    for _ in range(2):
        CliRunner().invoke(app, ["undo"])
        states.append(json.loads(speak("reach", "show", number, "--json"))["state"])
    assert states == ["resting", "open"]
    assert page.get(reverse("reach")).status_code == 200


def test_r6_past_its_day_it_is_let_go_in_peace(speak):
    number = number_of(
        speak("reach", "start", "周总监", "通个电话", "--by", (DAY - timedelta(days=1)).isoformat(), on=FROM)
    )
    found = json.loads(speak("reach", "show", number, "--json"))

    assert (found["is_over"], found["is_due"], found["draft"]) == (True, False, None)
    assert "in peace" in found["step"]


def test_r6_what_is_called_done_on_today_is_an_attempt(book, speak):
    number = number_of(speak("reach", "start", "周总监", "通个电话"))
    items = json.loads(speak("today", "--json"))["items"]
    place = next(n for n, each in enumerate(items, 1) if each["kind"] == "reach")
    speak("done", place)
    found = json.loads(speak("reach", "show", number, "--json"))

    assert [each["way"] for each in found["attempts"]] == [""]
    assert not found["is_due"]


def test_r6_whoever_is_archived_or_erased_is_not_reached_out_to(book, speak):
    zhou = person_called(book, "周总监").pk
    speak("reach", "start", "周总监", "通个电话")
    decision_id = record_gone(book, zhou, "archived", now=TODAY, on=DAY)
    assert "reach" not in {each["kind"] for each in json.loads(speak("today", "--json"))["items"]}
    undo_by_number(book, decision_id, now=TODAY)
    CliRunner().invoke(app, ["erase", "周总监", "--yes"])

    assert outreaches(book.owner_id, until=DAY) == []
