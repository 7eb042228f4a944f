"""Forms of meetings: arranged by hand, and moved."""

from django.utils.translation import gettext_lazy as later

from renmai.domain.reach.meetings import LONGEST_PLACE, LONGEST_WHAT
from renmai.web.forms.book.fields import DayField, HourField, LineField
from renmai.web.forms.book.noun_form import NounForm


class MeetingForm(NounForm):
    """A meeting with somebody: when, what about, where."""

    called, main = "meeting", "meets_on"
    wrong_at = {"meeting_is_past": "meets_on", "no_such_due_day": "meets_on"}

    meets_on = DayField(later("The day you meet"), id="meeting-on", required=True)
    at = HourField(later("Hour"), id="meeting-at")
    what = LineField(later("What about"), id="meeting-what", most=LONGEST_WHAT)
    place = LineField(later("Where"), id="meeting-place", most=LONGEST_PLACE)
