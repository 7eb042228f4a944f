"""Which mentions are one person for certain: by the book's rules on handles, or by name, birthday, place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from renmai.domain.handles import Handle, Nature
from renmai.domain.identities import Known, clusters
from renmai.domain.names import are_surely_different, is_real_name
from renmai.engine.identity.spelling import words_of_name, words_of_text
from renmai.engine.identity.traits import parsed_day

FEWEST_WORDS = 2
_NUMBERLESS_ALIAS = re.compile(r"(?!\d+\+)[^@]+@users\.noreply\.[a-z]+\.[a-z]+")
"""A forge's alias without the account's number: its name may be another's after the account was renamed."""
_MOST_COMPARED = 50


def certain_groups(
    columns: Mapping[str, Sequence[object]], handles: Sequence[Sequence[tuple[Handle, str]]]
) -> NDArray[np.int64]:
    """Return for each mention the first mention of its certain group; its own number where it is alone.

    A group in which two full birthdays or two full names contradict each other is no group.
    """
    count = len(handles)
    names = [str(name or "") for name in columns["name"]]
    width = len(str(count))
    keys = [f"{k:0{width}d}" for k in range(count)]
    carriers = Counter(handle for row in handles for handle, _ in row)
    known = [
        Known(
            keys[k],
            names[k],
            tuple((handle, _nature(handle, nature)) for handle, nature in row),
            is_card=True,
        )
        for k, row in enumerate(handles)
        if any(carriers[handle] > 1 for handle, _ in row)
    ]
    joined = [[int(key) for key in cluster.keys] for cluster in clusters(known) if cluster.is_person]
    joined += list(_told_alike(columns))
    days = [parsed_day(None if day is None else str(day)) for day in columns["birthday"]]
    found = np.arange(count, dtype=np.int64)
    for group in _united(joined, count):
        if not _contradicts([names[k] for k in group], [days[k] for k in group]):
            found[group] = group[0]
    return found


def _nature(handle: Handle, nature: str) -> str:
    is_alias = nature == Nature.PERSONAL and _NUMBERLESS_ALIAS.fullmatch(handle.value) is not None
    return Nature.ROLE if is_alias else nature


def _told_alike(columns: Mapping[str, Sequence[object]]) -> Iterator[list[int]]:
    """Yield the mentions that agree word for word in full name, whole birthday and place."""
    alike = defaultdict(list)
    for k, (name, birthday, place) in enumerate(
        zip(columns["name"], columns["birthday"], columns["place"], strict=True)
    ):
        if name and birthday and place and is_real_name(str(name)):
            words, day = sorted(words_of_name(str(name))[0]), parsed_day(str(birthday))
            where = sorted(words_of_text(str(place)))
            if len(words) >= FEWEST_WORDS and all(day) and len(where) >= FEWEST_WORDS:
                alike[tuple(words), day, tuple(where)].append(k)
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
    found = defaultdict(list)
    for group in groups:
        for k in group:
            found[root(k)].append(k)
    return [sorted(set(members)) for members in found.values() if len(set(members)) > 1]


def _contradicts(names: Sequence[str], days: Sequence[tuple[int, int, int]]) -> bool:
    whole = {day for day in days if all(day)}
    yearless = {day[1:] for day in days if all(day[1:])}
    if len(whole) > 1 or len(yearless) > 1:
        return True
    spoken = sorted({name for name in names if is_real_name(name)})[:_MOST_COMPARED]
    return any(are_surely_different(one, other) for n, one in enumerate(spoken) for other in spoken[n + 1 :])
