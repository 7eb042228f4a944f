"""A refused form comes back whole: all that was typed, the message under its field, the cursor there."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from renmai.actions.capture.record_settings import record_settings
from renmai.actions.positions.record_position import record_position
from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_promise import record_promise
from renmai.actions.value.record_value import record_value
from renmai.store.models import Decision
from tests.web import letters
from tests.web.conftest import NOW
from tests.web.forms.markup import PageForms
from tests.web.pages.test_pages import person_id

GU, NEED, PROMISED = "gu", "need number", "promise number"
COOPERATION, POSITION = "cooperation number", "position number"
"""Each stands for a number that is known only in the test, in an address or a field."""
NO_DAY = {"en": "is no day; write it like 2026-03-02", "zh-hans": "不是日期"}
NO_WORDS = {"en": "Say what it is, in a few words.", "zh-hans": "写几个字"}


@dataclass
class Case:
    """A form that is sent with something wrong: where it stands, the wrong field, what is said there."""

    address: str
    typed: dict[str, str]
    wrong: str
    said: dict[str, str]
    args: list[str] = field(default_factory=lambda: [GU])
    page: str = "person"
    page_args: list[str] = field(default_factory=lambda: [GU])


PROMISE = {"what": "a <b>call</b>", "due_on": "2026-12-31"}
FAVOUR = {
    "side": "got",
    "favour": 'a "van"',
    "size": "large",
    "on": "2026-02-01",
    "amount": "200 CNY",
    "gift": "1",
}
VALUE = {
    **{"person": GU, "side": "offer", "text": "供应链", "origin": "guess"},
    **{"importance": "high", "until": "2026-12-31"},
}
CHANGE = {name: VALUE[name] for name in ("text", "origin", "importance", "until")}
ACHIEVEMENT = {"text": "No returns", "proof": "https://x.example/a", "witness": "Zoe", "growing": "1"}
ASK = {"person": GU, "what": "a word", "size": "large", "why": "a talk", "proud": "no"}
TERMS = {
    **{"title": "A fair", "need": "visitors", "their_gain": "a stand", "my_gain": "a talk"},
    **{"margin_percent": "12.5", "is_exclusive": "1", "others": "Ada", "next_step": "call"},
    **{"due_on": "2026-12-31", "next_idea": "a book"},
}
TIE = {"tie_class": "weak", "bond": "kin", "strength": "80", "because": "We met <b>once</b>."}
POSITION_OF = {"organisation": "Q & Co", "title": "buyer", "since": "2026-02-01", "until": "2026-12-31"}
VALUE_PAGE = {"page": "value", "page_args": []}
NO_MARGIN = {"en": "from −100 to 100, in percent", "zh-hans": "100"}
CASES = [
    Case("promise", PROMISE | {"due_on": "31.12.2026"}, "due_on", NO_DAY),
    Case("promise", PROMISE | {"what": "  "}, "what", NO_WORDS),
    Case(
        "promise",
        PROMISE | {"what": "x" * 501},
        "what",
        {"en": "501 letters long; at most 500", "zh-hans": "501 个字"},
    ),
    Case("promise_move", {"due_on": "soon"}, "due_on", NO_DAY, args=[PROMISED]),
    Case("record_favour", FAVOUR | {"on": "yesterday"}, "on", NO_DAY),
    Case("record_favour", FAVOUR | {"favour": " "}, "favour", NO_WORDS),
    Case("record_favour", FAVOUR | {"amount": "a cow"}, "amount", {"en": "is no amount", "zh-hans": "金额"}),
    Case("value_note", VALUE | {"until": "31.12.2026"}, "until", NO_DAY, args=[]),
    Case(
        "value_note",
        VALUE | {"until": "2020-01-01"},
        "until",
        {"en": "It would be over on 1 January", "zh-hans": "1月1日"},
        args=[],
    ),
    Case(
        "value_note",
        {"side": "offer", "text": "x" * 201, "importance": "low", "until": ""},
        "text",
        {"en": "201 letters", "zh-hans": "201 个字"},
        args=[],
        **VALUE_PAGE,
    ),
    Case(
        "value_line",
        {"line": "Es regnet."},
        "line",
        {"en": "does not tell who looks for what", "zh-hans": "谁"},
        args=[],
        **VALUE_PAGE,
    ),
    Case("value_change", CHANGE | {"until": "soon"}, "until", NO_DAY, args=[NEED]),
    Case(
        "value_achievement",
        ACHIEVEMENT,
        "witness",
        {"en": "nobody under “Zoe”", "zh-hans": "Zoe"},
        args=[],
        **VALUE_PAGE,
    ),
    Case(
        "keep_wish",
        ASK | {"until": "2026-03-02"},
        "until",
        {"en": "Choose a day after today.", "zh-hans": "今天以后"},
        args=[],
        page="ask",
        page_args=[],
    ),
    Case(
        "record_ask",
        ASK | {"why": "", "proud": "", "because": " "},
        "because",
        {"en": "leave one line of why", "zh-hans": "一句"},
        args=[],
        page="ask",
        page_args=[],
    ),
    Case(
        "start_cooperation",
        TERMS | {"stage": "proposal", "margin_percent": "twelve"},
        "margin_percent",
        NO_MARGIN,
        page="new_cooperation",
    ),
    Case(
        "start_cooperation",
        TERMS | {"margin_percent": "300"},
        "margin_percent",
        NO_MARGIN,
        page="new_cooperation",
    ),
    Case(
        "progress",
        TERMS | {"due_on": "soon"},
        "due_on",
        NO_DAY,
        args=[COOPERATION],
        page="one_cooperation",
        page_args=[COOPERATION],
    ),
    Case("tie", TIE | {"strength": "120"}, "strength", {"en": "from 0 to 100", "zh-hans": "0 到 100"}),
    Case("tie", TIE | {"strength": "much"}, "strength", {"en": "from 0 to 100", "zh-hans": "0 到 100"}),
    Case("commended", {"what": " ", "to_whom": "the mayor"}, "what", NO_WORDS),
    Case("note_position", POSITION_OF | {"person": GU, "since": "1.2.2026"}, "since", NO_DAY, args=[]),
    Case(
        "note_position",
        POSITION_OF | {"until": "2026-01-01"},
        "until",
        {"en": "It cannot end on 1 January", "zh-hans": "不能在1月1日结束"},
        args=[],
        page="leaving",
        page_args=[],
    ),
    Case("end_position", {"position": POSITION, "until": "1.2.2026"}, "until", NO_DAY, args=[]),
    Case("rename", {"name": " "}, "name", {"en": "at least one letter", "zh-hans": "字"}),
    Case(
        "settings_me",
        {"handles": "\nneither@\nme@home.example"},
        "handles",
        {"en": "“neither@” is no mail address", "zh-hans": "neither@"},
        args=[],
        page="settings",
        page_args=[],
    ),
    Case(
        "settings_reading",
        {"name": "x" * 201, "language": "en", "time_zone": "Africa/Cairo", "region": "EG"},
        "name",
        {"en": "201 letters", "zh-hans": "201 个字"},
        args=[],
        page="settings",
        page_args=[],
    ),
]


def faults_of(owner, case: Case, numbers: dict[str, str], language: str) -> list[str]:
    """Return what is not as it must be where a case is sent."""
    address = reverse(case.address, args=[numbers[each] for each in case.args])
    page = reverse(case.page, args=[numbers[each] for each in case.page_args])
    typed = {name: numbers.get(text, text) for name, text in case.typed.items()}
    answer = owner.post(address, {**typed, "next": f"{page}#there"}, follow=True)
    stood = answer.redirect_chain[-1][0] if answer.redirect_chain else ""
    if urlsplit(stood).path != page or "#" in stood or answer.status_code != 200:
        return [f"it is shown at {stood or answer.status_code}"]
    shown = PageForms(answer.content.decode())
    fields = shown.forms.get(address, {})
    faults = [
        f"{name} holds {fields[name].value if name in fields else 'nothing'}"
        for name, text in typed.items()
        if name not in fields or fields[name].value != text
    ]
    has = fields[case.wrong].attributes if case.wrong in fields else {}
    error = f"{has.get('id')}-error"
    words = re.sub(r"\s+", " ", shown.texts.get(error, "")).strip()
    if case.said[language] not in words:
        faults.append(f"under {case.wrong} stands “{words}”")
    if has.get("aria-invalid") != "true" or error not in (has.get("aria-describedby") or "").split():
        faults.append(f"{case.wrong} is not marked: {has}")
    if case.wrong in fields and fields[case.wrong].is_folded:
        faults.append(f"{case.wrong} is folded away")
    cursors = [name for name, each in fields.items() if "autofocus" in each.attributes]
    return faults if cursors == [case.wrong] else [*faults, f"the cursor is in {cursors}"]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_refused_form_comes_back_with_all_that_was_typed_and_the_message_under_its_field(
    owner, book, language
):
    """One book for all, since nothing is kept."""
    record_settings(book, now=NOW, language=language)
    gu, days = person_id(owner, "gws"), {"now": NOW, "on": letters.TODAY}
    numbers = {
        GU: gu,
        PROMISED: record_promise(book, gu, "a book", due_on=None, **days),
        NEED: record_value(book, gu, "need", "a printer", **days),
        COOPERATION: record_cooperation(book, gu, {"title": "A book"}, **days),
        POSITION: record_position(book, gu, organisation="Old & Sons", **days),
    }
    numbers = {name: str(number) for name, number in numbers.items()}
    before = Decision.objects.count()
    faults = {
        (case.address, case.wrong, str(case.typed)[:60]): found
        for case in CASES
        if (found := faults_of(owner, case, numbers, language))
    }

    assert faults == {}
    assert Decision.objects.count() == before


def test_a_form_once_shown_again_is_empty_the_next_time_and_on_another_page_it_waits(owner, book):
    number = person_id(owner, "gws")
    page = reverse("person", args=[number])
    owner.post(reverse("promise", args=[number]), {"what": "a call", "due_on": "soon", "next": page})
    other = owner.get("/").content.decode()
    again, later = owner.get(page).content.decode(), owner.get(page).content.decode()

    assert "soon" not in other
    assert 'value="a call"' in again and 'value="soon"' in again
    assert 'value="a call"' not in later and "aria-invalid" not in later


def test_a_refusal_of_a_form_that_the_page_does_not_have_is_said_in_its_toast(owner, book):
    answer = owner.post(reverse("promise_end", args=[10**6]), {"is_kept": "no"}, follow=True)
    toast = answer.content.decode().partition('id="toast"')[2][:400]

    assert "There is no promise 1000000" in toast
