"""Where a text uses words of the table, longest words first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from renmai.engine.matching.terms import Terms
from renmai.engine.matching.words import Token, habits

SHADOWED = 0.4  # what a word counts for where a longer one covers it, as 律师 in 专利律师


@dataclass(frozen=True, slots=True)
class Use:
    """That a text points to a thing: by which word, and how telling it is from 0 to 1."""

    thing: str
    surface: str
    weight: float


def uses(terms: Terms, words: Sequence[Token]) -> list[Use]:
    """Return the things the words of a text point to, each once with its most telling word."""
    best: dict[str, Use] = {}
    for surface, things, is_shadowed in (*_in_chinese(terms, words), *_in_english(terms, words)):
        weight = (SHADOWED if is_shadowed else 1.0) / len(things) ** 0.5
        for thing in things:
            if thing not in best or best[thing].weight < weight:
                best[thing] = Use(thing, surface, weight)
    return list(best.values())


def _in_chinese(terms: Terms, words: Sequence[Token]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield each word of the table in a run; one character counts only where it is a word by itself."""
    silent = habits().silent
    for _, group in groupby((word for word in words if word.is_chinese), key=lambda word: word.run):
        run = [word.surface for word in group]
        text, alone = "".join(run), {word for word in run if len(word) == 1 and word not in silent}
        covered = 0
        for start in range(len(text)):
            for size in range(min(terms.longest.get(text[start], 0), len(text) - start), 0, -1):
                word = text[start : start + size]
                if word in terms.chinese and (size > 1 or word in alone):
                    yield word, terms.chinese[word], start + size <= covered
                    covered = max(covered, start + size)


def _in_english(terms: Terms, words: Sequence[Token]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    forms = [word.form for word in words]
    covered = 0
    for start, word in enumerate(words):
        for size in range(min(terms.longest.get(word.form, 0), len(words) - start), 0, -1):
            key = tuple(forms[start : start + size])
            if key in terms.english and (size > 1 or _is_meant(terms, key, word)):
                surface = " ".join(each.surface for each in words[start : start + size])
                yield surface, terms.english[key], start + size <= covered
                covered = max(covered, start + size)


def _is_meant(terms: Terms, key: tuple[str, ...], word: Token) -> bool:
    """Tell whether one word is the term and not a word people ask with: running, but not “I run a shop”."""
    return word.surface.isupper() if key in terms.capitals else not word.is_silent
