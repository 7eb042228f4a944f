"""Forms of reputation: who introduced somebody, and what somebody said of the owner unasked."""

from django.utils.translation import gettext_lazy as later

from renmai.web.forms.book.fields import LineField, RowField
from renmai.web.forms.book.noun_form import NounForm


class IntroducerForm(NounForm):
    """Who introduced somebody; nobody did where it is empty."""

    called = "introducer"

    introducer = RowField()
    how = LineField()


class CommendationForm(NounForm):
    """What somebody said of the owner unasked, and to whom."""

    called, main = "commendation", "what"

    what = LineField(later("What they said"), id="said-what", required=True)
    to_whom = LineField(later("To whom"), id="said-to")
