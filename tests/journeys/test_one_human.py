"""One human, two addresses: asked with the evidence of both sides; answered, Today is another one (C2)."""

import json
import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from typer.testing import CliRunner

from renmai.cli.app import app
from renmai.store.models import Owner
from renmai.web.frame.links import make_link
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db(transaction=True)

DAY = TODAY.date().isoformat()
LOCALES = {"en": "en_GB.UTF-8", "zh-hans": "zh_CN.UTF-8"}
OLD, NEW = "Ada Lovell <ada@mill.example>", "Ada Lovell <quill77@post.example>"
ASKS = {"en": "the same person as", "zh-hans": "是同一人吗？"}


@pytest.fixture(params=LOCALES)
def language(request, viewer, tmp_path):
    """A book in which Ada was asked at her office address, and has answered from home by another letter."""
    box = Mailbox()
    box.rounds(OLD, range(30, 200, 12))
    box.add(ME, OLD, 14, "Could you look at the loom?", subject="The loom")
    box.add(ME, NEW, 40, "A happy birthday!", subject="Birthday")
    box.add(NEW, ME, 2, "I did look at it. Could you come on Friday?", subject="From home")
    box.imported(viewer, tmp_path)
    Owner.objects.update(language=request.param)
    return request.param


@pytest.fixture
def command(language):
    def command(*words: object):
        asked = [*map(str, words), "--json", *(["--today", DAY] if words[0] == "today" else [])]
        done = CliRunner(env={"LC_ALL": LOCALES[language]}).invoke(app, asked)
        assert done.exit_code == 0, done.stderr
        return json.loads(done.stdout)

    return command


@pytest.fixture
def page(language, monkeypatch):
    monkeypatch.setenv("RENMAI_TODAY", DAY)
    client = Client(headers={"accept-language": language})
    client.get(f"/enter/{make_link(settings.HOME, now=timezone.now())}/")
    return client


def kinds(today: dict) -> dict[str, int]:
    """Return the kinds of what Today says of Ada, with the number of whom it says it."""
    return {item["kind"]: item["person_id"] for item in today["items"]}


def test_by_command_a_yes_makes_today_another_one_and_its_undoing_asks_again(command, language):
    before = command("today")
    assert len(set(kinds(before).values())) == 2, "both are spoken of as if they were two"
    [asked] = command("same")["asked"]
    assert before["same"] == asked
    one, other = asked["one"]["id"], asked["other"]["id"]
    assert {side["handles"][0] for side in (asked["one"], asked["other"])} == {
        "mailto:ada@mill.example",
        "mailto:quill77@post.example",
    }

    command("same", "yes", one, other)
    after = command("today")
    assert set(kinds(after).values()) == {one} and after["same"] is None
    assert "nudge" not in kinds(after), "she has answered from home"
    CliRunner(env={"LC_ALL": LOCALES[language]}).invoke(app, ["undo"])
    assert command("today") == before


def test_on_the_page_a_no_is_kept_and_nobody_is_asked_again(page, command, language):
    assert ASKS[language] in re.sub(r"\s+", " ", page.get(reverse("today")).content.decode())
    shown = page.get(reverse("same"))
    one, other = (shown.context["page"].asked[0].one, shown.context["page"].asked[0].other)
    assert "ada@mill.example" in shown.content.decode() and "quill77@post.example" in shown.content.decode()

    address = reverse("sameness", args=[one.person_id])
    assert page.post(address, {"other": other.person_id, "answer": "perhaps"}).status_code == 404
    page.post(address, {"other": other.person_id, "answer": "no", "next": reverse("same")})
    assert page.get(reverse("same")).context["page"].asked == ()
    assert command("today")["same"] is None
    command("same", "yes", one.person_id, other.person_id)
    assert command("same") == {"asked": [], "total": 0, "unsure": []}


def test_on_the_page_not_sure_asks_no_more_but_keeps_the_pair_to_be_answered(page, command):
    [asked] = command("same")["asked"]
    address = reverse("sameness", args=[asked["one"]["id"]])
    page.post(address, {"other": asked["other"]["id"], "answer": "unsure", "next": reverse("same")})

    assert command("today")["same"] is None
    assert [each["one"]["id"] for each in command("same")["unsure"]] == [asked["one"]["id"]]
    page.post(address, {"other": asked["other"]["id"], "answer": "yes", "next": reverse("same")})
    assert command("same") == {"asked": [], "total": 0, "unsure": []}
