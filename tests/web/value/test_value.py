"""The page of value, and what we can do for each other on a person's page (V1 to V4)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.record_settings import record_settings
from renmai.actions.value.record_value import record_value
from renmai.store.models import Decision, Person
from tests.web import letters
from tests.web.conftest import NOW
from tests.web.pages.test_pages import person_id, visible


@pytest.fixture
def gu(owner, book) -> int:
    return person_id(owner, "gws")


def post(owner, name: str, *args, **fields):
    return owner.post(reverse(name, args=args), fields, follow=True)


def words(answer) -> str:
    return " ".join(visible(answer))


def test_the_page_says_where_to_begin_and_takes_a_first_offer(owner, book):
    """V1."""
    assert "Write down what you can give" in words(owner.get("/value/"))
    answer = post(owner, "value_note", side="offer", text="patent law advice", importance="high")
    assert "patent law advice matters a lot" in words(answer) and "Noted" in words(answer)


def test_a_need_is_noted_on_the_person_s_page_and_meets_what_i_have(owner, gu, book):
    """V2, V3: two columns, an arrow only where they meet, an empty side says so."""
    page = reverse("person", args=[gu])
    before = words(owner.get(page))
    assert "What we can do for each other" in before and before.count("nothing yet") == 4
    post(owner, "value_note", side="offer", text="patent law advice")
    answer = post(owner, "value_note", person=gu, side="need", text="专利律师", origin="guess", next=page)
    html = answer.content.decode()

    assert answer.request["PATH_INFO"] == page
    assert 'data-match="out"' in html and "Your guess of 2 March, not asked yet." in words(answer)
    assert "patent law advice" in words(answer) and "Does not fit" in words(answer)
    assert "专利律师" in words(owner.get("/value/"))


def test_a_match_is_put_aside_and_comes_back_when_undone(owner, gu, book):
    """V4."""
    post(owner, "value_note", side="offer", text="patent law advice")
    post(owner, "value_note", person=gu, side="need", text="专利律师")
    key = re.search(r'name="key" value="(\d+-\d+)"', owner.get("/value/").content.decode())[1]
    answer = post(owner, "value_match", key=key)
    assert "Put aside" in words(answer) and "data-match" not in answer.content.decode()
    [undo] = set(re.findall(r"/decisions/\d+/undo/", answer.content.decode()))
    assert "data-match" in owner.post(undo, {"next": "/value/"}, follow=True).content.decode()


def test_one_line_notes_it_and_a_line_that_tells_nothing_is_shown_again(owner, gu):
    """V2."""
    assert "Noted: 顾望舒 looks for 供应链" in words(post(owner, "value_line", line="顾望舒在找供应链"))
    answer = post(owner, "value_line", line="Es <b>regnet</b>.")
    html = answer.content.decode()
    assert "does not tell who looks for what" in words(answer)
    assert 'value="Es &lt;b&gt;regnet&lt;/b&gt;."' in html and 'aria-invalid="true"' in html
    assert "aria-invalid" not in owner.get("/value/").content.decode()


def test_what_was_noted_is_changed_ended_and_the_end_undone(owner, gu, book):
    """V2."""
    page = reverse("person", args=[gu])
    post(owner, "value_note", person=gu, side="need", text="a printer")
    note = Decision.objects.get(kind="value").pk
    answer = post(owner, "value_change", note, text="two printers", until="2026-05-01", next=page)
    assert "two printers" in words(answer) and "Until 1 May." in words(answer)
    answer = post(owner, "value_end", note, next=page)
    assert "two printers" not in words(answer)
    [undo] = set(re.findall(r"/decisions/\d+/undo/", answer.content.decode()))
    assert "two printers" in words(owner.post(undo, {"next": page}, follow=True))


@pytest.mark.parametrize(
    "fields",
    [
        {"side": "need", "text": " "},
        {"side": "both", "text": "x"},
        {"side": "need", "text": "x", "importance": "huge"},
        {"side": "need", "text": "x", "until": "2020-01-01"},
        {"side": "need", "text": "x" * 300},
    ],
)
def test_what_cannot_be_noted_is_said_and_nothing_is_kept(owner, book, fields):
    answer = post(owner, "value_note", **fields)
    assert answer.status_code == 200 and 'class="field-error"' in answer.content.decode()
    assert not Decision.objects.filter(kind="value").exists()


def test_nothing_is_noted_of_somebody_who_is_not_there(owner, book):
    assert post(owner, "value_note", side="need", text="x", person="999999").status_code == 404
    assert not Decision.objects.filter(kind="value").exists()


def test_a_proposal_shows_its_sentence_and_is_accepted_or_not(owner, book, tmp_path):
    """V2: never silently stored."""
    path = tmp_path / "more.mbox"
    day = letters.TODAY - timedelta(days=3)
    said = "We are looking for a printer in Porto. And I need someone who reads German.\n"
    path.write_text(letters.letter(7000, letters.GU, letters.ME, day, ("Two things", said)), "utf-8")
    import_paths(book, [path], now=NOW, me=[letters.ME[1]])
    page = owner.get("/value/")
    assert "We are looking for a printer in Porto." in words(page)
    assert not Decision.objects.filter(kind="value").exists()
    first, second = re.findall(r'name="key" value="([0-9a-f]{16})"', page.content.decode())
    assert "That is so" not in words(post(owner, "value_proposal", key=second, answer="dismiss")).replace(
        "That is so No", "", 1
    )
    answer = post(owner, "value_proposal", key=first, answer="accept")
    assert "Letters seem to say" not in words(answer)
    assert Decision.objects.get(kind="value").payload["sentence"] == "We are looking for a printer in Porto."
    again = post(owner, "value_proposal", key=first, answer="accept").content.decode()
    assert "waits for an answer" in again.partition('id="toast"')[2]


def test_achievements_and_the_review(owner, gu, book):
    """V1."""
    answer = post(
        owner, "value_achievement", text="No returns", proof="https://x.example/a", witness="顾望舒"
    )
    html = answer.content.decode()
    assert 'href="https://x.example/a" rel="noreferrer noopener"' in html and "can confirm it" in words(
        answer
    )
    post(owner, "value_achievement", text="A book", proof="javascript:alert(1)", growing="1")
    assert 'href="javascript' not in owner.get("/value/").content.decode()
    assert "nobody under" in words(post(owner, "value_achievement", text="x", witness="Zoe"))
    record_value(book, None, "offer", "printing", now=NOW, on=letters.TODAY - timedelta(days=100))
    assert "have not looked through it" in words(owner.get("/value/"))
    assert "have not looked through it" not in words(post(owner, "value_reviewed"))


def test_in_chinese_the_page_and_the_section_are_chinese(owner, gu, book):
    record_settings(book, now=NOW, language="zh-hans")
    post(owner, "value_note", side="offer", text="专利法咨询")
    post(owner, "value_note", person=gu, side="need", text="专利律师")
    said = words(owner.get(reverse("person", args=[gu])))
    assert "彼此有用之处" in said and "我能给" in said and "望舒需要" in said and "还没有" in said
    page = words(owner.get("/value/"))
    assert "我有，他们要" in page and "先看自己有什么，再看谁用得上。" in page


def test_the_owner_s_own_page_and_a_list_s_have_no_such_section(owner, book):
    me = Person.objects.get(is_me=True).pk
    assert "What we can do for each other" not in words(owner.get(reverse("person", args=[me])))
