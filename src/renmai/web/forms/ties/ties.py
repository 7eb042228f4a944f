"""Forms of a tie: the owner's word on it, and the tier somebody is put into."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from renmai.domain.ties.ties import Bond, Correction, TieClass
from renmai.web.forms.book.boxes import FigureBox
from renmai.web.forms.book.fields import ChoiceField, FigureField, LineField, RowField
from renmai.web.forms.book.noun_form import NounForm
from renmai.web.templatetags.ties.words import bond_words, class_words


def _classes() -> Iterator[tuple[str, str]]:
    yield "", _("as the traces say")
    yield from ((each, class_words(each)) for each in TieClass)


def _bonds() -> Iterator[tuple[str, str]]:
    yield "", _("none in particular")
    yield from ((each, bond_words(each)) for each in Bond)


class StrengthField(FigureField):
    """A strength, 0 to 100."""

    WRONG = "no_such_strength"
    widget = FigureBox


class TieForm(NounForm):
    """What a tie is by the owner's word; an empty field takes it back."""

    called, main = "tie", "strength"

    tie_class = ChoiceField(_classes, later("Class"), id="tie_class")
    bond = ChoiceField(
        _bonds,
        later("Bond"),
        id="bond",
        help=later("Kin, a friend and a partner make a strong tie, whatever the traces say."),
    )
    strength = StrengthField(
        later("Strength"),
        id="strength",
        min=0,
        max=100,
        inputmode="numeric",
        help=later("0 to 100; left empty, what is computed holds."),
    )
    because = LineField(later("Because"), id="word-because")

    @classmethod
    def initial_of(cls, noun: object) -> dict[str, object]:
        """Return what the owner said before, without the reason, which is each time another."""
        if not isinstance(noun, Correction):
            return {}
        strength = noun.strength.value if noun.strength else None
        return {
            "tie_class": noun.tie_class and noun.tie_class.value,
            "bond": noun.bond and noun.bond.value,
            "strength": round(strength * 100) if isinstance(strength, int | float) else None,
        }


class TierForm(NounForm):
    """The tier somebody is put into; none takes them out."""

    called = "tier"

    tier = RowField()
