"""Forms of what is noted of somebody in the owner's words: notes, tags, agenda."""

from django.utils.translation import gettext_lazy as later

from renmai.domain.people.agenda import LONGEST_POINT
from renmai.domain.people.tags import LONGEST_TAG
from renmai.web.forms.book.fields import DayField, KeyField, LineField, LinesField, RowField, TickField
from renmai.web.forms.book.noun_form import NounForm


class NoteForm(NounForm):
    """Something to remember of somebody."""

    called, main = "note", "text"

    text = LinesField(later("What you want to remember"), id="note-text", rows=3)


class NoteChangeForm(NounForm):
    """What a note says now."""

    called, main = "note_change", "text"

    text = LinesField(later("What it says now"), id="note-change", rows=3)


class AgendaForm(NounForm):
    """Something to raise with somebody next time."""

    called, main = "agenda", "text"

    text = LineField(
        later("What to raise next time"),
        id="agenda-text",
        most=LONGEST_POINT,
        required=True,
        placeholder=later("What to raise next time"),
    )


class TagForm(NounForm):
    """A tag to put on somebody."""

    called, main = "tag", "tag"

    tag = LineField(
        later("A tag of your own"),
        id="tag-word",
        most=LONGEST_TAG,
        required=True,
        placeholder=later("A tag of your own"),
        list="tags-there",
    )


class TagRemovalForm(NounForm):
    """A tag to take off somebody."""

    called = "tag_removal"

    tag = KeyField()


class TagRenameForm(NounForm):
    """What a tag is called from now on; the tag itself goes along unseen."""

    called, main = "tag_rename", "called_now"

    tag = KeyField()
    called_now = LineField(
        later("What the tag is to be called"), id="tag-name", most=LONGEST_TAG, required=True
    )


class HandleForm(NounForm):
    """Under what somebody is reached, too."""

    called, main = "handle", "handle"

    handle = LineField(
        later("Address, number or wechat:name"),
        id="handle-text",
        required=True,
        placeholder=later("Address, number or wechat:name"),
        spellcheck="false",
        autocapitalize="off",
    )


class HandleRemovalForm(NounForm):
    """A handle that was added by hand, to take it back."""

    called = "handle_removal"

    handle = KeyField()


class BirthdayForm(NounForm):
    """When somebody was born, by either calendar, with the year or without."""

    called, main = "birthday", "day"

    day = LineField(later("1990-05-01, 05-01 or 农历八月十六"), id="birthday-day")
    is_lunar = TickField(later("by the Chinese calendar"), id="birthday-lunar")


class HowMetForm(NounForm):
    """How the owner met somebody, and on which day."""

    called, main = "how_met", "text"
    wrong_at = {"no_such_due_day": "on", "day_is_to_come": "on"}

    text = LineField(later("How you met, in your own words"), id="how-met-text")
    on = DayField(later("On which day"), id="how-met-on")


class UnfiledForm(NounForm):
    """Something to be filed later."""

    called, main = "unfiled", "text"

    text = LinesField(later("A line, a pasted text"), id="unfiled-text", rows=3)


class FilingForm(NounForm):
    """To whom something is filed."""

    called = "filing"

    person = RowField()
