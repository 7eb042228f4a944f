"""Company: the acts an ego saw, who was in each beside the ego, what every two were seen to share.

An act is one whoever it names: its rows share `act`, or, where that is missing, sender, second, kind and
audience. Nothing is looked at but the acts in which the ego took part.
"""

from collections.abc import Mapping
from typing import Any

import ibis
from ibis.expr.types import IntegerScalar, StringValue, Table

from renmai.domain.ties.acquaintances import MOST_AUDIENCE
from renmai.engine.measures.acts import numbered
from renmai.engine.measures.weights import is_silent, share
from renmai.engine.tables import SECONDS_PER_DAY, real

BETWEEN = "\x1f"


def seen_acts(events: Table, ego: Any, *, is_view: bool) -> Table:
    """Return the rows of every act the ego took part in, once for each sender and recipient, with its `key`.

    :param is_view: the ego saw all of the events, even acts in which they took no part
    """
    telling = events.filter(~is_silent(events))
    rows = telling.mutate(key=_key(telling))
    if not is_view:
        mine = rows.filter((rows.sender == ego) | (rows.recipient == ego)).select("key").distinct()
        rows = rows.semi_join(mine, "key")
    small = rows.filter(rows.audience <= MOST_AUDIENCE)
    return small.group_by("key", "sender", "recipient").agg(
        at=small.at_epoch_s.min(), audience=small.audience.max(), share=share(small).max()
    )


def _key(events: Table) -> StringValue:
    """Return what names an act; the first letter keeps the two ways of naming apart."""
    parts = [events.sender, events.at_epoch_s, events.kind.fill_null(""), events.audience]
    unnamed = ibis.literal("-")
    for part in parts:
        unnamed = unnamed + part.cast("string") + ibis.literal(BETWEEN)
    return ibis.coalesce(ibis.literal("+") + events.act.cast("string"), unnamed)


def pairs_in_company(rows: Table, ego: Any) -> Table:
    """Return one row for every two people seen in one act, the ego left out, `a` before `b`.

    `together` is the sum over shared acts of 1 over the others present (as Newman, 2001, weighs joint work);
    `closest` the least audience they shared; `first`, `last` when; `up`, `down` what `a` wrote to `b` before
    the ego's eyes and back, by share; `most_acts` in how many acts in company the busier of them was seen;
    `known`, `seen` how many people and how many acts the ego saw in all.
    """
    numbers = numbered(rows)
    seats = _seats(rows, numbers, ego)
    sizes = seats.group_by("key").agg(size=seats.count(), at=seats.at.min(), audience=seats.audience.max())
    company = sizes.filter((sizes["size"] >= 2) & (sizes["size"] <= MOST_AUDIENCE + 1))
    seated = seats.select("key", "person").join(company, "key")
    other = seated.select(other_key="key", b="person")
    both = seated.join(other, (seated.key == other.other_key) & (seated.person < other.b))
    weight = real(1.0) / (both["size"] - 1).cast("float64")
    reach = ibis.greatest(both.audience.cast("int64"), both["size"] - 1)
    pairs = both.group_by(low=both.person, high=both.b).agg(
        together=weight.sum(), closest=reach.min(), first=both.at.min(), last=both.at.max()
    )
    busy = seated.group_by("person").agg(acts=seated.count())
    counted = {"known": numbers.filter(numbers.person != ego).count(), "seen": sizes.count()}
    return _named(_with_direct(pairs, rows, numbers, ego), busy, numbers, counted)


def _seats(rows: Table, numbers: Table, ego: Any) -> Table:
    """Return everybody in each act by number, once, the ego left out."""
    shared = ["key", "at", "audience"]
    both = rows.select(*shared, person="sender").union(rows.select(*shared, person="recipient"))
    numbered = both.filter(both.person != ego).join(numbers, "person")
    return numbered.group_by("key", person=numbered.number).agg(
        at=numbered.at.min(), audience=numbered.audience.max()
    )


def _with_direct(pairs: Table, rows: Table, numbers: Table, ego: Any) -> Table:
    """Return the pairs with what each wrote to the other, `up` from the lower."""
    between = rows.filter((rows.sender != ego) & (rows.recipient != ego))
    one = numbers.rename(sender="person", sender_number="number")
    other = numbers.rename(recipient="person", recipient_number="number")
    written = between.join(one, "sender").join(other, "recipient")
    is_up = written.sender_number < written.recipient_number
    direct = written.group_by(
        direct_low=ibis.least(written.sender_number, written.recipient_number),
        direct_high=ibis.greatest(written.sender_number, written.recipient_number),
    ).agg(
        up=ibis.ifelse(is_up, written.share, real(0.0)).sum(),
        down=ibis.ifelse(is_up, real(0.0), written.share).sum(),
    )
    joined = pairs.left_join(direct, (pairs.low == direct.direct_low) & (pairs.high == direct.direct_high))
    return joined.select(
        *pairs.columns, up=joined.up.fill_null(real(0.0)), down=joined.down.fill_null(real(0.0))
    )


def _named(pairs: Table, busy: Table, numbers: Table, counted: Mapping[str, IntegerScalar]) -> Table:
    """Return the pairs with names for numbers, beside them how busy each was seen, and what was counted."""
    one = busy.join(numbers, busy.person == numbers.number).select(
        low="number", a=numbers.person, acts_a="acts"
    )
    other = one.rename(high="low", b="a", acts_b="acts_a")
    joined = pairs.join(one, "low").join(other, "high")
    return joined.select(
        "a",
        "b",
        "together",
        "closest",
        "up",
        "down",
        span_days=(joined["last"] - joined["first"]).cast("float64") / real(SECONDS_PER_DAY),
        most_acts=ibis.greatest(joined.acts_a, joined.acts_b),
        **{name: count.as_scalar() for name, count in counted.items()},
    )
