"""Contact acts counted by person: on which days, in which months, from which side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from json import dumps

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from renmai.store.ties.way_counts import by_person, starts_of

MONTHS = 12
Whole = NDArray[np.int64]


def months_of(in_touch: pa.Table, me: Sequence[int], starts: Sequence[int]) -> Mapping[int, list[list[int]]]:
    """Return for each person the acts from me and from them in each month.

    :param starts: when each of the months began, and the end
    """
    found: dict[int, list[list[int]]] = {}
    person, is_mine, place = _placed(in_touch, me, starts)
    cells, counts = np.unique((person * 2 + ~is_mine) * MONTHS + place, return_counts=True)
    for cell, count in zip(cells.tolist(), counts.tolist(), strict=True):
        who, rest = divmod(cell, 2 * MONTHS)
        side, month = divmod(rest, MONTHS)
        found.setdefault(who, [[0] * MONTHS, [0] * MONTHS])[side][month] = count
    return found


def days_of(
    in_touch: pa.Table, me: Sequence[int], midnights: Sequence[int], first_day: int
) -> dict[int, list[int]]:
    """Return for each person their days of contact in threes: the day, acts from me, acts from them.

    :param midnights: when each day began, and the end; the first is `first_day`
    """
    person, is_mine, day = _placed(in_touch, me, midnights)
    order = np.lexsort((day, person))
    person, is_mine, day = person[order], is_mine[order], day[order]
    starts = starts_of(person, day)
    if not len(starts):
        return {}
    sides = (np.add.reduceat(side.astype(np.int64), starts) for side in (is_mine, ~is_mine))
    return dict(by_person(person[starts], np.stack([day[starts] + first_day, *sides], axis=1)))


def trails(
    days: Mapping[int, list[int]], ways: Iterable[tuple[int, list[int]]]
) -> Iterator[tuple[int, str, str]]:
    """Yield for each person with whom something passed their days and ways, as text."""
    by_way = dict(ways)
    for person_id in sorted(days.keys() | by_way.keys()):
        yield person_id, dumps(days.get(person_id, [])), dumps(by_way.get(person_id, []))


def _placed(
    in_touch: pa.Table, me: Sequence[int], bounds: Sequence[int]
) -> tuple[Whole, NDArray[np.bool_], Whole]:
    """Return for each act within the bounds with whom it was, whether it was mine, in which span it falls."""
    sender, recipient, at = (in_touch[name].to_numpy() for name in ("sender", "recipient", "at_epoch_s"))
    is_mine = np.isin(sender, me)
    place = np.searchsorted(np.asarray(bounds), at, side="right") - 1
    chosen = (place >= 0) & (place < len(bounds) - 1)
    return np.where(is_mine, recipient, sender)[chosen], is_mine[chosen], place[chosen]
