"""Which mentions are one person for certain: by the book's rules on handles, or by name, birthday, place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from renmai.domain.people.handles import Handle, HandleNature
from renmai.domain.people.identity import clusters
from renmai.domain.people.known import Known
from renmai.domain.people.names import are_surely_different, is_real_name
from renmai.engine.identity.traits import Traits
from renmai.engine.identity.words import NOBODY

FEWEST_WORDS = 2
_NUMBERLESS_ALIAS = re.compile(r"(?!\d+\+)[^@]+@users\.noreply\.[a-z]+\.[a-z]+")
"""A forge's alias without the account's number: its name may be another's after the account was renamed."""
_MOST_COMPARED = 50


def certain_groups(
    columns: Mapping[str, Sequence[object]], handles: Sequence[Sequence[tuple[Handle, str]]], traits: Traits
) -> NDArray[np.int64]:
    """Return for each mention the first mention of its certain group; its own number where it is alone.

    A group in which two full birthdays or two full names contradict each other is no group.
    """
    count = len(handles)
    names = [str(name or "") for name in columns["name"]]
    width = len(str(count))
    keys = [f"{k:0{width}d}" for k in range(count)]
    carriers = Counter(handle for row in handles for handle, _ in row)
    mentions = [
        Known(
            keys[k],
            names[k],
            tuple((handle, _nature(handle, nature)) for handle, nature in row),
            is_card=True,
        )
        for k, row in enumerate(handles)
        if any(carriers[handle] > 1 for handle, _ in row)
    ]
    joined = [[int(key) for key in cluster.keys] for cluster in clusters(mentions) if cluster.is_person]
    joined += _told_alike(traits)
    days = [(int(year), int(month), int(day)) for year, month, day in traits.day.tolist()]
    group_of = np.arange(count, dtype=np.int64)
    for group in _united(joined, count):
        if not _contradicts([names[k] for k in group], [days[k] for k in group]):
            group_of[group] = group[0]
    return group_of


def _nature(handle: Handle, nature: str) -> str:
    is_alias = nature == HandleNature.PERSONAL and _NUMBERLESS_ALIAS.fullmatch(handle.value) is not None
    return HandleNature.ROLE if is_alias else nature


def _told_alike(traits: Traits) -> Iterator[list[int]]:
    """Yield the mentions that agree word for word in full name, whole birthday and place."""
    says = traits.is_full & (traits.day > 0).all(axis=1)
    says &= (traits.place.ids != NOBODY).sum(axis=1) >= FEWEST_WORDS
    rows = np.flatnonzero(says & (traits.whole.ids[:, 0] != NOBODY))
    marks = (traits.whole.ids, np.sort(traits.han.ids), traits.day, np.sort(traits.place.ids))
    alike = defaultdict(list)
    for row, key in zip(rows.tolist(), np.hstack([part[rows] for part in marks]).tolist(), strict=True):
        alike[tuple(key)].append(row)
    yield from (group for group in alike.values() if len(group) > 1)


def _united(groups: Sequence[Sequence[int]], count: int) -> list[list[int]]:
    """Return the groups, those with a member in common made one, each in order."""
    parent = list(range(count))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for group in groups:
        for k in group[1:]:
            a, b = root(group[0]), root(k)
            parent[max(a, b)] = min(a, b)
    members_of = defaultdict(list)
    for group in groups:
        for k in group:
            members_of[root(k)].append(k)
    return [sorted(set(members)) for members in members_of.values() if len(set(members)) > 1]


def _contradicts(names: Sequence[str], days: Sequence[tuple[int, int, int]]) -> bool:
    whole = {day for day in days if all(day)}
    yearless = {day[1:] for day in days if all(day[1:])}
    if len(whole) > 1 or len(yearless) > 1:
        return True
    spoken = sorted({name for name in names if is_real_name(name)})[:_MOST_COMPARED]
    return any(are_surely_different(one, other) for n, one in enumerate(spoken) for other in spoken[n + 1 :])
