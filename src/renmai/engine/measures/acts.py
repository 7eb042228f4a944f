"""The acts that count as evidence, each with its place in the pair's conversation.

People are numbered, a pair is one number made of its two, and `is_up` says that the lower of them acted. What
an act answers is read from `reply_to` where the trace names it, else from turn-taking: the first act after
the other side's last one, within `TURN_DAYS`.
"""

from collections.abc import Sequence

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table

from renmai.engine.measures.weights import is_mutual, is_silent, kind_weight, share
from renmai.engine.tables import SECONDS_PER_DAY, Profile

TURN_DAYS = 14
PERSON_BITS = 31
PERSONAL_SHARE = 0.2  # addressed among at most 31, or copied among at most 4


def involving(events: Table, egos: Sequence[object] | None) -> Table:
    """Return the events in which an ego took part; all where no egos are named."""
    if egos is None:
        return events
    return events.filter(events.sender.isin(list(egos)) | events.recipient.isin(list(egos)))


def moments(as_of_epoch_s: Sequence[int]) -> Table:
    """Return the moments at which to look, one row each."""
    return ibis.memtable({"as_of": list(as_of_epoch_s)}, schema=ibis.schema({"as_of": "int64"}))


def once(events: Table, profile: Profile) -> Table:
    """Return the events with an act counted once per sender and recipient, where acts are named."""
    if not profile.named_rows:
        return events
    whole = ["as_of", "sender", "recipient", "act"]
    named = events.filter(events.act.notnull())
    rest = [name for name in events.columns if name not in whole]
    first = named.group_by(whole).agg(**{name: named[name].min() for name in rest}).select(events.columns)
    return first.union(events.filter(events.act.isnull()))


def people(events: Table) -> Table:
    """Return every person once with a number, by which grouping and sorting are quicker than by name."""
    both = events.select(person=events.sender).union(events.select(person=events.recipient), distinct=True)
    return both.mutate(number=ibis.row_number().over(order_by=both.person).cast("int64"))


def acts(events: Table, known_people: Table, as_of_epoch_s: Sequence[int], profile: Profile) -> Table:
    """Return one row per moment and act before it that is evidence, keyed by pair."""
    telling = events.filter(~is_silent(events)) if profile.silent_rows else events
    known = once(_before(telling, as_of_epoch_s), profile)
    asked = _asked(known) if profile.linked_rows and profile.named_rows else None
    if asked is not None:
        known = known.left_join(
            asked,
            (known.as_of == asked.asked_as_of)
            & (known.reply_to == asked.asked_act)
            & (known.recipient == asked.asked_by)
            & (known.sender == asked.asked_of),
        ).select(*known.columns, "asked_at")
    seen = paired(known, known_people)
    part = share(seen)
    columns = {
        "as_of": seen.as_of,
        "pair": seen.pair,
        "tick": _tick(seen, profile),
        "share": part,
        "weight": part * kind_weight(seen),
        "is_solo": seen.audience == 1,
        "asked_at": seen.asked_at if asked is not None else ibis.null("int64"),
    }
    return seen.select(**columns)


def _tick(seen: Table, profile: Profile) -> IntegerValue:
    """Return the moment with three bits below it, to sort by: who acted, did both, does it reply."""
    is_reply = seen.reply_to.notnull() if profile.linked_rows else ibis.literal(False)
    tick = seen.at_epoch_s
    for bit in (seen.is_up, is_mutual(seen), is_reply):
        tick = tick * 2 + bit.cast("int64")
    return tick


def paired(events: Table, known_people: Table) -> Table:
    """Return the events with their pair as one number, and `is_up` where the lower number acted."""
    sender = known_people.rename(sender="person", sender_number="number")
    recipient = known_people.rename(recipient="person", recipient_number="number")
    joined = events.join(sender, "sender").join(recipient, "recipient")
    low = ibis.least(joined.sender_number, joined.recipient_number)
    high = ibis.greatest(joined.sender_number, joined.recipient_number)
    return joined.mutate(
        pair=(low << PERSON_BITS) + high, is_up=joined.sender_number < joined.recipient_number
    )


def _asked(events: Table) -> Table:
    return (
        events.filter(events.act.notnull())
        .group_by(
            asked_as_of=events.as_of, asked_act=events.act, asked_by=events.sender, asked_of=events.recipient
        )
        .agg(asked_at=events.at_epoch_s.min())
    )


def _before(events: Table, as_of_epoch_s: Sequence[int]) -> Table:
    if len(as_of_epoch_s) == 1:
        moment = ibis.literal(int(as_of_epoch_s[0]), type="int64")
        return events.filter(events.at_epoch_s < moment).mutate(as_of=moment)
    when = moments(as_of_epoch_s)
    return events.join(when, events.at_epoch_s < when.as_of)


def placed(table: Table) -> Table:
    """Return the acts with the act before them in the pair: its moment and whether the same side did it."""
    order = ibis.window(group_by=["as_of", "pair"], order_by="tick")
    ordered = table.mutate(before=table.tick.lag().over(order))
    return ordered.mutate(
        at=ordered.tick >> 3,
        is_up=(ordered.tick & 4) > 0,
        is_mutual=(ordered.tick & 2) > 0,
        is_reply=(ordered.tick & 1) > 0,
        before_at=ordered.before >> 3,
        before_is_up=(ordered.before & 4) > 0,
    )


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
