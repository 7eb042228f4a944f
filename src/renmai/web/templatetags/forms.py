"""Forms on a page: the form of a noun, as it was refused or with what it holds, and its fields."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from renmai.web.forms.asks.asks import AskForm, WishForm
from renmai.web.forms.asks.favours import FavourForm
from renmai.web.forms.book.boxes import tag_attributes
from renmai.web.forms.book.noun_form import NounForm, ShownField
from renmai.web.forms.capture.columns import ColumnsForm
from renmai.web.forms.lines.line import LineForm
from renmai.web.forms.network.reputation import CommendationForm
from renmai.web.forms.pages.settings import AgreedForm, BrowserForm, ReadingForm
from renmai.web.forms.people.own_notes import (
    AgendaForm,
    BirthdayForm,
    HandleForm,
    HowMetForm,
    NoteChangeForm,
    NoteForm,
    TagForm,
    TagRenameForm,
    UnfiledForm,
)
from renmai.web.forms.people.people import GoneForm, MeForm, NameForm, PersonForm, SplitForm
from renmai.web.forms.positions.positions import PositionEndForm, PositionForm
from renmai.web.forms.reach.channels import MetAcceptForm, MetThroughForm
from renmai.web.forms.reach.groups import GroupEntryForm, GroupForm, MembersForm
from renmai.web.forms.reach.meetings import MeetingForm
from renmai.web.forms.reach.outreach import (
    AttemptForm,
    OutreachChangeForm,
    OutreachForm,
    RestForm,
    SignForm,
)
from renmai.web.forms.ties.ties import TieForm
from renmai.web.forms.together.cooperations import CooperationForm
from renmai.web.forms.together.promises import PromiseForm, PromiseMoveForm
from renmai.web.forms.value.achievements import AchievementForm
from renmai.web.forms.value.values import ValueChangeForm, ValueForm, ValueLineForm

register = template.Library()
KINDS: tuple[type[NounForm], ...] = (
    AchievementForm,
    AgendaForm,
    AgreedForm,
    AskForm,
    AttemptForm,
    BirthdayForm,
    BrowserForm,
    ColumnsForm,
    CommendationForm,
    CooperationForm,
    FavourForm,
    GoneForm,
    GroupEntryForm,
    GroupForm,
    LineForm,
    HandleForm,
    HowMetForm,
    MeForm,
    MeetingForm,
    MembersForm,
    MetAcceptForm,
    MetThroughForm,
    NameForm,
    NoteChangeForm,
    NoteForm,
    OutreachChangeForm,
    OutreachForm,
    PersonForm,
    PositionEndForm,
    PositionForm,
    PromiseForm,
    PromiseMoveForm,
    ReadingForm,
    RestForm,
    SignForm,
    SplitForm,
    TagForm,
    TagRenameForm,
    TieForm,
    UnfiledForm,
    ValueChangeForm,
    ValueForm,
    ValueLineForm,
    WishForm,
)
"""The forms with something to type."""
FORMS = {kind.called: kind for kind in KINDS}
"""They are known to templates by what they are called."""


@register.simple_tag(takes_context=True)
def form(
    context: template.Context, name: str, of: object = None, row: object = "", **initial: object
) -> NounForm:
    """Return the form of a noun: as it was refused on this page, else with what it holds.

    :param of: the card that it changes
    :param row: which of several it is, where a page has the form once for each row
    """
    kind, refused = FORMS[name], context.get("refused")
    if refused is not None and refused.is_of(name, row, kind.main):
        refused.is_shown = True
        return kind.again(refused)
    return kind(row=row, initial=kind.initial_of(of) | initial)


@register.inclusion_tag("renmai/frame/field.html")
def field(
    shown: ShownField, shape: str = "", label: str = "", help: str = "", **attributes: str | bool
) -> dict[str, object]:
    """A field in a row of its own: label, box, what is wrong with it, what to type."""
    return _parts(shown, label, help, attributes) | {"shape": shape}


@register.inclusion_tag("renmai/frame/field_in_line.html")
def field_in_line(
    shown: ShownField, label_class: str = "sr", label: str = "", **attributes: str | bool
) -> dict[str, object]:
    """A field among others in one line, what is wrong with it below its box."""
    return _parts(shown, label, "", attributes) | {"label_class": label_class}


def _parts(shown: ShownField, label: str, help: str, attributes: dict[str, str | bool]) -> dict[str, object]:
    """Return the parts of a field; where the page says the label or the help, its words stand."""
    shown.help_text = help or shown.help_text
    errors = list(shown.errors)
    return {
        "field": shown,
        "label": label or shown.label,
        "box": shown.as_widget(attrs=attributes),
        "error": errors[0] if errors else "",
    }


@register.simple_tag
def box(shown: ShownField) -> SafeString:
    """The box of a field alone."""
    return shown.as_widget()


@register.simple_tag
def radio(shown: ShownField, code: str) -> SafeString:
    """The button for one of a field's words."""
    return _choice("radio", shown, code, is_chosen=str(shown.value() or "") == code)


@register.simple_tag
def tick(shown: ShownField, row: int) -> SafeString:
    """The box for one of the rows that a field takes."""
    return _choice("checkbox", shown, row, is_chosen=str(row) in map(str, shown.value() or ()))


def _choice(kind: str, shown: ShownField, code: object, *, is_chosen: bool) -> SafeString:
    has: dict[str, object] = {"type": kind, "name": shown.html_name, "value": code, "checked": is_chosen}
    if shown.errors:
        has |= {"aria-invalid": "true", "aria-describedby": shown.error_id}
    return format_html("<input{}>", tag_attributes(has))
