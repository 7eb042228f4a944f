"""Lift: how many of those who were in touch stand among the top few, beside the baselines."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from renmai.engine.logistic import Numbers

SHARES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
TOPS = (5, 10, 20, 50, 100)


def found_among_first(met: Numbers, score: Numbers, sizes: Sequence[int]) -> list[float]:
    """Return how many who met stand among the first of each size, highest score first.

    Among equal scores nobody is first: what such a group holds is spread evenly over its places, which is
    the expectation over all orders.
    """
    order = np.argsort(-score, kind="stable")
    ranked, hits = score[order], met[order]
    ends = np.append(np.flatnonzero(ranked[1:] != ranked[:-1]) + 1, len(ranked))
    hits_so_far = np.cumsum(hits)[ends - 1]
    places = np.asarray(sizes, dtype=np.float64)
    return [
        float(hits_held) for hits_held in np.interp(places, np.append(0, ends), np.append(0.0, hits_so_far))
    ]


def lift(
    met: Numbers, score: Numbers, rivals: Mapping[str, tuple[Numbers, Numbers]], sizes: Sequence[int]
) -> list[dict[str, Any]]:
    """Return for each number of pairs taken, likeliest first, what they hold.

    `in_touch` of them met; `gain` is that of all who met, `lift` how many times as many as chance finds;
    `baselines` what each rival (its own `met` and scores) finds in as many.
    """
    whole = len(met)
    hits = found_among_first(met, score, sizes)
    beside = {name: found_among_first(seen, scores, sizes) for name, (seen, scores) in rivals.items()}
    return [
        {
            "share": size / whole,
            "pairs": size,
            "in_touch": hits[place],
            "gain": hits[place] / float(met.sum()),
            "lift": hits[place] / size / float(met.mean()),
            "baselines": {name: hits_of_rival[place] for name, hits_of_rival in beside.items()},
        }
        for place, size in enumerate(sizes)
    ]


def sizes_of_shares(whole: int) -> list[int]:
    """Return how many pairs each share of `SHARES` is, each number once."""
    return list(dict.fromkeys(max(1, round(share * whole)) for share in SHARES))


def sizes_of_tops(whole: int) -> list[int]:
    """Return the round numbers of pairs there are enough for."""
    return [size for size in TOPS if size <= whole]
