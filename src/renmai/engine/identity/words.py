"""Words as numbers: which words each mention has, how rare each is, and how alike two of them are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renmai.domain.people.nicknames import NICKNAMES

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WORLD = 1_000
"""How many mentions of others are thought beside those given, so that in a small file not all is rare."""
IN_THE_WORLD = 1.0
"""How many of those are thought to share a word with somebody."""
NOBODY = -1
_LONGEST = 16
_MOST_NICKNAMES = 3
_SHORTEST_STEM, _LONGEST_STEM = 2, 4


@dataclass(frozen=True, slots=True)
class WordColumn:
    """The words of one column. `ids` is mentions × places, `NOBODY` where there is none; the rest is by word.

    `gain` is −log of the share of mentions that have the word: what its agreement tells, in nats. `pairs` and
    `letters` are sets of hashed letter pairs and of letters, 64 bits each.
    """

    ids: NDArray[np.int32]
    gain: Floats
    size: Ints
    first: Ints
    stems: Ints
    nicknames: Ints
    pairs: NDArray[np.uint64]
    letters: NDArray[np.uint64]
    is_number: NDArray[np.bool_]


def gain_of(count: Floats, mentions: int) -> Floats:
    """Return what agreement tells, in nats, on something that `count` of the mentions have."""
    gain: Floats = -np.log((count + IN_THE_WORLD) / (mentions + WORLD))
    return gain


def words_of(rows: Sequence[Sequence[str]], most: int) -> WordColumn:
    """Return the words of a column, at most `most` of each mention, the rarest where there are more."""
    counts = Counter(word for row in rows for word in set(row))
    vocabulary = sorted(counts)
    number = {word: n for n, word in enumerate(vocabulary)}
    ids = np.full((len(rows), most), NOBODY, dtype=np.int32)
    for k, row in enumerate(rows):
        kept = row if len(row) <= most else sorted(row, key=lambda word: (counts[word], word))[:most]
        for place, word in enumerate(kept):
            ids[k, place] = number[word]
    gain = gain_of(np.array([counts[word] for word in vocabulary], dtype=np.float64), len(rows))
    codes = _codes(vocabulary)
    pairs, letters = _sets(codes)
    nicknames = np.full((len(vocabulary), _MOST_NICKNAMES), NOBODY, dtype=np.int64)
    for n, word in enumerate(vocabulary):
        for place, group in enumerate(sorted(NICKNAMES.get(word, ()))[:_MOST_NICKNAMES]):
            nicknames[n, place] = group
    return WordColumn(
        ids=ids,
        gain=gain,
        size=np.array([len(word) for word in vocabulary], dtype=np.int64),
        first=codes[:, 0],
        stems=_stems(codes),
        nicknames=nicknames,
        pairs=pairs,
        letters=letters,
        is_number=np.array([any(c.isdigit() for c in word) for word in vocabulary], dtype=np.bool_),
    )


def _codes(vocabulary: Sequence[str]) -> Ints:
    """Return the code points of words, words × places, 0 behind the last letter."""
    if not vocabulary:
        return np.zeros((0, _LONGEST), dtype=np.int64)
    text = np.array(vocabulary, dtype=f"U{_LONGEST}")
    return text.view(np.uint32).reshape(len(vocabulary), _LONGEST).astype(np.int64)


def _sets(codes: Ints) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return each word's set of neighbouring letters, with its two ends, and its bag of letters."""
    count = len(codes)
    framed = np.concatenate([np.zeros((count, 1), np.int64), codes, np.zeros((count, 1), np.int64)], axis=1)
    pairs, letters = np.zeros(count, np.uint64), np.zeros(count, np.uint64)
    for place in range(_LONGEST + 1):
        one, other = framed[:, place], framed[:, place + 1]
        pairs |= _bit(one * 31 + other * 7, (one > 0) | (other > 0))
    for place in range(_LONGEST):
        letter = codes[:, place]
        earlier = (codes[:, :place] == letter[:, None]).sum(axis=1)
        letters |= _bit(letter + 29 * earlier, letter > 0)
    return pairs, letters


def _bit(number: Ints, is_there: NDArray[np.bool_]) -> NDArray[np.uint64]:
    return np.where(is_there, np.left_shift(np.uint64(1), (number % 64).astype(np.uint64)), np.uint64(0))


def _stems(codes: Ints) -> Ints:
    """Return a number for the first two, three and four letters of each word; NOBODY where it is shorter."""
    stems = np.full((len(codes), _LONGEST_STEM + 1), NOBODY, dtype=np.int64)
    stem = np.zeros(len(codes), dtype=np.int64)
    for place in range(_LONGEST_STEM):
        stem = stem * 1_000_003 + codes[:, place]
        if place + 1 >= _SHORTEST_STEM:
            stems[:, place + 1] = np.where(codes[:, place] > 0, stem, NOBODY)
    return stems


def likeness(words: WordColumn, one: Ints, other: Ints) -> Floats:
    """Return how alike words are spelt, 0 to 1: shared letters and letter pairs over all (Dice, 1945)."""
    shared = np.bitwise_count(words.pairs[one] & words.pairs[other]).astype(np.float64)
    shared += np.bitwise_count(words.letters[one] & words.letters[other])
    total = np.bitwise_count(words.pairs).astype(np.float64) + np.bitwise_count(words.letters)
    likeness: Floats = np.where(
        words.is_number[one] | words.is_number[other],
        0.0,
        2 * shared / np.maximum(total[one] + total[other], 1),
    )
    return likeness


def is_short_form(words: WordColumn, one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell whether two words are usual forms of one name."""
    is_short = np.zeros(len(one), dtype=np.bool_)
    for mine in words.nicknames.T:
        group = mine[one]
        for theirs in words.nicknames.T:
            is_short |= (group != NOBODY) & (group == theirs[other])
    return is_short


def is_beginning(words: WordColumn, one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell whether one word is the first two to four letters of the other."""
    is_begun = np.zeros(len(one), dtype=np.bool_)
    for a, b in ((one, other), (other, one)):
        size = words.size[a]
        is_stem = (size >= _SHORTEST_STEM) & (size <= _LONGEST_STEM) & (words.size[b] > size)
        at = np.where(is_stem, size, 0)
        is_begun |= is_stem & (words.stems[a, at] == words.stems[b, at]) & (words.stems[a, at] != NOBODY)
    return is_begun


def is_initial(words: WordColumn, one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell whether one of two words is but the first letter of the other."""
    is_letter = (words.size[one] == 1) ^ (words.size[other] == 1)
    is_same: NDArray[np.bool_] = is_letter & (words.first[one] == words.first[other])
    return is_same
