"""Forms of who somebody is: their name, who is the same, what belongs to another, which are the owner's."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from renmai.actions.people.record_name import LONGEST_NAME
from renmai.domain.people.gone import Gone
from renmai.domain.people.likeness import Sameness
from renmai.web.forms.book.fields import ChoiceField, LineField, LinesField, RowsField, TickedField, TickField
from renmai.web.forms.book.noun_form import NounForm


def texts_in(typed: str) -> list[str]:
    """Return what stands on each line, or apart by commas."""
    for comma in (",", "，", "、"):
        typed = typed.replace(comma, "\n")
    return [line.strip() for line in typed.splitlines() if line.strip()]


class PersonForm(NounForm):
    """Somebody the owner writes down."""

    called, main = "add_person", "name"
    wrong_at: ClassVar[Mapping[str, str]] = {
        "not_a_handle": "handles",
        "handle_taken": "handles",
        "handle_is_mine": "handles",
        "erased_before": "handles",
    }

    name = LineField(later("Name"), id="person-name", most=LONGEST_NAME, required=True)
    handles = LinesField(
        later("Addresses and numbers, if you have any"),
        id="person-handles",
        rows=2,
        help=later("One on each line: a mail address, a phone number, wechat:ID or the link of a profile."),
        spellcheck="false",
        autocapitalize="off",
    )
    is_new = TickField(later("Somebody else than those of that name in the book"), id="person-new")

    def texts(self) -> list[str]:
        """Return the handles as they were typed, one on each line, or apart by commas."""
        return texts_in(self.cleaned_data["handles"])


class NameForm(NounForm):
    """The name under which somebody is shown from now on."""

    called, main = "rename", "name"

    name = LineField(later("Name"), id="rename-name", most=LONGEST_NAME, required=True)


class MergeForm(NounForm):
    """Who is the same person."""

    called = "merge"

    other = RowsField()


class SamenessForm(NounForm):
    """Whether somebody who looks like another one is the same."""

    called = "sameness"

    other = RowsField()
    answer = ChoiceField(lambda: [(each, each) for each in Sameness], is_seen=False)


class SplitForm(NounForm):
    """What of a person belongs to somebody else."""

    called, main = "split", "mention"

    mention = RowsField()

    def clean_mention(self) -> list[int]:
        """Return the numbers of what is split off.

        :raises ValidationError: if nothing is
        """
        chosen: list[int] = self.cleaned_data["mention"]
        if not chosen:
            raise ValidationError(_("Choose at least one handle to split off"))
        return chosen


def _states() -> Iterator[tuple[str, str]]:
    yield "", _("Call them back")
    yield Gone.ARCHIVED, _("No longer in my life")
    yield Gone.DECEASED, _("They have died")


class GoneForm(NounForm):
    """Whether somebody is no longer in the owner's life, has died, or is back."""

    called, main = "gone", "because"

    state = ChoiceField(_states, later("State"), id="gone-state")
    because = LineField(later("Why, for yourself"), id="gone-because")


class MeForm(NounForm):
    """The addresses and numbers that are the owner's own: those ticked of a list, and those typed."""

    called, main = "me", "handles"
    wrong_at: ClassVar[Mapping[str, str]] = {"not_a_handle": "handles"}

    ticked = TickedField()
    handles = LinesField(
        later("My handles"),
        id="handles",
        rows=3,
        placeholder="me@example.org",
        spellcheck="false",
        autocapitalize="off",
    )

    def texts(self) -> list[str]:
        """Return the handles that were ticked, then those typed, one on each line or apart by commas."""
        return [*self.cleaned_data["ticked"], *texts_in(self.cleaned_data["handles"])]

    @property
    def ticks(self) -> list[str]:
        """The handles whose boxes were ticked when it was sent."""
        return list(map(str, self.typed.getlist("ticked")))
