"""The form of what became of a suggestion."""

from renmai.web.forms.book.fields import KeyField
from renmai.web.forms.book.noun_form import NounForm


class OutcomeForm(NounForm):
    """Which suggestion, of whom, and what became of it: done, dropped, or later with how much later."""

    called = "outcome"

    key = KeyField()
    name = KeyField()
    outcome = KeyField()
