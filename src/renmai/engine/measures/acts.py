"""The acts that count as evidence, each with its place in the pair's conversation.

A pair is its two people in their order, `low` before `high`, and `is_up` says that the lower of them acted.
What an act answers is read from `reply_to` where the trace names it, else from turn-taking: the first act
after the other side's last one, within `TURN_DAYS`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table, Value

from renmai.engine.measures.weights import is_mutual, is_silent, kind_weight, share
from renmai.engine.tables import SECONDS_PER_DAY, Profile

TURN_DAYS = 14
FLAGS = 4
_MAY_BE_NULL = ("kind", "role", "reply_to", "channel")
_NOTHING: Mapping[bool, Any] = {True: "", False: -(2**62)}
"""What stands for null where tellings are compared, by whether they are text or numbers."""
PERSONAL_SHARE = 0.2  # addressed among at most 31, or copied among at most 4


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

    The first row of an act wins, so that one pass serves several moments.
    """
    if not profile.named_rows:
        return events
    whole = ["sender", "recipient", "act"]
    named, unnamed = events.filter(events.act.notnull()), events.filter(events.act.isnull())
    schema = events.schema()
    kept = {name: named[name] for name in ("at_epoch_s", "audience")}
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
    asked = _asked(past) if profile.linked_rows and profile.named_rows else None
    if asked is not None:
        past = past.left_join(
            asked,
            (past.reply_to == asked.asked_act)
            & (past.recipient == asked.asked_by)
            & (past.sender == asked.asked_of),
        ).select(*past.columns, "asked_at")
    seen = paired(past, known_people)
    part = share(seen)
    columns = {"low": seen.low, "high": seen.high, "tick": _tick(seen, profile), "share": part}
    columns["weight"] = part * kind_weight(seen)
    if asked is not None:
        columns["asked_at"] = seen.asked_at
    acts = at_moments(_placed(seen.select(**columns)), as_of_epoch_s)
    return acts.filter(acts["at"] < acts.as_of) if len(as_of_epoch_s) > 1 else acts


def _tick(seen: Table, profile: Profile) -> IntegerValue:
    """Return the moment with a bit of each flag below it, to sort by."""
    is_reply = seen.reply_to.notnull() if profile.linked_rows else ibis.literal(False)
    tick = seen.at_epoch_s
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


def _asked(events: Table) -> Table:
    return (
        events.filter(events.act.notnull())
        .group_by(asked_act=events.act, asked_by=events.sender, asked_of=events.recipient)
        .agg(asked_at=events.at_epoch_s.min())
    )


def _placed(table: Table) -> Table:
    """Return the acts with the act before them in the pair: its moment and whether the same side did it.

    What came before an act is so from whatever moment one looks.
    """
    order = ibis.window(group_by=("low", "high"), order_by="tick")
    ordered = table.mutate(before=table.tick.lag().over(order))
    columns = {
        "at": ordered.tick >> FLAGS,
        "is_up": (ordered.tick & 8) > 0,
        "is_mutual": (ordered.tick & 4) > 0,
        "is_reply": (ordered.tick & 2) > 0,
        "is_solo": (ordered.tick & 1) > 0,
        "before_at": ordered.before >> FLAGS,
        "before_is_up": (ordered.before & 8) > 0,
    }
    if "asked_at" not in ordered.columns:
        columns["asked_at"] = ibis.null("int64")
    return ordered.mutate(**columns)


def is_answer(table: Table) -> BooleanValue:
    """Return whether an act answers the other side's."""
    in_turn = (table.before_is_up != table.is_up) & (
        table["at"] - table.before_at <= TURN_DAYS * SECONDS_PER_DAY
    )
    named = table.asked_at.notnull() & (table.asked_at <= table["at"])
    return ~table.is_mutual & (named | in_turn.fill_null(False))


def asked_at(table: Table) -> IntegerValue:
    """Return when what an act answers was done: the act it names, else the one before it."""
    is_sane = (table.asked_at <= table["at"]).fill_null(False)
    return ibis.ifelse(is_sane, table.asked_at, table.before_at)


def opens_turn(table: Table) -> BooleanValue:
    """Return whether an act is a new chance for the other side to answer: not one more before they could."""
    pause = table["at"] - table.before_at > TURN_DAYS * SECONDS_PER_DAY
    return ~table.is_mutual & (
        table.before_at.isnull() | (table.before_is_up != table.is_up) | pause
    ).fill_null(True)


def is_unprompted(table: Table) -> BooleanValue:
    """Return whether an act begins a conversation."""
    pause = table["at"] - table.before_at > TURN_DAYS * SECONDS_PER_DAY
    return ~table.is_mutual & ~table.is_reply & (table.before_at.isnull() | pause).fill_null(True)
