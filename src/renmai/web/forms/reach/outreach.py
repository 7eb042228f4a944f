"""Forms of outreach: whom to reach and what for, an attempt, a sign of life, a rest, its end."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as later

from renmai.domain.reach.outreach import ReachWay
from renmai.web.forms.book.fields import ChoiceField, DayField, FigureField, KeyField, LineField
from renmai.web.forms.book.noun_form import NounForm
from renmai.web.templatetags.reach.outreach import way_words


def _ways() -> Iterator[tuple[str, str]]:
    return ((way, way_words(way)) for way in ReachWay)


class LeastField(FigureField):
    """Below which chance one lets go, in percent."""

    WRONG = "no_such_chance"


class OutreachForm(NounForm):
    """Whom the owner wants to reach: what for, by when, down to which chance."""

    called, main = "outreach", "goal"
    wrong_at = {"no_such_due_day": "deadline_on", "no_such_chance": "least_percent"}

    goal = LineField(
        later("What I hope for"),
        id="outreach-goal",
        required=True,
        help=later("One small thing, said plainly."),
    )
    deadline_on = DayField(
        later("By when"), id="outreach-by", help=later("After that day you let it go in peace.")
    )
    least_percent = LeastField(
        later("Let go below"),
        id="outreach-least",
        inputmode="decimal",
        help=later("The chance, in percent, below which another attempt is not worth it; 10 if left empty."),
    )


class OutreachChangeForm(OutreachForm):
    """Another goal, day or least chance."""

    called = "outreach_change"


class AttemptForm(NounForm):
    """One attempt: by which way, what was new for them, on which day."""

    called, main = "outreach_attempt", "news"
    wrong_at = {
        "no_such_way": "way", "no_such_due_day": "happened_on", "day_is_to_come": "happened_on",
        "before_it_began": "happened_on",
    }  # fmt: skip

    news = LineField(
        later("What was new for them"),
        id="attempt-news",
        required=True,
        placeholder=later("What was new for them"),
    )
    way = ChoiceField(_ways, later("By which way"), id="attempt-way")
    happened_on = DayField(later("On which day, empty for today"), id="attempt-on")


class SignForm(NounForm):
    """What they let be heard, short of what is hoped for."""

    called, main = "outreach_sign", "words"
    wrong_at = {
        "no_such_due_day": "happened_on", "day_is_to_come": "happened_on", "before_it_began": "happened_on",
    }  # fmt: skip

    is_heard = KeyField()
    words = LineField(later("What they said"), id="sign-words", placeholder=later("What they said"))
    happened_on = DayField(later("On which day, empty for today"), id="sign-on")


class RestForm(NounForm):
    """Until when it rests."""

    called, main = "outreach_rest", "until_on"

    until_on = DayField(later("Until when, empty for a season"), id="rest-until")


class OutreachEndForm(NounForm):
    """How it ended."""

    called = "outreach_end"

    end = KeyField()
