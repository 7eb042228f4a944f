"""The job-change test from end to end (T6), by command and by page, in both languages.

Mail of two jobs comes in, positions are proposed and noted, a known last day brings the ties to make personal
into Today, and the past says how right the test was.
"""

import json
import re
from html import unescape

import pytest
from django.urls import reverse

from tests.cli.conftest import run, speak
from tests.cli.letters import CHINESE, ENGLISH
from tests.leaving_book import MINE, NOW, TODAY, mailbox
from tests.web.conftest import owner

__all__ = ["owner", "run", "speak"]
DAY = TODAY.isoformat()
LAST_DAY = "2026-05-31"
SAID = {
    "en": {
        "leave": "If you left today: New Firm, founder",
        "sum": r"ties, 3 pass through New Firm; about \d of those would stay",
        "keep": "You leave New Firm in 45 days, on 31 May",
        "step": "Exchange private numbers or WeChat with",
        "draft": "Mine is:",
        "past": "When you left oldfirm.example in December 2024, 1 of 2 ties stayed;",
    },
    "zh-hans": {
        "leave": "今天离开的话：New Firm, founder",
        "sum": r"有 3 段经过 New Firm；其中大约能留下 \d 段",
        "keep": "45 天后（5月31日）离开 New Firm",
        "step": "互换微信或手机号",
        "draft": "",
        "past": "你在2024年12月离开 oldfirm.example，2 段关系留下了 1 段；当时会估",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_by_command_from_mail_to_the_ties_kept_in_time(run, tmp_path, language):
    """T6, X3."""
    said, words = SAID[language], CHINESE if language == "zh-hans" else ENGLISH
    me = [word for each in MINE for word in ("--me", each)]
    assert run("import", mailbox(tmp_path / "letters.mbox"), *me, language=words).status == 0

    def do(*given: str) -> str:
        answer = run(*given, "--today", DAY, language=words)
        assert (answer.status, answer.err) == (0, "")
        return answer.out

    (mine, *_moved) = json.loads(do("position", "--json"))
    assert mine["positions"] == [], "nothing is stored by itself"
    assert [each["organisation"] for each in mine["proposals"]] == ["newfirm.example", "oldfirm.example"]
    do("position", "add", "me", "New Firm", "--title", "founder", "--since", "2025-01-02")
    (chen,) = json.loads(do("position", "陈默", "--json"))
    assert (chen["proposals"][0]["title"], chen["proposals"][0]["line"]) == ("采购总监", "青枝家居 采购总监")
    do("position", "accept", "陈默", chen["proposals"][0]["key"])

    page = do("leaving")
    assert page.startswith(said["leave"]) and re.search(said["sum"], page)
    people = {each["name"]: each for each in json.loads(do("leaving", "--json"))["people"]}
    assert people.keys() == {"陈默", "Dora Finch"} and "Eve Ray" not in page
    assert said["step"] in page

    (card,) = json.loads(do("position", "me", "--json"))
    do("position", "end", card["positions"][0]["key"], "--until", LAST_DAY)
    items = [each for each in json.loads(do("today", "--json"))["items"] if each["kind"] == "keep"]
    assert items and said["keep"] in items[0]["because"][0]["sentence"]
    assert said["step"] in items[0]["step"] and said["draft"] in items[0]["draft"]
    key = items[0]["key"]
    do("done", key)
    assert key not in do("today", "--json"), "what was done stays done"
    assert said["past"] in do("leaving", "--past")


@pytest.mark.parametrize("language", SAID)
def test_by_page_from_settings_to_the_ties_kept_in_time(owner, viewer, tmp_path, monkeypatch, language):
    """T6, X3."""
    from renmai.actions.capture.import_paths import import_paths
    from renmai.actions.capture.record_settings import record_settings

    said = SAID[language]
    monkeypatch.setenv("RENMAI_TODAY", DAY)
    import_paths(viewer, [mailbox(tmp_path / "letters.mbox")], now=NOW, me=MINE)
    record_settings(viewer, language=language, now=NOW)

    def text(answer) -> str:
        bare = re.sub(r"<[^>]+>", "", answer.content.decode())
        return unescape(re.sub(r"\s+", " ", bare))

    form = {"organisation": "New Firm", "title": "founder", "since": "2025-01-02", "until": LAST_DAY}
    settings = owner.post(reverse("note_position"), {**form, "next": "/settings/"}, follow=True)
    assert "New Firm" in text(settings)
    test = text(owner.get(reverse("leaving")))
    assert re.search(said["sum"], test) and said["step"] in test
    today = text(owner.get("/"))
    assert said["keep"] in today and said["step"] in today
    key = next(
        key
        for key in re.findall(r'name="key" value="([^"]+)"', owner.get("/").content.decode())
        if "keep:" in key
    )
    owner.post(reverse("outcome"), {"key": key, "outcome": "done", "name": "x"})
    assert key not in owner.get("/").content.decode()
    assert said["past"] in text(owner.get(reverse("past_leaving")))
