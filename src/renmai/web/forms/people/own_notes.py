"""Forms of what is noted of somebody in the owner's words: notes and tags."""

from django.utils.translation import gettext_lazy as later

from renmai.domain.people.tags import LONGEST_TAG
from renmai.web.forms.book.fields import KeyField, LineField, LinesField
from renmai.web.forms.book.noun_form import NounForm


class NoteForm(NounForm):
    """Something to remember of somebody."""

    called, main = "note", "text"

    text = LinesField(later("What you want to remember"), id="note-text", rows=3)


class NoteChangeForm(NounForm):
    """What a note says now."""

    called, main = "note_change", "text"

    text = LinesField(later("What it says now"), id="note-change", rows=3)


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
