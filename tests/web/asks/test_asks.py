"""Asks and favours on the page: wrong input, the person page, nothing of a stranger's (V6, V7)."""

import re

import pytest
from django.urls import reverse

from renmai.store.models import Decision, Person
from tests.web.pages.test_pages import person_id, visible


@pytest.fixture
def gu(owner, book) -> int:
    return person_id(owner, "gws")


def words(answer) -> str:
    """Return the text of a page, no space before a mark."""
    return re.sub(r"\s+([,:;.])", r"\1", " ".join(visible(answer)))


def decisions() -> int:
    return Decision.objects.filter(undone_at=None).count()


def test_the_person_page_says_whether_to_ask_and_keeps_the_ledger(owner, gu):
    fields = {"side": "got", "favour": "<b>a van</b>", "size": "", "amount": "¥400", "gift": "1"}
    answer = owner.post(reverse("record_favour", args=[gu]), fields, follow=True)
    said = words(answer)

    assert "May I ask now?" in said and "The ledger" in said
    assert "<b>a van</b>" in said and re.search(r"a gift, +400 CNY +got, +middle", said)
    assert "sent to nobody" in said and "I got 1, 3 points left" in said
    [thanked] = set(re.findall(r"/favours/\d+/thanked/", answer.content.decode()))
    answer = owner.post(thanked, {"next": reverse("person", args=[gu])}, follow=True)
    assert "I have said thank you" not in visible(answer)


@pytest.mark.parametrize(
    "fields",
    [{"favour": "  "}, {"favour": "a van", "size": "huge"}, {"favour": "a van", "amount": "a cow"}],
)
def test_a_favour_that_cannot_be_is_shown_again_with_what_is_wrong(owner, gu, fields):
    before = decisions()
    answer = owner.post(reverse("record_favour", args=[gu]), {"side": "gave", **fields}, follow=True)

    html = answer.content.decode()
    assert decisions() == before and 'class="field-error"' in html
    assert f'value="{fields["favour"]}"' in html
    assert html.count('<details class="join" open') == ("amount" in fields)


def test_the_page_before_asking_shows_questions_steps_a_draft_and_both_ways_on(owner, gu):
    page = owner.get(reverse("ask"), {"person": gu, "what": "a word", "size": "large"})
    html, said = page.content.decode(), words(page)

    assert re.search(r'class="verdict verdict-wait verdict-framed"', html)
    assert "Wait a little" in said and "What is in it for them?" in said
    assert "What makes it right to ask" in said and "A draft for that day" in said
    assert "nothing is sent" in said and "Keep it for that day" in said and "Ask today all the same" in said


def test_asking_against_the_verdict_wants_one_line_of_why(owner, gu):
    """V7: the owner can always overrule; the reason is kept."""
    fields = {"person": gu, "what": "a word", "size": "large", "why": "", "proud": ""}
    before = decisions()
    answer = owner.post(reverse("record_ask"), {**fields, "because": " "}, follow=True)
    assert decisions() == before and "leave one line of why" in words(answer)

    answer = owner.post(reverse("record_ask"), {**fields, "because": "It burns."}, follow=True)
    said = words(answer)
    assert decisions() == before + 1 and "It burns." in said and re.search("The check said: +Wait", said)


@pytest.mark.parametrize("until", ["", "2026-03-02", "2020-01-01"])
def test_a_wish_for_no_day_to_come_is_refused_in_words(owner, gu, until):
    fields = {"person": gu, "what": "a word", "size": "middle", "until": until}
    before = decisions()
    answer = owner.post(reverse("keep_wish"), fields, follow=True)
    assert decisions() == before and "Choose a day after today." in words(answer)


def test_a_wish_is_kept_shown_on_the_person_and_let_go(owner, gu):
    fields = {"person": gu, "what": "a whole evening", "size": "large", "until": "2026-05-01"}
    answer = owner.post(reverse("keep_wish"), fields, follow=True)
    assert "a whole evening" in words(answer)

    past = owner.get(reverse("asks"))
    [undo] = set(re.findall(r"/decisions/\d+/undo/", past.content.decode()))
    assert "a whole evening" in visible(past)
    assert "a whole evening" not in visible(owner.post(undo, {"next": reverse("asks")}, follow=True))


@pytest.mark.parametrize(
    "fields",
    [
        {"person": "x", "what": "a"},
        {"person": "9" * 30, "what": "a"},
        {"what": "a", "to": "nobody at all"},
        {"what": "\0", "size": "huge", "proud": "maybe", "to": "gu"},
        {"to": "a" * 5000},
    ],
)
def test_odd_words_in_the_address_are_no_fault(owner, book, fields):
    assert owner.get(reverse("ask"), fields).status_code == 200


def test_several_people_of_one_name_are_offered_and_the_owner_is_nobody_to_ask(owner, book):
    said = " ".join(visible(owner.get(reverse("ask"), {"to": "Gu Wangshu", "what": "a word"})))
    assert "Whom do you mean?" in said or "Is this worth it?" in said
    me = Person.objects.get(is_me=True).pk
    assert owner.get(reverse("ask"), {"person": me}).status_code == 404
    assert "May I ask now?" not in visible(owner.get(reverse("person", args=[me])))


def test_what_is_not_there_is_not_found(owner, book):
    for address in (
        reverse("thanked", args=[10**6]),
        reverse("ask_ended", args=[10**6]),
        reverse("record_favour", args=[10**6]),
        reverse("record_ask"),
        reverse("keep_wish"),
    ):
        fields = {
            "favour": "a van",
            "outcome": "granted",
            "person": "1000000",
            "what": "a",
            "until": "2027-01-01",
        }
        assert owner.post(address, fields).status_code == 404
