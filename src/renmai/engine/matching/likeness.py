"""Likeness of texts by their vectors, where an endpoint gives some: how far a pair stands out among all."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

PRIOR_PAIRS, PRIOR_MEAN, PRIOR_SPREAD = 50, 0.3, 0.12  # of cosines, before any pair was seen
BEYOND_CHANCE, FULL = 0.5, 3.0  # spreads above the highest that chance would give, and above that one
MOST = 0.6  # of a fit that vectors alone can give: they do not say why
BLOCK = 512  # needs compared at a time
SAMPLE = 400  # needs by which the spread is judged


class Likeness:
    """Needs and offers as vectors of length one, with how alike two of them mostly are.

    Models differ in how close unlike texts are, so a cosine says little by itself; how far it stands out from
    those of the other pairs does.
    """

    def __init__(self, needs: Sequence[Sequence[float]], offers: Sequence[Sequence[float]]) -> None:
        """Take the vectors; all are of one length."""
        self._needs, self._offers = _unit(needs), _unit(offers)
        picked = self._needs[:: max(1, len(self._needs) // SAMPLE)]
        seen = (picked @ self._offers.T).ravel()
        weight = len(seen) + PRIOR_PAIRS
        self._mean = (seen.sum() + PRIOR_PAIRS * PRIOR_MEAN) / weight
        spread = ((seen - self._mean) ** 2).sum() + PRIOR_PAIRS * PRIOR_SPREAD**2
        self._spread = float(np.sqrt(spread / weight))
        by_chance = np.sqrt(2 * np.log(max(2, len(self._offers))))  # the highest of so many normal values
        self._begins = float(by_chance) + BEYOND_CHANCE

    def of(self, needs: Sequence[int], offers: Sequence[int]) -> list[float]:
        """Return how alike each pair of places is, 0 to `MOST`."""
        cosines = np.einsum("ij,ij->i", self._needs[list(needs)], self._offers[list(offers)])
        return [float(value) for value in self._worth(cosines)]

    def best(self, needs: Sequence[int], offers: Sequence[int], top: int) -> Iterator[tuple[int, int]]:
        """Yield for each of these needs the places of the offers that stand out most, if any do."""
        among = np.array(offers, dtype=int)
        for start in range(0, len(needs) if len(among) else 0, BLOCK):
            block = needs[start : start + BLOCK]
            worth = self._worth(self._needs[block] @ self._offers[among].T)
            for need, row in zip(block, worth, strict=True):
                for at in np.argsort(-row, kind="stable")[:top]:
                    if row[at] > 0:
                        yield need, int(among[at])

    def _worth(self, cosines: Any) -> Any:
        spreads = (cosines - self._mean) / self._spread
        return MOST * np.clip((spreads - self._begins) / FULL, 0.0, 1.0)


def _unit(vectors: Sequence[Sequence[float]]) -> Any:
    table = np.array(vectors, dtype=np.float32)
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    return table / np.maximum(lengths, 1e-12)
