"""R1 to R3 on the page: the six cards, a yes to what is proposed, groups with members and entries."""

from datetime import timedelta

import pytest

from renmai.queries.reach.groups import group_card, group_rows
from renmai.queries.reach.met import met_through_card
from tests.books import person_called
from tests.queries.books import TODAY, Mailbox
from tests.web.pages.test_pages import visible

DAY = TODAY.date()
ADA, MAX = "Ada Brook <ada@mill.example>", "Max Owner <max@owner.example>"


@pytest.fixture
def people(viewer, tmp_path, monkeypatch):
    monkeypatch.setenv("RENMAI_TODAY", DAY.isoformat())
    box = Mailbox()
    box.rounds(ADA, (300, 200, 100))
    box.rounds(MAX, (90, 40, 20))
    box.imported(viewer, tmp_path)
    return {name: person_called(viewer, name).pk for name in ("Ada Brook", "Max Owner")}


def test_six_cards_each_with_a_step_and_a_playbook(owner, people):
    answer = owner.get("/channels/")
    page, texts = answer.content.decode(), visible(answer)

    assert page.count('class="playbook"') == 12 and page.count('class="channel"') == 6
    assert {"Schoolmates", "Work", "Through friends", "Online"} <= set(texts)


def test_a_yes_notes_what_is_proposed_and_a_choice_notes_another_channel(owner, people, viewer):
    assert "Max Owner" in " ".join(visible(owner.get("/channels/")))
    owner.post("/channels/accept/", {"person": [people["Max Owner"]]})
    assert met_through_card(viewer, people["Max Owner"], today=DAY).channel == "work"

    owner.post(
        "/channels/accept/", {"person": [people["Max Owner"], people["Ada Brook"]], "channel": "social"}
    )
    assert met_through_card(viewer, people["Ada Brook"], today=DAY).channel == "social"
    page = owner.get("/channels/").content.decode()
    assert 'class="funnel-map"' in page and 'id="proposed"' not in page


def test_the_page_of_a_person_takes_down_how_they_were_met(owner, people, viewer):
    address = f"/people/{people['Ada Brook']}/"
    owner.post(f"{address}met-through/", {"channel": "public", "event": "In the queue"})

    assert "In the queue" in " ".join(visible(owner.get(address)))
    assert met_through_card(viewer, people["Ada Brook"], today=DAY).channel == "public"


def test_a_group_is_noted_filled_and_left_and_a_wrong_fee_comes_back(owner, people, viewer):
    terms = {"text": "Alumni", "channel": "schoolmates", "fee": "much", "period": "year"}
    again = owner.post("/groups/new/", terms, follow=True)
    assert group_rows(viewer, today=DAY) == () and 'value="much"' in again.content.decode()

    renews = (DAY + timedelta(days=3)).isoformat()
    owner.post("/groups/new/", {**terms, "fee": "300 CNY", "renews_on": renews})
    [row] = group_rows(viewer, today=DAY)
    address = f"/groups/{row.number}/"
    assert "Alumni" in " ".join(visible(owner.get("/")))

    owner.post(f"{address}members/", {"names": "Ada Brook\nChen Wei"})
    owner.post(f"{address}entry/", {"way": "gave", "what": "A talk", "hours": "2"})
    card = group_card(viewer, row.number, today=DAY)
    assert [each.name for each in card.members] == ["Ada Brook"] and card.names == ("Chen Wei",)
    shown = " ".join(visible(owner.get(address)))
    assert "A talk" in shown and "Chen Wei" in shown

    owner.post(f"{address}entry/{card.gave[0].number}/drop/")
    owner.post(f"{address}members/remove/", {"person": people["Ada Brook"]})
    owner.post(f"{address}change/", {**terms, "fee": "", "text": "Chapter"})
    owner.post(f"{address}leave/")
    card = group_card(viewer, row.number, today=DAY)
    assert (card.gave, card.members, card.row.name, card.row.is_left) == ((), (), "Chapter", True)
