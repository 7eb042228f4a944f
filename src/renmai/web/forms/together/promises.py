"""Forms of promises: what was promised, and how it ended."""

from django.utils.translation import gettext_lazy as later

from renmai.web.forms.book.fields import DayField, KeyField, LineField
from renmai.web.forms.book.noun_form import NounForm


class PromiseForm(NounForm):
    """What the owner promised somebody, and by when."""

    called, main = "promise", "what"
    wrong_at = {"no_such_due_day": "due_on"}

    what = LineField(
        later("What I promised"), id="promise-what", required=True, placeholder=later("What I promised")
    )
    due_on = DayField(later("By when"), id="promise-due")


class PromiseMoveForm(NounForm):
    """Another day for a promise; none names no day."""

    called, main = "promise_move", "due_on"

    due_on = DayField(later("By when, empty for no day"), id="promise-move")


class PromiseEndForm(NounForm):
    """Whether a promise was kept, or given up."""

    called = "promise_end"

    is_kept = KeyField()
