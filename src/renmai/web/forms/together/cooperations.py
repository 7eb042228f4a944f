"""The form of a cooperation: its terms, its stage, an attempt in vain."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as later

from renmai.domain.together.cooperation import ORDER
from renmai.web.forms.book.fields import ChoiceField, DayField, FigureField, KeyField, LineField, TickField
from renmai.web.forms.book.noun_form import NounForm
from renmai.web.templatetags.together.cooperations import stage_words


def _stages() -> Iterator[tuple[str, str]]:
    return ((stage, stage_words(stage)) for stage in ORDER)


class MarginField(FigureField):
    """What is left to the other side, in percent."""

    WRONG = "no_such_margin"


class CooperationForm(NounForm):
    """The terms of a cooperation, or what a button says of one; what is not on the form stays as it is."""

    called, main = "cooperation", "title"
    wrong_at = {"no_such_margin": "margin_percent", "no_such_due_day": "due_on", "no_such_stage": "stage"}

    stage = ChoiceField(_stages, later("Stage"), id="coop-stage")
    title = LineField(later("What it is"), id="coop-title", required=True)
    need = LineField(
        later("Their need"),
        id="coop-need",
        help=later("The need of theirs that it answers. A proposal begins there."),
    )
    their_gain = LineField(later("They gain"), id="coop-theirs")
    my_gain = LineField(later("I gain"), id="coop-mine")
    margin_percent = MarginField(
        later("Left to them"),
        id="coop-margin",
        inputmode="decimal",
        help=later("Their margin in percent, where there is one."),
    )
    has_exclusive = KeyField()
    is_exclusive = TickField(later("keeps them from working with others"))
    others = LineField(later("With others"), id="coop-others")
    next_step = LineField(later("My next step"), id="coop-step")
    due_on = DayField(later("Due"), id="coop-due")
    next_idea = LineField(
        later("The next one"), id="coop-next", help=later("What could come after; a door left open.")
    )
    is_attempt = KeyField()
