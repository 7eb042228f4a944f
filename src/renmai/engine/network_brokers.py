"""Brokerage: who stands between people that are not joined otherwise (Burt, Structural Holes, 1992)."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from renmai.engine.network_graph import Graph


def constraint(graph: Graph) -> NDArray[np.float64]:
    """Return Burt's constraint of everybody: low where one's people do not know each other.

    The sum over one's people j of (p_ij + sum over q of p_iq p_qj)², where p is the share of one's weight
    that goes to somebody. Null (NaN) for whoever is joined to nobody.
    """
    shares = _shares(graph.weights)
    through = (shares + shares @ shares).multiply(graph.weights > 0)
    constraint = np.asarray(through.power(2).sum(axis=1)).ravel()
    return np.where(graph.degrees > 0, constraint, np.nan)


def effective_size(graph: Graph) -> NDArray[np.float64]:
    """Return how many of one's people bring something of their own: their number less what overlaps.

    From each person j is taken the sum over q of p_iq m_jq, where m_jq is j's weight with q over j's
    greatest. Null (NaN) for whoever is joined to nobody.
    """
    weights = graph.weights
    if not graph.size:
        return np.zeros(0)
    top = weights.max(axis=1).toarray().ravel()
    scaled = _rows_times(weights, np.divide(1.0, top, out=np.zeros_like(top), where=top > 0))
    overlap = (_shares(weights) @ scaled.T).multiply(weights > 0)
    people = np.diff(weights.indptr)
    size = people - np.asarray(overlap.sum(axis=1)).ravel()
    return np.where(people > 0, size, np.nan)


def _shares(weights: sparse.csr_array) -> sparse.csr_array:
    degree = np.asarray(weights.sum(axis=1)).ravel()
    return _rows_times(weights, np.divide(1.0, degree, out=np.zeros_like(degree), where=degree > 0))


def _rows_times(weights: sparse.csr_array, factors: NDArray[np.float64]) -> sparse.csr_array:
    return (sparse.diags_array(factors) @ weights).tocsr()
