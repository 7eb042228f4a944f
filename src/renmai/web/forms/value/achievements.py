"""The form of an achievement, with what proves it."""

from django.utils.translation import gettext_lazy as later

from renmai.web.forms.book.fields import LineField, TickField
from renmai.web.forms.book.noun_form import NounForm

LONGEST_ACHIEVEMENT, LONGEST_PROOF, LONGEST_WITNESS = 300, 1000, 100


class AchievementForm(NounForm):
    """What the owner achieved, or is building."""

    called, main = "achievement", "text"
    wrong_at = {"no_such_person": "witness", "several_people": "witness"}

    text = LineField(later("What"), id="achieved", most=LONGEST_ACHIEVEMENT, required=True)
    proof = LineField(
        later("Proof"),
        id="proof",
        most=LONGEST_PROOF,
        help=later("A link, or the path or name of a file; it is not opened."),
    )
    witness = LineField(later("Who can confirm it"), id="witness", most=LONGEST_WITNESS)
    growing = TickField(later("I am still building it"))
