"""Runs identity resolution from mentions to clusters."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from renmai.engine import backend
from renmai.engine.files import beside
from renmai.engine.identity.answers import Scored, clusters_table, pairs_table
from renmai.engine.identity.blocking import keys_of, largest_block, pairs_of
from renmai.engine.identity.certain import certain_groups
from renmai.engine.identity.clustering import clustered
from renmai.engine.identity.comparing import compared
from renmai.engine.identity.likelihood import IdentityModel, against, shipped_model
from renmai.engine.identity.mentions import read_mentions
from renmai.engine.identity.traits import Traits, handles_of, traits_of
from renmai.engine.identity.words import Floats, Ints

BATCH = 8_192
"""Pairs compared at once: their arrays then stay in the processor's cache."""
WORKERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveReport:
    """What a run did; `clusters` counts all, `certain` those there were by certain evidence alone."""

    mentions: int
    clusters: int
    certain: int
    pairs: int
    unreadable_handles: int


def resolve(
    mentions: object,
    *,
    engine: str = backend.EMBEDDED,
    spark_master: str | None = None,
    model: IdentityModel | None = None,
    on_step: Callable[[str], None] = lambda step: None,
) -> tuple[pa.Table, pa.Table, ResolveReport]:
    """Return who is who, the likely pairs, and what was done.

    `mentions` is a Parquet path, an Arrow table or a reader in the columns of `mentions`. The first table has
    a row for each mention, in order: `mention`; `cluster`, the smallest mention of its cluster; `probability`
    that it belongs there; `certain`, whether it does so by certain evidence; `certain_cluster`, the smallest
    mention of those that are one person for certain; `beside`, the mention of its cluster it is most
    surely one with; `because`, what spoke for that pair and against. The second has a row for each pair more
    likely than not that is not certain: `one`, `other`, `probability`, `is_joined`, `because`.
    """
    judge = model or shipped_model()
    with backend.connected(engine, spark_master=spark_master) as connection:
        on_step("reading")
        ids, columns = read_mentions(connection, mentions)
        handles, unreadable = handles_of(columns["handles"], columns["name"])  # type: ignore[arg-type]  # a list column holds texts
        traits = traits_of(columns, handles)
        groups = certain_groups(columns, handles, traits)
        on_step("blocking")
        pairs = candidates(connection, traits, len(ids))
    on_step("comparing")
    scored = _scored(judge, traits, *_with_groups(groups, *pairs))
    on_step("clustering")
    first = clustered(groups, *scored)
    clusters = clusters_table(ids, groups, first, scored, judge, traits)
    likely = pairs_table(ids, groups, first, scored, judge, traits)
    report = ResolveReport(
        mentions=len(ids),
        clusters=len(np.unique(first)),
        certain=len(np.unique(groups)),
        pairs=len(scored.one),
        unreadable_handles=unreadable,
    )
    return clusters, likely, report


def write_clusters(
    mentions: Path,
    out: Path,
    *,
    pairs_out: Path | None = None,
    engine: str = backend.EMBEDDED,
    spark_master: str | None = None,
    on_step: Callable[[str], None] = lambda step: None,
) -> ResolveReport:
    """Write who is who to a Parquet file, and the likely pairs to another; see `resolve`."""
    clusters, likely, report = resolve(mentions, engine=engine, spark_master=spark_master, on_step=on_step)
    for table, path in ((clusters, out), (likely, pairs_out)):
        if path is not None:
            with beside(path) as part:
                pq.write_table(table, part)
    return report


def candidates(connection: Any, traits: Traits, count: int) -> tuple[Ints, Ints]:
    """Return the pairs of mentions that are worth a look, by their numbers, in no order."""
    keys = backend.events_table(connection, keys_of(traits))
    pairs = connection.to_pyarrow(pairs_of(keys, largest_block(connection, keys, count)))
    return pairs["one"].to_numpy().astype(np.int64), pairs["other"].to_numpy().astype(np.int64)


def _with_groups(groups: Ints, one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """Return the pairs in order, those between each mention and the first of its certain group among them."""
    count = len(groups)
    inside = np.flatnonzero(groups != np.arange(count))
    pair = np.unique(np.concatenate([one * count + other, groups[inside] * count + inside]))
    return pair // max(count, 1), pair % max(count, 1)


def _scored(model: IdentityModel, traits: Traits, one: Ints, other: Ints) -> Scored:
    def score(start: int) -> tuple[Floats, Floats]:
        evidence = compared(traits, one[start : start + BATCH], other[start : start + BATCH])
        return model.log_odds(evidence, traits.prior), against(model, evidence)

    with ThreadPoolExecutor(WORKERS) as pool:
        parts = list(pool.map(score, range(0, len(one), BATCH)))
    log_odds = np.concatenate([np.zeros(0), *(part[0] for part in parts)])
    contradiction = np.concatenate([np.zeros(0), *(part[1] for part in parts)])
    return Scored(one, other, log_odds, contradiction)
