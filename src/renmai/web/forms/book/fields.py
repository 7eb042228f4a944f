"""Fields of forms: what was typed becomes a day, a figure, a row's number, a word or a line, or is refused.

What a field holds and cannot be read is refused, never taken for an empty field: a last day that was typed
wrongly would else leave a need open for ever. An empty field is None, or no text; whether that may be is a
rule, and rules are checked by actions.
"""

from datetime import date, time
from math import isfinite
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from renmai.domain.book.because import Because
from renmai.domain.book.days import day_named, hour_named
from renmai.web.forms.book.boxes import ChoiceBox, DayBox, HiddenBox, LineBox, LinesBox, TickBox, Words
from renmai.wording import sentence

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Wording = str | _StrPromise

LONGEST_ID = 18
"""Longer numbers no database holds."""
LONGEST_LINE = 500
MOST_NAMED = 12
"""So many words on offer are named where another was said."""


def field_error(code: str, **numbers: object) -> ValidationError:
    """Return what a field says of what it cannot read."""
    return ValidationError(sentence(Because(code, numbers)))


def row_of(typed: str) -> int | None:
    """Return a row's number, one that a database could hold, None where it is none."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_ID else None


class LineField(forms.CharField):
    """One line of text; `attributes` are those of its box, `id` is its name on the page."""

    widget = LineBox

    def __init__(
        self,
        label: "Wording" = "",
        *,
        id: str = "",
        most: int = LONGEST_LINE,
        help: "Wording" = "",
        box: str = "input",
        is_seen: bool = True,
        **attributes: object,
    ) -> None:
        super().__init__(required=False, label=label, help_text=help, widget=None if is_seen else HiddenBox)
        self.id, self.most = id, most
        if is_seen:
            self.widget.attrs |= {"class": box, "maxlength": most, "autocomplete": "off", **attributes}

    def to_python(self, value: object) -> str:
        """Return the text in one line.

        :raises ValidationError: if it is too long; it is never cut
        """
        text = " ".join(str(super().to_python(value)).replace("\0", "").split())
        if len(text) > self.most:
            raise field_error("text_too_long", length=len(text), most=self.most)
        return text


class LinesField(forms.CharField):
    """Some lines of text, as they were typed."""

    widget = LinesBox

    def __init__(self, label: "Wording" = "", *, id: str, help: "Wording" = "", **attributes: object) -> None:
        super().__init__(required=False, label=label, help_text=help, strip=False)
        self.id = id
        self.widget.attrs = {"class": "input", **attributes}


class DayField(forms.Field):
    """A day."""

    widget = DayBox

    def __init__(
        self,
        label: "Wording" = "",
        *,
        id: str,
        help: "Wording" = "",
        box: str = "input input-day",
        **attributes: object,
    ) -> None:
        super().__init__(required=False, label=label, help_text=help)
        self.id = id
        self.widget.attrs |= {"class": box, **attributes}

    def to_python(self, value: object) -> date | None:
        """Return the day, None where none is said.

        :raises ValidationError: if it is none, or lies centuries off
        """
        typed = str(value or "").strip()
        try:
            return day_named(typed) if typed else None
        except ValueError as error:
            raise field_error("not_a_day", text=typed) from error

    def prepare_value(self, value: object) -> object:
        """Return a day as the box wants it."""
        return value.isoformat() if isinstance(value, date) else value


class HourField(forms.Field):
    """An hour of the day."""

    widget = LineBox

    def __init__(self, label: "Wording", *, id: str) -> None:
        super().__init__(required=False, label=label)
        self.id = id
        self.widget.attrs |= {"class": "input input-day", "placeholder": "18:30", "autocomplete": "off"}

    def to_python(self, value: object) -> time | None:
        """Return the hour, None where none is said.

        :raises ValidationError: if it is none
        """
        typed = str(value or "").strip()
        try:
            return hour_named(typed) if typed else None
        except ValueError as error:
            raise field_error("not_an_hour", text=typed) from error


class FigureField(forms.Field):
    """A figure, a percent sign after it or not; an heir says in `WRONG` the code of what is none."""

    WRONG: ClassVar[str]
    widget = LineBox

    def __init__(self, label: "Wording" = "", *, id: str, help: "Wording" = "", **attributes: object) -> None:
        super().__init__(required=False, label=label, help_text=help)
        self.id = id
        self.widget.attrs |= {"class": "input input-short", "autocomplete": "off", **attributes}

    def to_python(self, value: object) -> float | None:
        """Return the figure, None where none is said.

        :raises ValidationError: if it is none
        """
        typed = str(value or "").strip()
        try:
            figure = float(typed.rstrip("%％").replace("−", "-")) if typed else None
        except ValueError as error:
            raise field_error(self.WRONG, text=typed) from error
        if figure is not None and not isfinite(figure):
            raise field_error(self.WRONG, text=typed)
        return figure

    def prepare_value(self, value: object) -> object:
        """Return a figure as one would type it."""
        return f"{value:g}" if isinstance(value, float) else value


class ChoiceField(forms.ChoiceField):
    """One of some words; what is not on offer is refused. An empty code among them is a choice of none."""

    widget = ChoiceBox

    def __init__(
        self,
        words: Words,
        label: "Wording" = "",
        *,
        id: str = "",
        help: "Wording" = "",
        is_seen: bool = True,
        **attributes: object,
    ) -> None:
        widget = None if is_seen else HiddenBox
        super().__init__(required=False, label=label, help_text=help, choices=words, widget=widget)
        self.id, self.words = id, words
        if isinstance(self.widget, ChoiceBox):
            self.widget.words = words
        if is_seen:
            self.widget.attrs |= {"class": "input", **attributes}

    def validate(self, value: str) -> None:
        """Refuse a word that is not on offer.

        :raises ValidationError: then, with those that are where they are few
        """
        offered = [str(code) for code, _ in self.words() if code]
        if value and value not in offered:
            if len(offered) > MOST_NAMED:
                raise field_error("not_on_offer", text=value)
            raise field_error("no_such_word", word=value, words=", ".join(offered))


class TickField(forms.BooleanField):
    """Yes, or nothing said."""

    widget = TickBox

    def __init__(self, label: "Wording" = "", *, id: str = "") -> None:
        super().__init__(required=False, label=label)
        self.id = id


class RowField(forms.Field):
    """The number of a row that a form carries along unseen, or that a button of it names."""

    widget = HiddenBox

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: object) -> int | None:
        """Return the number, None where none is said.

        :raises ValidationError: if it is none
        """
        typed = str(value or "").strip()
        row = row_of(typed)
        if typed and row is None:
            raise field_error("no_such_number", text=typed)
        return row


class RowsField(forms.Field):
    """The numbers of the rows that are ticked."""

    widget = forms.MultipleHiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> list[int]:
        """Return the numbers.

        :raises ValidationError: if one of them is none
        """
        rows = {typed: row_of(typed) for typed in value}
        for typed, row in rows.items():
            if row is None:
                raise field_error("no_such_number", text=typed)
        return [row for row in rows.values() if row is not None]


class TickedField(forms.Field):
    """The texts of the boxes that are ticked."""

    widget = forms.MultipleHiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> list[str]:
        """Return the texts, each once."""
        return list(dict.fromkeys(str(text) for text in value or ()))


class KeyField(forms.CharField):
    """A code or a key that a form carries along unseen, or that a button of it names."""

    widget = HiddenBox

    def __init__(self) -> None:
        super().__init__(required=False)


class TextsField(forms.Field):
    """Several texts under one name, in their order."""

    widget = forms.MultipleHiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> list[str]:
        """Return the texts."""
        return [str(each) for each in value or ()]
