"""What had happened in a group strictly before a moment: counts, sums and the latest, over any window."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
NEVER = np.int64(-1)


@dataclass(frozen=True, slots=True)
class Look:
    """Groups asked about, each at its moment; the facts of a group lie between `start` and `end`."""

    facts: "SoFar"
    place: Whole
    at: Whole
    start: Whole
    end: Whole

    def count(self, window_s: int | None = None) -> Whole:
        """Return how many facts lie before the moment, none older than the window."""
        return self.end - self._from(window_s)

    def total(self, window_s: int | None = None) -> Whole:
        """Return the sum of their values."""
        return self.facts.totals[self.end] - self.facts.totals[self._from(window_s)]

    def last_at(self) -> Whole:
        """Return when the latest was, `NEVER` where there is none."""
        is_some = self.end > self.start
        return np.where(is_some, self.facts.at[np.maximum(self.end - 1, 0)], NEVER)

    def _from(self, window_s: int | None) -> Whole:
        if window_s is None:
            return self.start
        return self.facts.place_of(self.place, self.at - window_s)


class SoFar:
    """Facts by group and time. Whole numbers throughout, so that the order of rows changes nothing."""

    def __init__(self, group: Whole, at: Whole, value: Whole | None = None) -> None:
        """Take facts in any order.

        :param at: whole seconds, 0 or later
        :param value: whole numbers to add up; 1 each where left out
        """
        self.groups, place = np.unique(group, return_inverse=True)
        self.span = np.int64(at.max(initial=0) + 2)
        key = place.astype(np.int64) * self.span + at
        order = np.argsort(key, kind="stable")
        self.key = key[order]
        self.at = at[order] if len(at) else np.zeros(1, np.int64)
        self.totals = np.zeros(len(at) + 1, np.int64)
        if value is not None:
            np.cumsum(value[order], out=self.totals[1:])

    def before(self, group: Whole, at: Whole) -> Look:
        """Return what is known of each group strictly before its moment."""
        place = np.searchsorted(self.groups, group)
        held = np.minimum(place, max(0, len(self.groups) - 1))
        is_known = self.groups[held] == group if len(self.groups) else np.zeros(len(group), bool)
        place = np.where(is_known, held, -1).astype(np.int64)
        start = self.place_of(place, np.zeros_like(at))
        return Look(self, place, at, start, self.place_of(place, at))

    def place_of(self, place: Whole, at: Whole) -> Whole:
        """Return how many facts come before a moment of a group, all of the groups before it with them."""
        moment = np.clip(at, 0, self.span - 1)
        return np.where(place < 0, 0, np.searchsorted(self.key, place * self.span + moment)).astype(np.int64)
