"""What cannot be read in a form is refused and said, never taken for an empty field."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from renmai.store.models import Decision
from renmai.web.forms.book.fields import DayField, LineField, RowField, row_of
from renmai.web.forms.ties.ties import StrengthField
from renmai.web.forms.together.cooperations import MarginField
from renmai.web.views.book.address import row_at
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
    with pytest.raises(ValidationError, match=f"“{typed}” is no day"):
        DayField(id="until").clean(typed)


@pytest.mark.parametrize("typed", ["twelve", "nan", "inf", "1e999", "5 or so", "%"])
def test_what_is_no_figure_is_refused(typed):
    with pytest.raises(ValidationError, match=f"“{typed}” is not"):
        MarginField(id="margin").clean(typed)
    with pytest.raises(ValidationError, match="from 0 to 100"):
        StrengthField(id="strength").clean(typed)


@pytest.mark.parametrize("typed", ["x", "-1", "1.5", "9" * 19, "٣"])
def test_what_numbers_no_row_is_refused_and_in_an_address_left_out(typed):
    with pytest.raises(ValidationError) as refused:
        RowField().clean(typed)
    assert NO_NUMBER in refused.value.messages[0] and typed in refused.value.messages[0]
    assert row_of(typed) is row_at({"person": typed}, "person") is None


def test_an_empty_field_says_nothing_and_a_plain_one_what_it_holds():
    for typed in (None, "", "  "):
        read = (DayField(id="on"), MarginField(id="margin"), RowField())
        assert [field.clean(typed) for field in read] == [None, None, None]
        assert LineField().clean(typed) == ""
    assert DayField(id="on").clean(" 2026-12-31 ") == date(2026, 12, 31)
    assert MarginField(id="margin").clean("−12.5 ％") == -12.5
    assert RowField().clean(" 7 ") == row_at({"person": "7"}, "person") == 7
    assert LineField().clean(" two\nlines\0 ") == "two lines"


def test_a_text_that_is_too_long_is_refused_and_never_cut():
    assert LineField(most=5).clean("  abcde ") == "abcde"
    with pytest.raises(ValidationError, match="6 letters long; at most 5"):
        LineField(most=5).clean("abcdef")


def test_a_day_and_a_figure_that_are_wrong_stay_readable_in_their_boxes():
    """A browser empties a box for days of what is no day."""
    day, strength = DayField(id="on").widget, StrengthField(id="strength").widget
    assert 'type="date"' in day.render("on", "2026-12-31") and 'type="date"' in day.render("on", None)
    assert 'type="text" name="on" value="31.12.2026"' in day.render("on", "31.12.2026")
    assert 'type="number"' in strength.render("strength", "120") and 'type="number"' in strength.render(
        "s", None
    )
    assert 'type="text" name="strength" value="much"' in strength.render("strength", "much")


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
        if module.name.startswith(("web/views/", "web/forms/"))
        and ("day_named(typed" in module.text or "fromisoformat(" in module.text or "float(" in module.text)
    ]

    assert reading == ["web/forms/book/fields.py"]
