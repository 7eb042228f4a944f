"""The form of a line: its words, and what was answered of it."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Self

from django.utils.translation import gettext_lazy as later

from renmai.actions.lines.log_line import KINDS
from renmai.domain.book.because import Because
from renmai.domain.lines.names import LONGEST_LINE
from renmai.queries.lines.cards import LineAnswers, LineCard
from renmai.web.forms.book.fields import (
    ChoiceField,
    DayField,
    LineField,
    RowsField,
    TextsField,
    TickField,
    row_of,
)
from renmai.web.forms.book.noun_form import NounForm
from renmai.wording import sentence


def _kinds() -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        yield kind, sentence(Because(f"line_kind_{kind}"))


class LineForm(NounForm):
    """A line, who each name in it is, the day, the kind, and what of the rest is kept."""

    called, main = "line", "line"
    wrong_at: ClassVar[Mapping[str, str]] = {
        "no_such_person": "beside",
        "several_people": "beside",
        "day_is_to_come": "on",
    }

    line = LineField(
        later("What happened, with whom?"),
        id="line",
        most=LONGEST_LINE,
        required=True,
        placeholder=later("Lunch with Ada yesterday, she needs a printer"),
    )
    on = DayField(later("Day"), id="line-on")
    kind = ChoiceField(_kinds, later("Kind"), id="line-kind")
    said = TextsField()
    who = TextsField()
    beside = LineField(later("Who else was there?"), id="line-beside")
    offered = RowsField()
    ticked = RowsField()
    whose_at = RowsField()
    whose = TextsField()
    once_more = TickField(later("Keep the same words once more"), id="line-again")
    also = RowsField()
    edits = LineField(is_seen=False)
    is_for_later = TickField(later("Keep it without anybody, to be filed later"), id="line-later")

    @property
    def text(self) -> str:
        """The line as it was typed, also where it is refused."""
        return " ".join(self.typed.get("line", "").replace("\0", "").split())

    def filled(self, card: LineCard) -> Self:
        """Return the form with the day and the kind that the line says, where nothing else was said."""
        typed = self.typed.copy()
        for name, value in (("line", card.text), ("on", card.on.isoformat()), ("kind", card.kind)):
            if not typed.get(name) or (self.has("anew") and name != "line"):
                typed[name] = value
        return type(self)(typed, refusal=self.refusal)

    def answers(self) -> LineAnswers:
        """Return what was answered; what cannot be read is not answered, nor what is to be read anew."""
        is_anew = self.has("anew")
        offered, ticked = self.read("offered") or [], self.read("ticked") or []
        people = zip(self.read("said") or [], self.read("who") or [], strict=False)
        whose = zip(self.read("whose_at") or [], self.read("whose") or [], strict=False)
        return LineAnswers(
            people={name: answer for name, answer in people if answer},
            also=tuple(self.read("also") or ()),
            on=None if is_anew else self.read("on"),
            kind="" if is_anew else self.read("kind") or "",
            whose={place: name for place, name in whose if name},
            left_out=frozenset(offered) - frozenset(ticked),
            is_again=bool(self.read("once_more") or self.edited),
        )

    @property
    def edited(self) -> int | None:
        """The number of the kept line that this one takes the place of."""
        return row_of(self.typed.get("edits", "")) or None
