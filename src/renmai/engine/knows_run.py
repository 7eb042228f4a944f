"""Runs who knows whom, from events to the pairs of one ego's people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from ibis.expr.types import Table

from renmai.domain.book.refusals import Refused
from renmai.engine import backend, statements
from renmai.engine.knows_model import features, probability, shipped_weights
from renmai.engine.measures.company import pairs_in_company, seen_acts
from renmai.engine.profile import checked_events, profile_of, rows_left_out, sound_events

MOST_NUMBER = 2**63 - 1
ORDER = [("a", "ascending"), ("b", "ascending")]


class NoSuchEgo(Refused):
    """An ego whom no sound event names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowsReport:
    """What a run did. `left_out` counts bad rows by fault, `rows` are the first of them, counted from 1."""

    events: int
    pairs: int
    left_out: Mapping[str, int]
    rows: Mapping[str, Sequence[int]]


def knows(events: object, *, ego: object, is_view: bool = False, memory_limit: str | None = None) -> pa.Table:
    """Return `a, b, probability`, one row for every two people seen in one act with the ego, `a` below `b`.

    `probability` (0 to 1) is that they have a tie of their own, judged by the acts in which the ego took
    part, all their recipients included; nothing else in `events` is looked at. `events` is a Parquet path,
    an Arrow table or a reader, in the columns of `tables`. The method follows Adamic and Adar (Social
    Networks 25, 2003): what two share counts the more, the fewer share it.

    :param is_view: the ego saw all of the events, even acts in which they took no part
    :raises NoSuchEgo: where no sound event names the ego; with `is_view` nobody asks
    """
    with backend.connected(memory_limit=memory_limit) as connection:
        table = sound_events(connection, checked_events(connection, events))
        values = {"ego": _key(connection, table, ego, is_view=is_view)}
        pairs = statements.rows(connection, _judged, (table,), values, is_view=is_view)
        return pairs.sort_by(ORDER)


def pair_features(events: object, *, ego: object, is_view: bool = False) -> pa.Table:
    """Return `a, b` with the features of the model, for fitting and judging it."""
    with backend.connected() as connection:
        table = sound_events(connection, checked_events(connection, events))
        pairs = _pairs(table, ego=_key(connection, table, ego, is_view=is_view), is_view=is_view)
        rows: pa.Table = connection.to_pyarrow(pairs.select("a", "b", **features(pairs)))
        return rows.sort_by(ORDER)


def write_knows(
    events: Path,
    out: Path,
    *,
    ego: object,
    threads: int | None = None,
    memory_limit: str | None = None,
    on_step: Callable[[str], None] = lambda step: None,
) -> KnowsReport:
    """Write the pairs of a Parquet file or folder to a Parquet file; `on_step` hears what is being done."""
    with backend.connected(threads=threads, memory_limit=memory_limit) as connection:
        on_step("reading")
        table = checked_events(connection, events)
        profile = profile_of(connection, table)
        on_step("pairing")
        kept = sound_events(connection, table)
        pairs = _judged(kept, ego=_key(connection, kept, ego, is_view=False), is_view=False)
        written = backend.write_parquet(connection, pairs.order_by("a", "b"), out)
        rows = rows_left_out(connection, events, profile)
    return KnowsReport(events=profile.rows, pairs=written, left_out=profile.left_out, rows=rows)


def _judged(events: Table, *, ego: Any, is_view: bool) -> Table:
    pairs = _pairs(events, ego=ego, is_view=is_view)
    return pairs.select("a", "b", probability=probability(pairs, shipped_weights()))


def _pairs(events: Table, *, ego: Any, is_view: bool) -> Table:
    return pairs_in_company(seen_acts(events, ego, is_view=is_view), ego)


def _key(connection: Any, events: Table, ego: object, *, is_view: bool) -> object:
    """Return the ego's key, having seen that an event names it where somebody asks."""
    key = _key_of(events, ego)
    if not is_view and not _is_named(connection, events, key):
        raise NoSuchEgo("no_such_ego", ego=str(ego))
    return key


def _key_of(events: Table, ego: object) -> object:
    """Return the ego's key in the type of the people's column."""
    if events["sender"].type().is_string():
        return str(ego)
    number = str(ego).removeprefix("-")
    if not (number.isascii() and number.isdigit()) or int(number) > MOST_NUMBER:
        raise NoSuchEgo("no_such_ego", ego=str(ego))
    return int(str(ego))


def _is_named(connection: Any, events: Table, ego: Any) -> bool:
    return bool(statements.rows(connection, _naming, (events,), {"ego": ego}).num_rows)


def _naming(events: Table, *, ego: Any) -> Table:
    return events.filter((events.sender == ego) | (events.recipient == ego)).select("at_epoch_s").limit(1)
