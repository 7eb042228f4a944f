"""Basis (T6): what tells whether a tie belongs to the person or to the position, one row per ego and alter.

Evidence, as the text on leaving one's job has it: the tie outlived a change of employer, theirs or ego's;
it goes by private ways; it keeps no office hours, in the zone of whoever wrote; it has several contexts. An
employer is known by the host of the address used, a change by its falling silent while the tie went on. The
evidence is only counted here; `renmai.domain.ties.basis` weighs it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
from ibis.expr.types import BooleanValue, Column, IntegerValue, Table

from renmai.engine.measures.acts import involving
from renmai.engine.measures.contact import only_in_touch
from renmai.engine.measures.weights import is_mutual
from renmai.engine.tables import SECONDS_PER_DAY, Profile, checked

MORE = {"sender_employer": "string", "recipient_employer": "string", "offset_min": "int32"}
"""Columns beside the contract's: the employer whose address each used, null where private or not known, and
the sender's own zone in minutes, null where not known."""
WORK = "work"
"""How the channel of an employer's address begins; a null channel tells nothing."""
AFTER_DAYS = 60
"""So long must a tie go on, both ways, after an employer's address fell silent: two addresses used side by
side are no change."""
OPENS_HOUR, CLOSES_HOUR = 8, 19
SATURDAY = 5
THURSDAY = 3  # 1970-01-01, with Monday as 0
HOUR_S, MINUTE_S = 3_600, 60


def basis_table(
    events: Table, *, as_of_epoch_s: Any, egos: Sequence[object] | None, profile: Profile
) -> Table:
    """Return the evidence of every pair strictly before a moment: counts of contact, contexts and changes.

    :param events: sound events with the columns of `with_places`
    :returns: `ego, alter, acts, told_acts` (of known channel)`, private_acts, zoned_acts` (by the alter, of
        known zone)`, off_hours_acts` (of these)`, contexts, their_changes, my_changes`
    """
    acts = only_in_touch(involving(events.filter(events.at_epoch_s < as_of_epoch_s), egos), profile)
    seen = _from_both_sides(acts, egos)
    pair = ["ego", "alter"]
    counted = seen.group_by(pair).agg(**_counts(seen))
    for side in ("alter", "ego"):
        changes = _changes(seen, counted, f"{side}_employer").rename(who="ego", whom="alter")
        name = "their_changes" if side == "alter" else "my_changes"
        joined = counted.left_join(changes, [counted.ego == changes.who, counted.alter == changes.whom])
        counted = joined.select(*counted.columns, **{name: joined.changes.fill_null(0)})
    return counted.drop("out_last_at", "in_last_at")


def with_places(events: Table) -> Table:
    """Return the events as the contract has them with the columns of `MORE`, null where they are missing."""
    here = [name for name in MORE if name in events.columns]
    table = checked(events, *here)
    return table.mutate(
        **{name: table[name].cast(kind) if name in here else ibis.null(kind) for name, kind in MORE.items()}
    )


def _from_both_sides(events: Table, egos: Sequence[object] | None) -> Table:
    """Return each act from its sender's side, then from its recipient's; only of `egos` if given."""
    context = ibis.ifelse(
        events.channel.notnull() & ~is_work(events),
        events.kind + ibis.literal(" private"),
        events.kind,
    )
    same: dict[str, Column] = {
        "at": events.at_epoch_s,
        "is_told": events.channel.notnull(),
        "is_private": events.channel.notnull() & ~is_work(events),
        "context": context,
        "is_mutual": is_mutual(events),
        "is_off_hours": off_hours(events),
        "is_zoned": events.offset_min.notnull(),
    }
    out = events.select(
        ego=events.sender,
        alter=events.recipient,
        is_out=ibis.literal(True),
        ego_employer=events.sender_employer,
        alter_employer=events.recipient_employer,
        **same,
    )
    into = events.select(
        ego=events.recipient,
        alter=events.sender,
        is_out=ibis.literal(False),
        ego_employer=events.recipient_employer,
        alter_employer=events.sender_employer,
        **same,
    )
    both = out.union(into)
    return both if egos is None else both.filter(both.ego.isin(list(egos)))


def is_work(events: Table) -> BooleanValue:
    """Return whether an act went by an employer's address."""
    return events.channel.startswith(WORK).fill_null(False)


def off_hours(events: Table) -> BooleanValue:
    """Return whether an act was done at a weekend, before eight or after seven, by its sender's own clock."""
    local = events.at_epoch_s + events.offset_min.cast("int64") * MINUTE_S
    weekday = (local // SECONDS_PER_DAY + THURSDAY) % 7
    hour = local % SECONDS_PER_DAY // HOUR_S
    return ((weekday >= SATURDAY) | (hour < OPENS_HOUR) | (hour >= CLOSES_HOUR)).fill_null(False)


def _counts(seen: Table) -> Mapping[str, Column]:
    by_them = ~seen.is_out & seen.is_zoned & ~seen.is_mutual
    return {
        "acts": seen.count(),
        "told_acts": _count(seen.is_told),
        "private_acts": _count(seen.is_private),
        "zoned_acts": _count(by_them),
        "off_hours_acts": _count(by_them & seen.is_off_hours),
        "contexts": seen.context.nunique(),
        "out_last_at": seen["at"].max(where=seen.is_out),
        "in_last_at": seen["at"].max(where=~seen.is_out),
    }


def _changes(seen: Table, pairs: Table, employer: str) -> Table:
    """Return for each pair the employers it outlived: both ways with them, and both ways long after them."""
    there = seen.filter(seen[employer].notnull())
    spans = there.group_by("ego", "alter", employer).agg(
        last_at=there["at"].max(where=_used_it(there, employer)),
        is_two_way=there.is_out.any() & (~there.is_out).any(),
    )
    joined = spans.join(pairs, ["ego", "alter"])
    after = joined.last_at + AFTER_DAYS * SECONDS_PER_DAY
    outlived = joined.is_two_way & (joined.out_last_at >= after) & (joined.in_last_at >= after)
    return (
        joined.group_by("ego", "alter")
        .agg(changes=_count(outlived.fill_null(False)))
        .select("ego", "alter", "changes")
    )


def _used_it(there: Table, employer: str) -> BooleanValue:
    """Return whether the side acted from its employer's; what is still sent there proves nothing."""
    return ~there.is_out if employer == "alter_employer" else there.is_out


def _count(condition: BooleanValue) -> IntegerValue:
    return condition.cast("int64").sum()
