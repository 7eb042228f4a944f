"""Contact: the acts that count for last contact, days, months, rhythm, state, class and outcome (T2, T5).

An act addressed to the other is contact: to them or among at most six others, a message, a meeting both
accepted. So is one that answers the other's act, however it is addressed. A copy or a crowd is none; it adds
to the flows that strength is judged by, and to nothing else. Broadcasts and machines are left out before.
"""

import ibis
from ibis.expr.types import BooleanValue, Table

from renmai.domain.ties.contact import COPY_ROLES, MOST_READERS
from renmai.engine.measures.weights import is_silent
from renmai.engine.tables import Profile

JOINT_KINDS = ("cooperation",)
"""What is done together is contact however many take part."""


def is_plain(events: Table) -> BooleanValue:
    """Return whether an act is addressed to its recipient: no copy, no crowd."""
    is_copy = events.role.isin(COPY_ROLES).fill_null(False)
    is_joint = events.kind.isin(JOINT_KINDS).fill_null(False)
    return (~is_copy & (events.audience <= MOST_READERS)) | is_joint


def with_answered(events: Table, profile: Profile) -> Table:
    """Return the events with `asked_at`: when the recipient did what the act answers; null for no answer.

    What is answered was sent to who answers, so that a pair's figures follow from its own acts alone.
    """
    if not (profile.linked_rows and profile.named_rows):
        return events.mutate(asked_at=ibis.null("int64"))
    named = events.filter(events.act.notnull())
    asked = named.group_by(asked_act=named.act, asked_by=named.sender, asked_of=named.recipient).agg(
        asked_at=named.at_epoch_s.min()
    )
    is_asked = (
        (events.reply_to == asked.asked_act)
        & (events.recipient == asked.asked_by)
        & (events.sender == asked.asked_of)
    )
    joined = events.left_join(asked, is_asked).select(*events.columns, "asked_at")
    is_later = (joined.asked_at <= joined.at_epoch_s).fill_null(False)
    return joined.mutate(asked_at=ibis.ifelse(is_later, joined.asked_at, ibis.null("int64")))


def is_in_touch(answered: Table, profile: Profile) -> BooleanValue:
    """Return whether an act is contact; the events are those of `with_answered`."""
    if not profile.crowd_rows:
        return ibis.literal(True)
    if not (profile.linked_rows and profile.named_rows):
        return is_plain(answered)
    return is_plain(answered) | answered.asked_at.notnull()


def only_in_touch(events: Table, profile: Profile) -> Table:
    """Return only the acts that are contact, with the columns they came with."""
    telling = events.filter(~is_silent(events))
    if not profile.crowd_rows:
        return telling
    answered = with_answered(telling, profile)
    return answered.filter(is_in_touch(answered, profile)).select(*events.columns)
