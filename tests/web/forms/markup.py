"""Reads the forms of a page: their fields with what stands in them, and what describes each."""

from html.parser import HTMLParser
from typing import NamedTuple

LABELLED = ("input", "select", "textarea")


class SentField(NamedTuple):
    """A field as a browser would send it, None as its value where it would not; is it folded away."""

    value: str | None
    attributes: dict[str, str | None]
    is_folded: bool


class PageForms(HTMLParser):
    """`forms` holds the fields of each form by its address, `texts` what stands in an element with an id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, SentField]] = {}
        self.texts: dict[str, str] = {}
        self._address = ""
        self._folds: list[bool] = []
        self._open: list[tuple[str, str]] = []
        self._choosing: tuple[str, dict[str, str | None]] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        has = dict(attributes)
        if tag == "form":
            self._address = has.get("action") or ""
        if tag == "details":
            self._folds.append("open" not in has)
        if tag in LABELLED and has.get("name"):
            self._take(tag, has)
        if tag == "option" and self._choosing and "selected" in has:
            name, of = self._choosing
            self._fields[name] = SentField(has.get("value") or "", of, any(self._folds))
        if has.get("id") and tag not in ("input", "img"):
            self._open.append((tag, has["id"] or ""))
        elif self._open and tag == self._open[-1][0]:
            self._open.append((tag, self._open[-1][1]))

    @property
    def _fields(self) -> dict[str, SentField]:
        return self.forms.setdefault(self._address, {})

    def _take(self, tag: str, has: dict[str, str | None]) -> None:
        name = has["name"] or ""
        is_box = has.get("type") in ("checkbox", "radio")
        if tag == "select":
            self._choosing = (name, has)
        is_unsent = (is_box and "checked" not in has) or tag in ("select", "textarea")
        if not (is_unsent and name in self._fields):
            value = None if is_unsent else has.get("value") or ""
            self._fields[name] = SentField(value, has, any(self._folds))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._address = ""
        if tag == "details":
            self._folds.pop()
        if tag == "select":
            self._choosing = None
        if self._open and self._open[-1][0] == tag:
            _, id = self._open.pop()
            field = next((f for f in self._fields.items() if f[1].attributes.get("id") == id), None)
            if tag == "textarea" and field:
                self._fields[field[0]] = field[1]._replace(value=self.texts.get(id, "").removeprefix("\n"))

    def handle_data(self, text: str) -> None:
        for id in {id for _, id in self._open}:
            self.texts[id] = self.texts.get(id, "") + text
