"""What identity answers: a row for each mention with its cluster, a row for each likely pair, and why."""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from renmai.engine.identity.comparing import compared
from renmai.engine.identity.likelihood import IdentityModel, reasons
from renmai.engine.identity.traits import Traits
from renmai.engine.identity.words import Floats, Ints

BECAUSE = pa.list_(pa.struct([("code", pa.string()), ("contribution", pa.float64())]))
BATCH = 8_192
MOST_ODDS = 8.0
"""No pair counts for more in the mean that makes a probability: nothing but certain evidence is certain."""


class Scored(NamedTuple):
    """Pairs by the numbers of their mentions, `one` < `other`, with how likely each is one person."""

    one: Ints
    other: Ints
    log_odds: Floats
    contradiction: Floats


def clusters_table(
    ids: pa.Array, groups: Ints, first: Ints, scored: Scored, model: IdentityModel, traits: Traits
) -> pa.Table:
    """Return a row for each mention; see `run.resolve` for the columns.

    :param groups: the first mention of each mention's certain group
    :param first: the first mention of each mention's cluster
    """
    beside, likely = _nearest(first, scored)
    certain = _is_certain(groups, first)
    is_joined = beside >= 0
    rows = np.flatnonzero(is_joined)
    why: list[list[dict[str, object]]] = [[] for _ in range(len(ids))]
    reasons_of = _because(model, traits, np.minimum(rows, beside[rows]), np.maximum(rows, beside[rows]))
    for row, because in zip(rows, reasons_of, strict=True):
        why[row] = because
    return pa.table(
        {
            "mention": ids,
            "cluster": ids.take(pa.array(first)),
            "probability": pa.array(np.where(certain, 1.0, likely)),
            "certain": pa.array(certain),
            "certain_cluster": ids.take(pa.array(groups)),
            "beside": ids.take(pa.array(beside, mask=~is_joined)),
            "because": pa.array(why, type=BECAUSE),
        }
    )


def pairs_table(
    ids: pa.Array, groups: Ints, first: Ints, scored: Scored, model: IdentityModel, traits: Traits
) -> pa.Table:
    """Return a row for each pair that is likelier one person than not, and not so for certain."""
    is_likely = (scored.log_odds > 0) & (groups[scored.one] != groups[scored.other])
    one, other = scored.one[is_likely], scored.other[is_likely]
    return pa.table(
        {
            "one": ids.take(pa.array(one)),
            "other": ids.take(pa.array(other)),
            "probability": pa.array(_probability(scored.log_odds[is_likely])),
            "is_joined": pa.array(first[one] == first[other]),
            "because": pa.array(_because(model, traits, one, other), type=BECAUSE),
        }
    )


def _because(model: IdentityModel, traits: Traits, one: Ints, other: Ints) -> list[list[dict[str, object]]]:
    because: list[list[dict[str, object]]] = []
    for start in range(0, len(one), BATCH):
        because += reasons(model, compared(traits, one[start : start + BATCH], other[start : start + BATCH]))
    return because


def _nearest(first: Ints, scored: Scored) -> tuple[Ints, Floats]:
    """Return the likeliest other mention of each one's cluster, -1 for none, and how likely it is there."""
    is_inside = first[scored.one] == first[scored.other]
    here = np.concatenate([scored.one[is_inside], scored.other[is_inside]])
    there = np.concatenate([scored.other[is_inside], scored.one[is_inside]])
    odds = np.tile(scored.log_odds[is_inside], 2)
    order = np.lexsort((there, -odds, here))
    mentions, place = np.unique(here[order], return_index=True)
    beside = np.full(len(first), -1, dtype=np.int64)
    beside[mentions] = there[order][place]
    number = np.bincount(here, minlength=len(first))
    total = np.bincount(here, np.clip(odds, -MOST_ODDS, MOST_ODDS), minlength=len(first))
    return beside, np.where(number > 0, _probability(total / np.maximum(number, 1)), 1.0)


def _probability(log_odds: Floats) -> Floats:
    probability: Floats = 1 / (1 + np.exp(-log_odds))
    return probability


def _is_certain(groups: Ints, first: Ints) -> NDArray[np.bool_]:
    """Tell who is alone, or of the largest certain group of their cluster; of two as large, the first."""
    count = len(groups)
    size = np.bincount(groups, minlength=count)[groups]
    alone = np.bincount(first, minlength=count)[first] == 1
    order = np.lexsort((groups, -size, first))
    clusters, place = np.unique(first[order], return_index=True)
    core = np.full(count, -1, dtype=np.int64)
    core[clusters] = groups[order][place]
    is_certain: NDArray[np.bool_] = alone | ((core[first] == groups) & (size > 1))
    return is_certain
