"""Figures of a look at ties, as plain values to keep; a book without an owner has none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from renmai.domain.ties.ties import Tie


class Computed(NamedTuple):
    """Ties, the acts from me and from them a month, and the model snapshots that a partial look needs."""

    ties: list[Tie]
    months: Mapping[int, Sequence[Sequence[int]]]
    snapshots: str
    trails: Iterator[tuple[int, str, str]]


def nobody_s(snapshots: str) -> Computed:
    """Return the figures where nobody is the owner yet."""
    return Computed([], {}, snapshots, iter(()))
