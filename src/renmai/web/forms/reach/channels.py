"""Forms of how people were met: a yes to what is proposed, and the owner's own word."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as later

from renmai.domain.reach.channels import Channel
from renmai.web.forms.book.fields import ChoiceField, LineField, RowField, RowsField
from renmai.web.forms.book.noun_form import NounForm
from renmai.web.templatetags.reach.channels import channel_words


def channel_choices() -> Iterator[tuple[str, str]]:
    """Return the six channels with what they are called."""
    return ((str(channel), channel_words(channel)) for channel in Channel)


def _with_none() -> Iterator[tuple[str, str]]:
    yield "", "–"
    yield from channel_choices()


class MetAcceptForm(NounForm):
    """Of whom it was so as it is proposed; a button may name a channel for all of them instead."""

    called, main = "met_accept", "channel"

    person = RowsField()
    channel = ChoiceField(_with_none, later("Channel"), id="met-accept-channel")


class MetThroughForm(NounForm):
    """By which channel, in which group, at which event somebody was met."""

    called, main = "met_through", "channel"

    channel = ChoiceField(_with_none, later("By which way you met"), id="met-channel")
    event = LineField(later("At which event"), id="met-event")
    group = RowField()
