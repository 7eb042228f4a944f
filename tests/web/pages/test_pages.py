"""Pages: what they show of a book, what the owner can do on them, and that a hostile correspondent cannot."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from renmai.actions.capture.import_paths import import_paths
from tests.web import letters
from tests.web.conftest import NOW

RAN = "window.ran"


class Visible(HTMLParser):
    """Collect what a reader sees or hears: text, labels, placeholders."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        """Collect labels; remember script tags and event handlers as what they are."""
        for name, value in attrs:
            assert not name.startswith("on"), f"an event handler came through: {name}"
            assert name != "style", "a style attribute, which the policy forbids"
            if name in ("aria-label", "placeholder", "title") and value:
                self.texts.append(value.strip())
            if name in ("href", "action", "src"):
                assert not (value or "").strip().lower().startswith("javascript:")

    def handle_data(self, data):
        """Collect text."""
        if data.strip():
            self.texts.append(" ".join(data.split()))


def visible(answer) -> list[str]:
    parser = Visible()
    parser.feed(answer.content.decode())
    return parser.texts


def person_id(owner: Client, name: str) -> int:
    page = owner.get("/people/", {"q": name}).content.decode()
    return int(re.search(r"/people/(\d+)/", page)[1])


@pytest.fixture
def pages(owner, book) -> list[str]:
    """The address of every page that shows something of the book."""
    people = [person_id(owner, name) for name in ("gws", "mallory", "marta")]
    noted = {"title": letters.HOSTILE_WORDS, "need": letters.HOSTILE_WORDS, "their_gain": letters.HOSTILE[0]}
    owner.post(reverse("start_cooperation", args=[people[0]]), {**noted, "stage": "running"})
    owner.post(reverse("promise", args=[people[0]]), {"what": letters.HOSTILE_WORDS, "due_on": "2026-03-02"})
    owner.post(reverse("met", args=[people[1]]), {"introducer": people[0], "how": letters.HOSTILE_WORDS})
    owner.post(reverse("commended", args=[people[1]]), {"what": letters.HOSTILE_WORDS, "to_whom": "<script>"})
    owner.post(reverse("tier", args=[people[1]]), {"tier": "5"})
    [one] = set(re.findall(r"/cooperation/\d+/", owner.get(reverse("cooperation")).content.decode()))
    return [
        "/",
        "/people/",
        "/people/?view=weak",
        "/people/?q=mallory",
        "/network/",
        "/ask/",
        f"/ask/?person={people[0]}&what=a+word&size=large",
        f"/ask/?person={people[1]}&what=a+word",
        "/ask/past/",
        "/favours/",
        "/cooperation/",
        "/cooperation/?as=list",
        "/cooperation/with/?q=mallory",
        one,
        "/reputation/",
        "/tiers/",
        reverse("new_cooperation", args=[people[1]]),
        reverse("introducers", args=[people[0]]) + "?q=mallory",
        "/find/?q=mallory",
        "/sources/",
        "/settings/",
        *(reverse("person", args=[one]) for one in people),
        reverse("candidates", args=[people[0]]) + "?q=mallory",
    ]


def test_a_hostile_name_note_or_subject_is_only_letters_on_every_page(owner, pages):
    for address in pages:
        answer = owner.get(address)
        assert answer.status_code == 200, address
        visible(answer)
        html = answer.content.decode()
        assert f"<script>{RAN}" not in html, address
        assert f'onerror="{RAN}' not in html.replace("&quot;", ""), address
        assert "{{ 7" not in html or "7|add:7 }}" in html, address


def test_every_page_is_chinese_for_who_reads_chinese(owner, pages, viewer):
    owner.post(
        "/settings/reading/",
        {"language": "zh-hans", "time_zone": "Asia/Shanghai", "region": "CN", "name": ""},
    )
    english = english_sentences()
    for address in [*pages, "/styleguide/", "/nowhere/"]:
        answer = owner.get(address)
        left = [text for text in visible(answer) if text in english]
        assert not left, f"{address} is left in English: {left}"


def english_sentences() -> set[str]:
    """Return every sentence the page can say in English, words that are the same in Chinese apart."""
    from pathlib import Path

    import polib

    root = Path(__file__).resolve().parents[3] / "src" / "renmai"
    entries = [
        entry for path in root.glob("**/zh_Hans/LC_MESSAGES/django.po") for entry in polib.pofile(str(path))
    ]
    return {entry.msgid for entry in entries if entry.msgid != entry.msgstr and "%(" not in entry.msgid} - {
        "CSV"
    }


def test_today_asks_who_the_owner_is_where_no_address_of_theirs_is_met(owner, viewer, tmp_path):
    import_paths(viewer, [letters.mailbox(tmp_path / "box")], now=NOW, me=["nobody@elsewhere.example"])

    page = owner.get("/").content.decode()

    assert "likeliest" in page
    assert f'href="{reverse("settings")}#me"' in page


def test_today_says_who_why_and_what_next(owner, book):
    html = owner.get("/").content.decode()
    assert "简宁" in html
    assert 'class="because"' in html
    assert "mailto:jian@douyu.example" in html


def test_done_takes_an_item_away_and_undo_brings_it_back(owner, book):
    before = owner.get("/").context["card"].items
    chosen = next(item for item in before if item.name == "简宁")
    after = owner.post(
        "/today/outcome/", {"key": chosen.key, "name": chosen.name, "outcome": "done"}, follow=True
    )
    assert chosen.key not in {item.key for item in after.context["card"].items}
    assert "Done: 简宁" in visible(after)
    decision = after.context["done"]["decision_id"]
    undone = owner.post(f"/decisions/{decision}/undo/", follow=True)
    assert chosen.key in {item.key for item in undone.context["card"].items}


def test_later_names_the_day_it_comes_back(owner, book):
    item = owner.get("/").context["card"].items[0]
    after = owner.post(
        "/today/outcome/", {"key": item.key, "name": "Ada", "outcome": "later:week"}, follow=True
    )
    assert "Ada comes back on 9 March" in visible(after)


def test_an_outcome_nobody_offered_is_absent(owner, book):
    assert owner.post("/today/outcome/", {"key": "x", "outcome": "explode"}).status_code == 404
    assert owner.post("/today/outcome/", {"key": "x", "outcome": "later:never"}).status_code == 404


@pytest.mark.parametrize("typed", ["顾", "望舒", "gws", "guwang", "qinglan.example", "青岚"])
def test_search_finds_a_person_by_whatever_one_remembers(owner, book, typed):
    assert "顾望舒" in owner.get("/people/", {"q": typed}).content.decode()


def test_what_a_key_stroke_asks_for_comes_without_its_frame_and_keeps_the_toast(owner, book, monkeypatch):
    def no_frame(*_, **__):
        raise AssertionError("the frame was computed for a key stroke")

    owner.post("/settings/browser/", {"theme": "dark", "keys": "on"})
    with monkeypatch.context() as patched:
        patched.setattr("renmai.web.frame.context.frame_card", no_frame)
        part = owner.get("/people/", {"q": "gws"}, headers={"HX-Request": "true"})
        found = owner.get("/find/", {"q": "gws"}, headers={"HX-Request": "true"})
    assert 'id="people-list"' in part.content.decode()
    assert "<html" not in part.content.decode()
    assert "顾望舒" in found.content.decode()
    assert "Saved" in visible(owner.get("/settings/"))


def test_a_search_without_an_answer_says_so(owner, book):
    assert "Nobody by “zzzz”" in visible(owner.get("/people/", {"q": "zzzz"}))


def test_two_records_become_one_person_and_two_again(owner, book):
    kept, other = person_id(owner, "gu.wangshu@qinglan"), person_id(owner, "gws@chenghai")
    assert kept != other
    page = owner.post(f"/people/{kept}/merge/", {"other": str(other)}, follow=True)
    assert {letters.GU[1], letters.GU_OLD[1]} <= {handle.text[7:] for handle in page.context["card"].handles}
    decision = page.context["done"]["decision_id"]
    owner.post(f"/decisions/{decision}/undo/", {"next": f"/people/{kept}/"}, follow=True)
    handles = {handle.text for handle in owner.get(f"/people/{kept}/").context["card"].handles}
    assert f"mailto:{letters.GU_OLD[1]}" not in handles


def test_some_of_a_person_can_be_split_off_but_never_everything(owner, book):
    page = owner.get(f"/people/{person_id(owner, 'gu.wangshu@qinglan')}/")
    card = page.context["card"]
    mentions = {handle.mention_id for handle in card.handles}
    refused = owner.post(f"/people/{card.id}/split/", {"mention": sorted(mentions)}, follow=True)
    assert any("somebody must stay" in text for text in visible(refused))
    boxes = re.findall(r'<input[^>]*name="mention"[^>]*>', refused.content.decode())
    assert len(boxes) == len(mentions) and all(" checked" in box for box in boxes)
    none = owner.post(f"/people/{card.id}/split/", follow=True)
    assert "Choose at least one handle to split off" in visible(none)


def test_a_person_is_shown_under_another_name_until_it_is_undone(owner, book):
    who = person_id(owner, "gu.wangshu@qinglan")
    name = owner.get(f"/people/{who}/").context["card"].name
    page = owner.post(f"/people/{who}/rename/", {"name": "  Wangshu  of Qinglan "}, follow=True)
    assert page.context["card"].name == "Wangshu of Qinglan"
    owner.post(f"/decisions/{page.context['done']['decision_id']}/undo/", {"next": f"/people/{who}/"})
    assert owner.get(f"/people/{who}/").context["card"].name == name

    refused = owner.post(f"/people/{who}/rename/", {"name": " "}, follow=True)
    assert "A name needs at least one letter." in visible(refused)


def test_after_undo_the_owner_is_never_sent_elsewhere(owner, book):
    item = owner.get("/").context["card"].items[0]
    owner.post("/today/outcome/", {"key": item.key, "outcome": "done"})
    decision = owner.get("/").context["done"]["decision_id"]
    answer = owner.post(f"/decisions/{decision}/undo/", {"next": "https://evil.example/"})
    assert answer.headers["Location"] == "/"


def test_a_wrong_handle_is_pointed_out_where_it_was_typed(owner):
    page = owner.post("/settings/me/", {"handles": "neither@"}, follow=True)
    html = page.content.decode()
    assert 'aria-invalid="true"' in html
    assert ">neither@</textarea>" in html


def test_my_handles_are_one_on_each_line_or_apart_by_commas(owner):
    owner.post("/settings/me/", {"handles": "me@example.org\nme@home.example，+86 139 0000 0000"})
    mine = [decision.text for decision in owner.get("/settings/").context["card"].mine]
    assert set(mine) == {"mailto:me@example.org", "mailto:me@home.example", "tel:+8613900000000"}


def test_theme_and_keys_stay_in_the_browser(owner):
    page = owner.post("/settings/browser/", {"theme": "dark"}, follow=True)
    html = page.content.decode()
    assert 'data-theme="dark"' in html
    assert 'class="no-keys"' in html


def test_a_theme_nobody_offers_is_the_systems(owner):
    owner.cookies["theme"] = '"><script>'
    assert "data-theme" not in owner.get("/settings/").content.decode().partition("<body")[0]
