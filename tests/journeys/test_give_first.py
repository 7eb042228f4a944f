"""From an evening where one meets somebody to an ask a month later: giving first opens doors (V2 to V7)."""

import json
from datetime import timedelta

import pytest
from typer.testing import CliRunner

from renmai.cli.app import app
from tests.queries.books import TODAY, Mailbox

pytestmark = pytest.mark.django_db(transaction=True)

MET = TODAY.date()
LOCALES = {"en": "en_GB.UTF-8", "zh-hans": "zh_CN.UTF-8"}
LINES = {
    "en": "Ada Byron is looking for a translator of contracts",
    "zh-hans": "Ada Byron 在找合同翻译",
}


@pytest.fixture(params=LOCALES)
def speak(request, viewer, tmp_path):
    """A book in which Ada was met this week at an evening, and 李雷 is an old acquaintance who translates."""
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", [6, 3, 1])
    box.rounds("李雷 <lilei@words.example>", range(5, 300, 20))
    box.imported(viewer, tmp_path)

    def speak(*words: object, days_later: int = 0):
        day = (MET + timedelta(days=days_later)).isoformat()
        asked = [*map(str, words), "--today", day, *([] if words[0] == "done" else ["--json"])]
        done = CliRunner(env={"LC_ALL": LOCALES[request.param]}).invoke(app, asked)
        assert done.exit_code == 0, done.stderr
        return json.loads(done.stdout) if "--json" in asked else done.stdout

    speak.line = LINES[request.param]
    return speak


def test_a_need_noted_becomes_an_introduction_then_thanks_then_an_ask_that_may_be_made(speak):
    speak("value", "offer", "李雷", "translation of contracts, English and Chinese")
    speak("value", "note", speak.line)

    items = speak("today")["items"]
    ((place, proposed),) = (each for each in enumerate(items, start=1) if each[1]["kind"] == "give")
    assert proposed["name"] == "Ada Byron" and "李雷" in proposed["draft"]

    speak("favour", "add", "Ada Byron", "introduced 李雷 to her", "--given")
    speak("done", place)
    assert [item for item in speak("today", days_later=1)["items"] if item["kind"] == "give"] == []

    gift = ("sent a book as thanks", "--received", "--size", "small", "--gift")
    speak("favour", "add", "Ada Byron", *gift, days_later=9)
    early = speak("ask", "Ada Byron", "a word with her editor", days_later=10)
    assert early["verdict"] == "wait" and "thanks_owed" in "".join(each["code"] for each in early["reasons"])

    (owed,) = speak("favour", "Ada Byron", days_later=10)["thanks_owed"]
    speak("favour", "thank", owed, days_later=10)
    month_later = speak(
        "ask",
        "Ada Byron",
        "a word with her editor",
        "--why-them",
        "he looks for authors like her",
        days_later=31,
    )
    assert month_later["verdict"] == "go" and month_later["until"] is None
