"""Boxes: what a field is typed into, written without templates, since a page may hold hundreds."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from renmai.domain.book.days import day_named

Attributes = dict[str, Any]
Words = Callable[[], Iterable[tuple[Any, Any]]]
"""What is on offer, each with its words; made anew for each look, in the language of whoever looks."""


def tag_attributes(has: Mapping[str, Any]) -> SafeString:
    """Return the attributes of a tag in their order: what is true by its name alone, what is not left out."""
    shown = ((name, value) for name, value in has.items() if value is not None and value is not False)
    return mark_safe(
        "".join(
            f" {name}" if value is True else f' {name}="{conditional_escape(value)}"' for name, value in shown
        )
    )


class LineBox(forms.TextInput):
    """One line of text."""

    def render(
        self, name: str, value: object, attrs: Attributes | None = None, renderer: object = None
    ) -> SafeString:
        """Return the box with what stands in it."""
        shown = self.format_value(value)
        fixed = {"type": self.type_for(shown), "name": name, "value": shown, **self.attrs}
        return format_html("<input{}>", tag_attributes(self.build_attrs(fixed, attrs)))

    def type_for(self, shown: str | None) -> str:
        """Return the type of the box."""
        return self.input_type


class HiddenBox(LineBox):
    """What a form carries along unseen."""

    input_type = "hidden"


class DayBox(LineBox):
    """A day; one that was typed wrongly stays readable, which a browser's own box for days would empty."""

    def type_for(self, shown: str | None) -> str:
        """Return `date` for an empty box and for a day."""
        try:
            return "date" if not shown or day_named(shown) else "text"
        except ValueError:
            return "text"


class FigureBox(LineBox):
    """A number; what was typed for one stays readable, which a browser's own box for numbers would empty."""

    def type_for(self, shown: str | None) -> str:
        """Return `number` for an empty box and for a number."""
        is_number = not shown or shown.removeprefix("-").replace(".", "", 1).isdecimal()
        return "number" if is_number else "text"


class LinesBox(forms.Textarea):
    """Some lines of text."""

    def render(
        self, name: str, value: object, attrs: Attributes | None = None, renderer: object = None
    ) -> SafeString:
        """Return the box with what stands in it; of two line breaks at its beginning browsers keep one."""
        built = self.build_attrs({**self.attrs, "name": name}, attrs)
        shown = self.format_value(value) or ""
        first = "\n" if shown.startswith(("\n", "\r")) else ""
        return format_html("<textarea{}>{}{}</textarea>", tag_attributes(built), first, shown)


class TickBox(forms.CheckboxInput):
    """Yes, or nothing said."""

    def render(
        self, name: str, value: object, attrs: Attributes | None = None, renderer: object = None
    ) -> SafeString:
        """Return the box, ticked or not."""
        fixed = {
            **self.attrs,
            "type": "checkbox",
            "name": name,
            "value": "1",
            "checked": self.check_test(value),
        }
        return format_html("<input{}>", tag_attributes(self.build_attrs(fixed, attrs)))


class ChoiceBox(forms.Select):
    """One of some words; its field says which."""

    words: Words

    def render(
        self, name: str, value: object, attrs: Attributes | None = None, renderer: object = None
    ) -> SafeString:
        """Return the box, what is chosen first of all that it offers."""
        chosen = "" if value is None else str(value)
        options = "".join(
            f"<option{tag_attributes(self.of_option(code, chosen))}>{conditional_escape(words)}</option>"
            for code, words in ((str(code), words) for code, words in self.words())
        )
        built = self.build_attrs({**self.attrs, "name": name}, attrs)
        return format_html("<select{}>{}</select>", tag_attributes(built), mark_safe(options))

    def of_option(self, code: str, chosen: str) -> Attributes:
        """Return the attributes of one word."""
        return {"value": code, "selected": code == chosen}


class LanguageBox(ChoiceBox):
    """One of some languages, each called in its own words."""

    def of_option(self, code: str, chosen: str) -> Attributes:
        """Return the attributes of a language: its words are of it."""
        return super().of_option(code, chosen) | {"lang": code}
