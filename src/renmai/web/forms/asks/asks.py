"""Forms of an ask: what is asked now, what is kept for a day to come, how it ended."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as later

from renmai.domain.asks.ledger import Size
from renmai.web.forms.book.fields import ChoiceField, DayField, KeyField, LineField, RowField
from renmai.web.forms.book.noun_form import NounForm

PROUD = {"yes": True, "no": False}


def _sizes() -> Iterator[tuple[str, str]]:
    return ((size, size) for size in Size)


def _prides() -> Iterator[tuple[str, str]]:
    return ((code, code) for code in PROUD)


class CheckedForm(NounForm):
    """What was asked of the check, carried along by the forms below its answer."""

    person = RowField()
    what = LineField(is_seen=False)
    size = ChoiceField(_sizes, is_seen=False)
    why = LineField(is_seen=False)
    proud = ChoiceField(_prides, is_seen=False)
    wish = RowField()


class AskForm(CheckedForm):
    """An ask that is made now; against the check only with a line of why."""

    called, main = "ask", "because"

    because = LineField(later("I ask all the same, because"), id="because", box="input input-text")


class WishForm(CheckedForm):
    """A wish to ask, kept for a day to come."""

    called, main = "wish", "until"
    instead = {"until_is_past": later("Choose a day after today.")}

    until = DayField(later("Not yet; remind me on"), id="until", box="input")


class AskEndingForm(NounForm):
    """How an ask ended."""

    called = "ask_ending"

    outcome = KeyField()
