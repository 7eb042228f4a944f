"""Which pairs of mentions are worth a look: those that share a telling key."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
import pyarrow as pa
from ibis.expr.types import Table
from numpy.typing import NDArray

from renmai.engine.identity.traits import Traits
from renmai.engine.identity.words import NOBODY, Floats, Ints

LARGEST_BLOCK = 150
PAIRS_PER_MENTION = 250
"""Keys shared by few are looked at first; those that would cost more pairs than this are too common."""
SMALL_BLOCK = 12
"""So few mentions share a key that sharing it alone is worth a look."""
_STEM = 3
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))

Keys = NDArray[np.int64]


def keys_of(traits: Traits) -> pa.Table:
    """Return the keys of each mention: `mention` (its number), `key`."""
    mentions, keys = [], []
    for kind, parts in enumerate(_kinds(traits), start=1):
        hashed, is_there = _hashed(kind, parts)
        rows, places = np.nonzero(is_there)
        mentions.append(rows.astype(np.int64))
        keys.append(hashed[rows, places])
    return pa.table({"mention": np.concatenate(mentions), "key": np.concatenate(keys)})


def _hashed(kind: int, parts: tuple[Ints, ...]) -> tuple[Keys, NDArray[np.bool_]]:
    """Return a number for each place's parts together, and where all parts are there (above NOBODY)."""
    number = np.full(parts[0].shape, kind, dtype=np.uint64)
    is_there = np.ones(parts[0].shape, dtype=np.bool_)
    for part in parts:
        is_there &= part > NOBODY
        number = (number ^ (part.astype(np.uint64) + _MIX[0])) * _MIX[1]
        number ^= number >> np.uint64(29)
    return (number * _MIX[2]).astype(np.int64), is_there


def _kinds(traits: Traits) -> Iterator[tuple[Ints, ...]]:
    """Yield each kind of key as its parts, mentions × places; what is not there is NOBODY."""
    dates = np.where(traits.day > 0, traits.day, NOBODY).astype(np.int64)
    year, month, day = (dates[:, [part]] for part in range(3))
    names = _rarest(traits.latin.ids, traits.latin.gain, 3)
    places = _rarest(traits.place.ids, traits.place.gain, 4)
    stems = _at(traits.latin.stems[:, _STEM], names)
    letters = np.sort(_at(traits.latin.first, names), axis=1)
    yield (traits.handles.ids.astype(np.int64),)
    yield (np.concatenate([traits.locals.ids, traits.aliases, traits.spellings], axis=1).astype(np.int64),)
    yield (traits.whole.ids.astype(np.int64),)
    if len(traits.han.gain):
        yield (traits.han.ids[:, [0]].astype(np.int64), traits.han.ids[:, [1]].astype(np.int64))
    yield (names,)
    yield _two(names)
    yield _two(stems)
    yield _two(places)
    yield _with(names, year)
    yield _with(names, month, day)
    yield _with(stems, year, month)
    yield _with(letters, year, month, day)
    yield year, month, day
    yield _with(places, year)
    yield _with(places, month, day)
    yield _across(names[:, :2], places[:, :3])
    yield _across(stems[:, :2], places[:, :3])
    yield _across(names[:, :2], traits.beside.ids[:, :4].astype(np.int64))


def _rarest(ids: NDArray[np.int32], gain: Floats, most: int) -> Ints:
    """Return the most telling words of each mention, in the order of their numbers where there are ties."""
    tells = np.append(gain, -1.0)[ids]
    order = np.lexsort((ids, -tells), axis=1)[:, :most]
    return np.take_along_axis(ids, order, axis=1).astype(np.int64)


def _at(values: Ints, ids: Ints) -> Ints:
    return np.append(values, NOBODY)[ids]


def _two(ids: Ints) -> tuple[Ints, Ints]:
    """Return every two of the words, the lower number first."""
    left, right = zip(*combinations(range(ids.shape[1]), 2), strict=True)
    one, other = ids[:, list(left)], ids[:, list(right)]
    return np.minimum(one, other), np.maximum(one, other)


def _with(ids: Ints, *parts: Ints) -> tuple[Ints, ...]:
    return (ids, *(np.broadcast_to(part, ids.shape) for part in parts))


def _across(one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """Return every one of the first with every one of the second."""
    return np.repeat(one, other.shape[1], axis=1), np.tile(other, one.shape[1])


def largest_block(connection: Any, keys: Table, mentions: int) -> int:
    """Return the size of the largest blocks that can be afforded, the smaller ones counted first."""
    sizes = keys.group_by("key").aggregate(size=keys.count()).filter(lambda t: t["size"] > 1)
    blocks = (
        sizes.group_by("size").aggregate(blocks=sizes.count()).filter(lambda t: t["size"] <= LARGEST_BLOCK)
    )
    spent, largest = 0, 1
    for row in sorted(connection.to_pyarrow(blocks).to_pylist(), key=lambda row: row["size"]):
        spent += row["blocks"] * row["size"] * (row["size"] - 1) // 2
        if spent > max(PAIRS_PER_MENTION * mentions, LARGEST_BLOCK**2):
            break
        largest = row["size"]
    return largest


def pairs_of(keys: Table, largest: int) -> Table:
    """Return the pairs worth a look: `one` < `other`, each once.

    They share two keys of blocks of at most the largest size, or one of a small block.
    """
    sizes = keys.group_by("key").aggregate(size=keys.count())
    telling = keys.join(sizes.filter((sizes["size"] > 1) & (sizes["size"] <= largest)), "key")
    left, right = telling.view(), telling.view()
    met = left.join(right, [left["key"] == right["key"], left["mention"] < right["mention"]])
    met = met.select(one=left["mention"], other=right["mention"], size=left["size"])
    pairs = met.group_by(["one", "other"]).aggregate(keys=met.count(), smallest=met["size"].min())
    worth = pairs.filter((pairs["keys"] > 1) | (pairs["smallest"] <= SMALL_BLOCK))
    return worth.select("one", "other")
