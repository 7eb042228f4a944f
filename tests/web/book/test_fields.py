"""What cannot be read in a form is refused and said, never taken for an empty field."""

from datetime import date

import pytest
from django.urls import reverse

from renmai.store.models import Decision
from renmai.web.views.book.fields import NotUnderstood, day_in, figure_in, row_at, row_in
from tests.house.source import of_floors
from tests.web.pages.test_pages import person_id, visible

NO_DAY, NO_NUMBER = "is no day; write it like 2026-03-02", "Nothing goes by the number"
GU = "gu"
"""Stands for the person's number in an address or a field."""


@pytest.mark.parametrize(
    "typed",
    ["31.12.2026", "2026-02-30", "soon", "2026-13-01", "tomorrow", "１２", "9999-12-31", "0001-01-01"],
)
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(NotUnderstood) as refused:
        day_in({"until": typed}, "until")
    assert (refused.value.because.code, refused.value.because.numbers) == ("not_a_day", {"text": typed})


@pytest.mark.parametrize("typed", ["twelve", "nan", "inf", "1e999", "5 or so", "%"])
def test_what_is_no_figure_is_refused(typed):
    with pytest.raises(NotUnderstood) as refused:
        figure_in({"margin": typed}, "margin", wrong="no_such_margin")
    assert refused.value.because.code == "no_such_margin"


@pytest.mark.parametrize("typed", ["x", "-1", "1.5", "9" * 19, "٣"])
def test_what_numbers_no_row_is_refused_and_in_an_address_left_out(typed):
    with pytest.raises(NotUnderstood):
        row_in({"person": typed}, "person")
    assert row_at({"person": typed}, "person") is None


def test_an_empty_field_says_nothing_and_a_plain_one_what_it_holds():
    for fields in ({}, {"field": ""}, {"field": "  "}):
        assert (
            day_in(fields, "field"),
            figure_in(fields, "field", wrong="no_such_margin"),
            row_in(fields, "field"),
        ) == (None,) * 3
    assert day_in({"on": " 2026-12-31 "}, "on") == date(2026, 12, 31)
    assert figure_in({"margin": "−12.5 ％"}, "margin", wrong="no_such_margin") == -12.5
    assert row_in({"person": " 7 "}, "person") == row_at({"person": "7"}, "person") == 7


WRONG = [
    ("value_note", [], {"person": GU, "side": "need", "text": "a printer", "until": "31.12.2026"}, NO_DAY),
    ("promise", [GU], {"what": "a call", "due_on": "31.12.2026"}, NO_DAY),
    ("promise_move", [1], {"due_on": "31.12.2026"}, NO_DAY),
    ("start_cooperation", [GU], {"title": "A fair", "due_on": "31.12.2026"}, NO_DAY),
    ("start_cooperation", [GU], {"title": "A fair", "margin_percent": "twelve"}, "“twelve” is not"),
    ("note_position", [], {"person": GU, "organisation": "Q", "since": "1.2.2026"}, NO_DAY),
    ("note_position", [], {"person": GU, "organisation": "Q", "until": "1.2.2026"}, NO_DAY),
    ("end_position", [], {"position": "1", "until": "1.2.2026"}, NO_DAY),
    ("record_favour", [GU], {"side": "got", "favour": "a van", "on": "yesterday"}, NO_DAY),
    ("keep_wish", [], {"person": GU, "what": "a word", "until": "31.12.2026"}, NO_DAY),
    ("keep_wish", [], {"person": GU, "what": "a word", "until": "2026-12-31", "size": "huge"}, "none of"),
    ("record_ask", [], {"person": GU, "what": "a word", "size": "huge"}, "none of"),
    ("tie", [GU], {"strength": "strong"}, "A strength is a number from 0 to 100"),
    ("tier", [GU], {"tier": "all"}, NO_NUMBER),
    ("met", [GU], {"introducer": "x"}, NO_NUMBER),
    ("value_note", [], {"person": "x", "side": "need", "text": "a printer"}, NO_NUMBER),
    ("note_position", [], {"person": "x", "organisation": "Q"}, NO_NUMBER),
]


def test_a_wrong_field_of_any_form_is_said_and_nothing_is_kept(owner, book):
    """Whom a form cannot mean is not taken for the owner, either. One book for all, since none is changed."""
    number = {GU: str(person_id(owner, "gws"))}
    before = Decision.objects.count()
    unsaid = []
    for address, args, fields, said in WRONG:
        typed = {name: number.get(text, text) for name, text in fields.items()}
        answer = owner.post(
            reverse(address, args=[number.get(each, each) for each in args]), typed, follow=True
        )
        if answer.status_code != 200 or said not in " ".join(visible(answer)):
            unsaid.append((address, fields, answer.status_code))

    assert unsaid == []
    assert Decision.objects.count() == before


def test_days_and_figures_of_forms_are_read_in_one_place():
    reading = [
        module.name
        for module in of_floors("web")
        if module.name.startswith("web/views/")
        and ("fromisoformat(" in module.text or "float(" in module.text)
    ]

    assert reading == ["web/views/book/fields.py"]
