"""The form of a favour or a gift, and which way it went."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from renmai.domain.asks.ledger import Size
from renmai.web.forms.book.fields import ChoiceField, DayField, LineField, TickField
from renmai.web.forms.book.noun_form import NounForm
from renmai.web.templatetags.asks.asks import size_words

GAVE, GOT = "gave", "got"


def _sides() -> Iterator[tuple[str, str]]:
    yield GAVE, _("I gave")
    yield GOT, _("I got")


def _sizes() -> Iterator[tuple[str, str]]:
    yield "", _("size")
    yield from ((size, size_words(size)) for size in Size)


class FavourForm(NounForm):
    """What the owner did for somebody, or they for the owner."""

    called, main = "favour", "favour"
    wrong_at = {"no_such_amount": "amount", "day_is_to_come": "on", "no_such_due_day": "on"}

    side = ChoiceField(_sides, later("Which way"), id="side")
    favour = LineField(
        later("What it was"),
        id="favour",
        box="input input-text",
        required=True,
        placeholder=later("What it was"),
    )
    size = ChoiceField(_sizes, later("Size"), id="favour-size")
    on = DayField(later("Date"), id="favour-on", box="input")
    amount = LineField(later("Amount"), id="amount", box="input input-money", placeholder="200 CNY")
    gift = TickField(later("a gift"))
