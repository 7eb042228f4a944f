"""What was sent, as columns of whole numbers: one row for each act and each of its recipients."""

from dataclasses import dataclass
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr.types import Table
from numpy.typing import NDArray

from renmai.domain.ties.contact import COPY_ROLES
from renmai.engine import statements
from renmai.engine.measures.weights import is_mutual, is_silent

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]
NOBODY = np.int64(-1)
KEYS = ("act", "sender", "recipient", "at_epoch_s")


@dataclass(frozen=True, slots=True)
class Acts:
    """Acts by number: when, by whom, in answer to which, to how many directly, and the first of its thread.

    `by` and `parent` are `NOBODY` where unknown. A thread is known by the number of its `root`.
    """

    at: Whole
    by: Whole
    parent: Whole
    is_answer: Truth
    to_count: Whole
    root: Whole


@dataclass(frozen=True, slots=True)
class Sent:
    """Acts and their recipients, oldest first. People, acts and pairs are numbers; `keys` are their names.

    `pair` joins sender and recipient, `back` is the same two the other way; `names` tells that the trace says
    which act answers which.
    """

    keys: pa.Table
    at: Whole
    sender: Whole
    recipient: Whole
    pair: Whole
    back: Whole
    act: Whole
    asked: Whole
    is_copy: Truth
    is_silent: Truth
    is_mutual: Truth
    audience: Whole
    people: int
    acts: Acts
    names: bool

    def with_person(self, number: Whole, person: Whole) -> Whole:
        """Return one number for a number and a person."""
        return number * self.people + person


def sent_of(connection: Any, events: Table, until_epoch_s: int) -> Sent:
    """Return what was sent before a moment. `events` have a name and keep the contract of `tables`."""
    table = statements.rows(connection, _once, (events,), {"until_epoch_s": until_epoch_s})
    at = _numbers(table["at_epoch_s"])
    sender, recipient = _coded(table["sender"], table["recipient"])
    unnamed = np.asarray(table["act"].is_null())
    act, asked = _coded(table["act"], table["reply_to"])
    act = np.where(unnamed, _unnamed(sender, at) + act.max(initial=0) + asked.max(initial=0) + 2, act)
    asked = np.where(np.asarray(table["reply_to"].is_null()), NOBODY, asked)
    numbers, act = np.unique(act, return_inverse=True)
    asked = _place_in(numbers, asked)
    people = int(max(sender.max(initial=0), recipient.max(initial=0))) + 1
    pairs, pair = np.unique(sender * people + recipient, return_inverse=True)
    is_copy = np.asarray(table["is_copy"])
    acts = _acts(len(numbers), at, sender, act.astype(np.int64), asked, is_copy, table["reply_to"])
    return Sent(
        keys=table.select(KEYS),
        at=at,
        sender=sender,
        recipient=recipient,
        pair=pair.astype(np.int64),
        back=_place_in(pairs, recipient * people + sender),
        act=act.astype(np.int64),
        asked=asked,
        is_copy=is_copy,
        is_silent=np.asarray(table["is_silent"]),
        is_mutual=np.asarray(table["is_mutual"]),
        audience=_numbers(table["audience"]),
        people=people,
        acts=acts,
        names=bool((asked >= 0).any()),
    )


def _once(all_events: Table, *, until_epoch_s: Any) -> Table:
    """Return every act and recipient once, an address before a copy; unnamed acts by their moment."""
    events = all_events.filter(all_events.at_epoch_s < until_epoch_s)
    moment = ibis.ifelse(events.act.isnull(), events.at_epoch_s, ibis.null("int64"))
    marked = events.mutate(
        moment=moment,
        is_copy=events.role.isin(COPY_ROLES).fill_null(False),
        is_silent=is_silent(events),
        is_mutual=is_mutual(events),
    )
    return (
        marked.group_by("sender", "recipient", "act", "moment")
        .agg(
            at_epoch_s=marked.at_epoch_s.min(),
            is_copy=marked.is_copy.all(),
            is_silent=marked.is_silent.any(),
            is_mutual=marked.is_mutual.any(),
            audience=marked.audience.max(),
            reply_to=marked.reply_to.min(),
        )
        .drop("moment")
        .order_by("at_epoch_s", "act", "sender", "recipient")
    )


def _numbers(column: pa.ChunkedArray) -> Whole:
    return np.asarray(column.cast(pa.int64()).to_numpy(), np.int64)


def _coded(one: pa.ChunkedArray, other: pa.ChunkedArray) -> tuple[Whole, Whole]:
    """Return two columns of names as numbers of one list; an absent name is number 0."""
    both = pc.dictionary_encode(pa.chunked_array([*one.chunks, *other.chunks], one.type))
    codes = pc.fill_null(both.combine_chunks().indices if len(both) else pa.array([], pa.int32()), 0)
    numbers = codes.to_numpy(zero_copy_only=False).astype(np.int64)
    return numbers[: len(one)], numbers[len(one) :]


def _unnamed(sender: Whole, at: Whole) -> Whole:
    """Return a number for each sender and moment."""
    _, moment = np.unique(at, return_inverse=True)
    return np.asarray(np.unique(sender * (len(at) + 1) + moment, return_inverse=True)[1], np.int64)


def _place_in(numbers: Whole, wanted: Whole) -> Whole:
    """Return where each number stands in a sorted list, `NOBODY` where it does not."""
    if not len(numbers):
        return np.full(len(wanted), NOBODY)
    place = np.minimum(np.searchsorted(numbers, wanted), len(numbers) - 1)
    return np.where(numbers[place] == wanted, place, NOBODY).astype(np.int64)


def _acts(
    size: int, at: Whole, sender: Whole, act: Whole, asked: Whole, is_copy: Truth, reply_to: pa.ChunkedArray
) -> Acts:
    first = np.unique(act, return_index=True)[1]
    act_at = at[first]
    parent = asked[first]
    is_sane = (parent >= 0) & (act_at[np.maximum(parent, 0)] < act_at)
    parent = np.where(is_sane, parent, NOBODY)
    root = _threads(parent)
    return Acts(
        at=act_at,
        by=sender[first],
        parent=parent,
        is_answer=np.asarray(reply_to.is_valid())[first],
        to_count=np.bincount(act[~is_copy], minlength=size).astype(np.int64),
        root=root,
    )


def _threads(parent: Whole) -> Whole:
    """Return the first act of each act's thread (pointer doubling).

    An act is younger than what it answers, so there are no circles.
    """
    root = np.where(parent >= 0, parent, np.arange(len(parent)))
    while True:
        further = root[root]
        if np.array_equal(further, root):
            return root
        root = further
