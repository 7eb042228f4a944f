"""Forms of needs and offers: noted by fields or in one line, changed, proposals and matches answered."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as later

from renmai.domain.value.values import Importance, Origin, Side
from renmai.web.forms.book.fields import ChoiceField, DayField, KeyField, LineField, RowField
from renmai.web.forms.book.noun_form import NounForm
from renmai.web.templatetags.value.values import origin_of_value, weight_of_value

LONGEST_VALUE, LONGEST_SAID = 200, 300


def _sides() -> Iterator[tuple[str, str]]:
    return ((side, side) for side in Side)


def _origins() -> Iterator[tuple[str, str]]:
    return ((origin, origin_of_value(origin)) for origin in Origin)


def _importances() -> Iterator[tuple[str, str]]:
    return ((importance, weight_of_value(importance)) for importance in Importance)


class ValueForm(NounForm):
    """A need or an offer: of the person it carries along, of the owner without one."""

    called, main = "value", "text"
    wrong_at = {"value_is_over": "until"}

    person = RowField()
    side = ChoiceField(_sides)
    text = LineField(later("What it is"), id="value-text", most=LONGEST_VALUE, required=True)
    origin = ChoiceField(_origins, later("How you know"))
    importance = ChoiceField(_importances, later("Weight"))
    until = DayField(later("Until"), id="value-until", box="input input-date")


class ValueLineForm(NounForm):
    """A need or an offer said in one line."""

    called, main = "value_line", "line"

    line = LineField(
        later("Who looks for what, or has what, in one line"),
        id="line",
        most=LONGEST_SAID,
        box="",
        required=True,
        placeholder=later("Ada is looking for a printer · I can translate German"),
    )


class ValueChangeForm(NounForm):
    """What is otherwise by now about a need or an offer."""

    called, main = "value_change", "text"
    wrong_at = {"value_is_over": "until"}

    text = LineField(later("What it is"), id="text", most=LONGEST_VALUE)
    importance = ChoiceField(_importances, later("Weight"))
    origin = ChoiceField(_origins, later("How you know"))
    until = DayField(later("Until"), id="value-until", box="input input-date")


class ValueProposalForm(NounForm):
    """Whether what a letter seems to say is so."""

    called = "value_proposal"

    key = KeyField()
    answer = KeyField()


class MatchForm(NounForm):
    """A need and an offer that do not fit after all."""

    called = "match"

    key = KeyField()
