"""How well scores put those who met above those who did not: area under the ROC curve, average precision."""

import numpy as np

from renmai.engine.logistic import Numbers


def area_under_curve(met: Numbers, score: Numbers) -> float:
    """Return how often somebody who met scores above somebody who did not, an equal score counting half.

    :param met: 1 or 0 of each, some of both
    """
    _, place, counts = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(counts) - (counts - 1) / 2)[place]
    hits, misses = float(met.sum()), float(len(met) - met.sum())
    return float((rank[met > 0].sum() - hits * (hits + 1) / 2) / (hits * misses))


def average_precision(met: Numbers, score: Numbers) -> float:
    """Return the mean over all who met of the precision at their score, those of an equal score included.

    :param met: 1 or 0 of each, some of them 1
    """
    _, place = np.unique(-score, return_inverse=True)
    all_at, met_at = np.bincount(place), np.bincount(place, weights=met)
    precision = np.cumsum(met_at) / np.cumsum(all_at)
    return float((precision * met_at).sum() / met.sum())
