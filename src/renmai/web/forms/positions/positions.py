"""Forms of positions: one noted, the last day of one, the answer to one that is proposed."""

from django.utils.translation import gettext_lazy as later

from renmai.web.forms.book.fields import DayField, KeyField, LineField, RowField
from renmai.web.forms.book.noun_form import NounForm

LONGEST_WORDS = 120


class PositionForm(NounForm):
    """A position of the person it carries along, of the owner without one."""

    called, main = "position", "organisation"
    wrong_at = {"position_ends_early": "until"}

    person = RowField()
    host = KeyField()
    organisation = LineField(later("Where"), id="position-organisation", most=LONGEST_WORDS, required=True)
    title = LineField(later("As what"), id="position-title", most=LONGEST_WORDS)
    since = DayField(later("First day"), id="position-since")
    until = DayField(
        later("Last day"),
        id="position-until",
        help=later("One to come is a known change; Today then names the ties to make personal before it."),
    )


class PositionEndForm(NounForm):
    """The last day of a position; none takes a known end back."""

    called, main, row_field = "position_end", "until", "position"

    position = KeyField()
    until = DayField(later("Last day"), id="until")


class PositionAnswerForm(NounForm):
    """Whether a proposed position is so."""

    called = "position_answer"

    person = RowField()
    proposal = KeyField()
    answer = KeyField()
