"""The acts that count as evidence, each with its place in the pair's conversation.

A pair is its two people in their order, `low` before `high`, and `is_up` says that the lower of them acted.
Acts that are contact are one conversation; copies and crowds stand beside it, and nobody's turn follows
from them. What an act answers is read from `reply_to` where the trace names it, else from turn-taking: the
first act after the other side's last one, within `TURN_DAYS`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table, Value

from renmai.domain.ties.contact import COPY_ROLES
from renmai.engine.measures.contact import is_in_touch, with_answered
from renmai.engine.measures.weights import is_mutual, is_silent, kind_weight, share
from renmai.engine.tables import SECONDS_PER_DAY, Profile

TURN_DAYS = 14
FLAGS = 4
CONTACT = 2**40
"""More seconds than any moment has: added to those of contact, so that one order tells it apart."""
_MAY_BE_NULL = ("kind", "role", "reply_to", "channel")
_NOTHING: Mapping[bool, Any] = {True: "", False: -(2**62)}
"""What stands for null where tellings are compared, by whether they are text or numbers."""


def involving(events: Table, egos: Sequence[object] | None) -> Table:
    """Return the events in which an ego took part; all where no egos are named."""
    if egos is None:
        return events
    return events.filter(events.sender.isin(list(egos)) | events.recipient.isin(list(egos)))


def moment(as_of_epoch_s: Any) -> IntegerValue:
    """Return a moment as a value."""
    return (
        as_of_epoch_s if isinstance(as_of_epoch_s, Value) else ibis.literal(int(as_of_epoch_s), type="int64")
    )


def latest(as_of_epoch_s: Sequence[Any]) -> IntegerValue:
    """Return the last of some moments."""
    moments = [moment(at) for at in as_of_epoch_s]
    return moments[0] if len(moments) == 1 else ibis.greatest(*moments)


def at_moments(events: Table, as_of_epoch_s: Sequence[int]) -> Table:
    """Return every event once for each moment from which to look, as `as_of`."""
    if len(as_of_epoch_s) == 1:
        return events.mutate(as_of=moment(as_of_epoch_s[0]))
    return events.mutate(as_of=ibis.array([moment(at) for at in as_of_epoch_s]).unnest())


def once(events: Table, profile: Profile) -> Table:
    """Return the events with an act counted once per sender and recipient, as it was told first.

    The first row of an act wins, so that one pass serves several moments; of two at once, the one to them.
    """
    if not profile.named_rows:
        return events
    whole = ["sender", "recipient", "act"]
    named, unnamed = events.filter(events.act.notnull()), events.filter(events.act.isnull())
    schema = events.schema()
    kept = {"at_epoch_s": named.at_epoch_s, "is_copy": named.role.isin(COPY_ROLES).fill_null(False)}
    kept["audience"] = named.audience
    kept |= {name: named[name].fill_null(_NOTHING[schema[name].is_string()]) for name in _MAY_BE_NULL}
    first = named.group_by(whole).agg(kept=ibis.struct(kept).min())
    columns = {name: first.kept[name] for name in ("at_epoch_s", "audience")}
    columns |= {name: first.kept[name].nullif(_NOTHING[schema[name].is_string()]) for name in _MAY_BE_NULL}
    return first.select(*whole, **columns).select(events.columns).union(unnamed)


def people(events: Table, profile: Profile) -> Table | None:
    """Return every person once with a number, in the order of their names; None where names do as well.

    An embedded engine sorts numbers twice as fast as names. Numbering takes everybody through one place, so a
    cluster does without it.
    """
    return numbered(events) if profile.numbers_people else None


def numbered(events: Table) -> Table:
    """Return every person once with a number, in the order of their names."""
    both = events.select(person=events.sender).union(events.select(person=events.recipient), distinct=True)
    return both.mutate(number=ibis.row_number().over(order_by=both.person).cast("int32"))


def conversations(
    events: Table, known_people: Table | None, as_of_epoch_s: Sequence[int], profile: Profile
) -> Table:
    """Return one row per act that is evidence and moment after it, with the act before it in the pair."""
    telling = events.filter(~is_silent(events)) if profile.silent_rows else events
    past = once(telling.filter(telling.at_epoch_s < latest(as_of_epoch_s)), profile)
    seen = paired(with_answered(past, profile), known_people)
    columns = {"low": seen.low, "high": seen.high, "tick": _tick(seen, profile), "asked_at": seen.asked_at}
    columns["share"] = share(seen)
    columns["weight"] = columns["share"] * kind_weight(seen)
    acts = at_moments(_placed(seen.select(**columns), profile), as_of_epoch_s)
    return acts.filter(acts["at"] < acts.as_of) if len(as_of_epoch_s) > 1 else acts


def _tick(seen: Table, profile: Profile) -> IntegerValue:
    """Return the moment with a bit of each flag below it, to sort by; contact comes after what is none."""
    is_reply = seen.reply_to.notnull() if profile.linked_rows else ibis.literal(False)
    tick = seen.at_epoch_s
    if profile.crowd_rows:
        tick = tick + is_in_touch(seen, profile).cast("int64") * CONTACT
    for bit in (seen.is_up, is_mutual(seen), is_reply, seen.audience == 1):
        tick = tick * 2 + bit.cast("int64")
    return tick


def paired(events: Table, known_people: Table | None) -> Table:
    """Return the events with their pair, and `is_up` where the lower of it acted."""
    if known_people is None:
        sender, recipient = events.sender, events.recipient
    else:
        senders = known_people.rename(sender="person", sender_number="number")
        recipients = known_people.rename(recipient="person", recipient_number="number")
        events = events.join(senders, "sender").join(recipients, "recipient")
        sender, recipient = events.sender_number, events.recipient_number
    return events.mutate(
        low=ibis.least(sender, recipient), high=ibis.greatest(sender, recipient), is_up=sender < recipient
    )


def _placed(table: Table, profile: Profile) -> Table:
    """Return the acts with the act before them in the pair: its moment and whether the same side did it.

    Before contact stands contact. What came before an act is so from whatever moment one looks.
    """
    order = ibis.window(group_by=("low", "high"), order_by="tick")
    moments = table.mutate(latest=table.tick.lag().over(order))
    is_alike = (moments.latest >= CONTACT << FLAGS) == (moments.tick >= CONTACT << FLAGS)
    ordered = moments.mutate(before=ibis.ifelse(is_alike, moments.latest, ibis.null("int64")))
    columns = {
        "at": (ordered.tick >> FLAGS) % CONTACT,
        "is_up": (ordered.tick & 8) > 0,
        "is_mutual": (ordered.tick & 4) > 0,
        "is_reply": (ordered.tick & 2) > 0,
        "is_solo": (ordered.tick & 1) > 0,
        "before_at": (ordered.before >> FLAGS) % CONTACT,
        "before_is_up": (ordered.before & 8) > 0,
        "before_is_mutual": (ordered.before & 4) > 0,
        "is_contact": ordered.tick >= CONTACT << FLAGS if profile.crowd_rows else ibis.literal(True),
    }
    return ordered.mutate(**columns)


def is_answer(table: Table) -> BooleanValue:
    """Return whether an act answers the other side's turn: the first after it, named or soon enough."""
    in_time = table["at"] - table.before_at <= TURN_DAYS * SECONDS_PER_DAY
    follows = (table.before_is_up != table.is_up) & ~table.before_is_mutual
    return ~table.is_mutual & (follows & (table.asked_at.notnull() | in_time)).fill_null(False)


def asked_at(table: Table) -> IntegerValue:
    """Return when what an act answers was done: the act it names, else the one before it."""
    return table.asked_at.coalesce(table.before_at)


def opens_turn(table: Table) -> BooleanValue:
    """Return whether an act is a new chance for the other side to answer: not one more before they could."""
    pause = table["at"] - table.before_at > TURN_DAYS * SECONDS_PER_DAY
    follows = (table.before_is_up != table.is_up) | table.before_is_mutual
    return ~table.is_mutual & (table.before_at.isnull() | follows | pause).fill_null(True)


def is_unprompted(table: Table) -> BooleanValue:
    """Return whether an act begins a conversation."""
    pause = table["at"] - table.before_at > TURN_DAYS * SECONDS_PER_DAY
    return ~table.is_mutual & ~table.is_reply & (table.before_at.isnull() | pause).fill_null(True)
