"""An interaction: what passed between people once, on one channel."""

from enum import StrEnum
from typing import NamedTuple

from renmai.domain.people.mentions import Mention


class Kind(StrEnum):
    """What an interaction was. Stored as text without choices, so a new source may add one."""

    MAIL = "mail"
    MESSAGE = "message"
    CALL = "call"
    MEETING = "meeting"
    MEAL = "meal"
    GIFT = "gift"
    HELP = "help"
    EVENT = "event"
    COOPERATION = "cooperation"
    NOTE = "note"


WRITTEN = (Kind.MAIL, Kind.MESSAGE)
"""Kinds with a writer and readers; in any other, those who took part are each other's equals."""


class Role(StrEnum):
    """What part somebody had in an interaction.

    In a meeting the organiser and the attendees met each other, both ways; who is only `to` or `cc` was
    invited or informed by the organiser, one way.
    """

    SENDER = "sender"
    TO = "to"
    CC = "cc"
    BCC = "bcc"
    ORGANISER = "organiser"
    ATTENDEE = "attendee"


class Nature(StrEnum):
    """What an interaction is worth as evidence of a tie."""

    DIRECT = "direct"  # meant for the people named
    MASS = "mass"  # newsletter, list, broadcast: says nothing of a tie
    AUTOMATIC = "automatic"  # written by a machine in somebody's name


class Participation(NamedTuple):
    """One person's part in one interaction."""

    mention: Mention
    role: str


class Interaction(NamedTuple):
    """One act: a mail, a call, a meeting.

    `at_epoch_s` is whole seconds UTC; `utc_offset_min` the sender's own zone then, where the trace says it;
    `external_id` the act's own id (a message-id, an event's UID and start); `reply_to` the act it answers;
    `thread` the first act of its conversation. `excerpt` is the author's own new words, cut short; `words`
    how many own words there were in full; `asks` whether they hold a question.
    """

    external_id: str
    kind: str
    at_epoch_s: int
    participations: tuple[Participation, ...]
    subject: str = ""
    excerpt: str = ""
    words: int = 0
    asks: bool = False
    reply_to: str = ""
    thread: str = ""
    channel: str = ""
    nature: str = Nature.DIRECT
    duration_s: int = 0
    utc_offset_min: int | None = None
