"""Runs the reply model from events to the chance that each act is answered by each of its recipients."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import ibis
import numpy as np
import pyarrow as pa

from renmai.domain.ties.replies import NO_HABIT, outlook_of
from renmai.engine import backend
from renmai.engine.logistic import Numbers
from renmai.engine.profile import checked_events, profile_of, rows_left_out, sound_events
from renmai.engine.replies.answers import answered_at
from renmai.engine.replies.features import Past, features, past_of
from renmai.engine.replies.learning import learnt_model
from renmai.engine.replies.model import SHIPPED_WITHIN_DAYS, ReplyModel, shipped_model
from renmai.engine.replies.sent import Sent, Whole, sent_of
from renmai.engine.tables import SECONDS_PER_DAY

ROWS_AT_ONCE = 250_000
MOST = 0.999
SILENT_PRIOR_ACTS, SILENT_PRIOR_ANSWERS = 100.0, 1.0
"""Prior of broadcasts and machines: one in a hundred is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesReport:
    """What a run did. `left_out` counts bad rows by fault, `rows` are the first of them, counted from 1.

    `names` tells that answers name what they answer; else they are told by whose turn it is.
    """

    events: int
    acts: int
    model: str
    names: bool
    left_out: Mapping[str, int]
    rows: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Chances:
    """A row for each act and recipient with its `probability`, and the model that gave it."""

    table: pa.Table
    model: ReplyModel


def write_replies(
    events: Path,
    out: Path,
    *,
    train_until_epoch_s: int,
    until_epoch_s: int,
    within_days: float = 7,
    threads: int | None = None,
    memory_limit: str | None = None,
    on_step: Callable[[str], None] = lambda step: None,
) -> RepliesReport:
    """Write the chances of a Parquet file or folder to a Parquet file; `on_step` hears what is being done."""
    with backend.connected(threads=threads, memory_limit=memory_limit) as connection:
        on_step("reading")
        table = checked_events(connection, events)
        profile = profile_of(connection, table)
        sent = sent_of(connection, sound_events(connection, table), until_epoch_s)
        on_step("learning")
        chances = chances_of(
            sent, train_until_epoch_s=train_until_epoch_s, within_days=within_days, on_step=on_step
        )
        backend.write_parquet(connection, ibis.memtable(chances.table), out)
        rows = rows_left_out(connection, events, profile)
    return RepliesReport(
        events=profile.rows,
        acts=chances.table.num_rows,
        model=chances.model.basis,
        names=sent.names,
        left_out=profile.left_out,
        rows=rows,
    )


def chances_of(
    sent: Sent,
    *,
    train_until_epoch_s: int,
    within_days: float = 7,
    prior: ReplyModel | None = None,
    on_step: Callable[[str], None] = lambda step: None,
) -> Chances:
    """Return one row per act and recipient from `train_until_epoch_s` on.

    `probability` is the chance that the recipient answers within the days, by a model learnt from acts whose
    outcome was certain before `train_until_epoch_s` and by nothing but what lay before each act. `prior`
    takes the place of the shipped model, where coefficients are being judged. An act without a name is
    known by `at_epoch_s`.
    """
    within_s = int(within_days * SECONDS_PER_DAY)
    answered = answered_at(sent)
    past = past_of(sent, answered, within_s)
    model = learnt_model(
        prior or shipped_model(names=sent.names),
        past,
        answered,
        train_until_epoch_s=train_until_epoch_s,
        within_s=within_s,
    )
    on_step("computing")
    factor = _factor(model, within_s)
    asked = np.flatnonzero(sent.at >= train_until_epoch_s)
    parts = [asked[start : start + ROWS_AT_ONCE] for start in range(0, len(asked), ROWS_AT_ONCE)]
    chances = [_chances(past, model, rows) for rows in parts]
    probability = np.minimum(MOST, np.concatenate(chances) * factor) if chances else np.zeros(0)
    keys = sent.keys.take(pa.array(asked))
    return Chances(keys.add_column(3, "probability", pa.array(probability)), model)


def _chances(past: Past, model: ReplyModel, rows: Whole) -> Numbers:
    """Return the chance of each row; in a meeting nobody answers."""
    sent, columns = past.sent, features(past, rows)
    copied, addressed = model.copied.probability(columns), model.addressed.probability(columns)
    chance = np.where(sent.is_copy[rows], copied, addressed)
    chance = np.where(sent.is_silent[rows], _of_silent(past, rows), chance)
    return np.where(sent.is_mutual[rows], 0.0, chance)


def _factor(model: ReplyModel, within_s: int) -> float:
    """Return how many times as many answers come within another span than the shipped model's seven days."""
    if model.basis != "shipped":
        return 1.0
    usual = outlook_of(NO_HABIT)
    within_shipped = 1.0 - usual.left(SHIPPED_WITHIN_DAYS * SECONDS_PER_DAY)
    return (1.0 - usual.left(within_s)) / within_shipped


def _of_silent(past: Past, rows: Whole) -> Numbers:
    look = past.outcome["silent"].before(np.zeros_like(rows), past.sent.at[rows])
    return np.asarray((look.total() + SILENT_PRIOR_ANSWERS) / (look.count() + SILENT_PRIOR_ACTS))
