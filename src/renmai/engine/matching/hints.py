"""Hints: which of many texts may share something with a few, told by bare words before any is read."""

import re
from collections.abc import Callable, Iterator, Sequence

from renmai.engine.matching.glosses import dictionary
from renmai.engine.matching.reading import TextForms, read_text
from renmai.engine.matching.terms import Terms
from renmai.engine.matching.words import habits, plain_text

LEAST_GLOSS = 0.4  # a rarer meaning of a word is no hint
MOST_WORDS = 400  # Chinese words that one English word may be; more would mean that it says nothing
SHORTEST_STEM = 3


def hints(texts: Sequence[str], terms: Terms) -> Callable[[str], bool]:
    """Return a test whether another text may share a word, a meaning or a thing with one of these.

    What it lets pass is read and compared as always; what it holds back could meet them by spelling, by a
    field or by a place alone, which is no match by itself.
    """
    needles: set[str] = set()
    for text in texts:
        for is_need in (True, False):
            needles.update(_needles(read_text(text, terms, is_need=is_need), terms))
    if not needles:
        return lambda _: False
    plain = dictionary().simplified
    any_of_them = re.compile("|".join(sorted(map(re.escape, needles))))

    def may_share(text: str) -> bool:
        """Tell whether one of the words stands in a text."""
        return any_of_them.search(plain_text(text).translate(plain).lower()) is not None

    return may_share


def _needles(reading: TextForms, terms: Terms) -> Iterator[str]:
    """Yield the beginnings of English words and the Chinese words that may meet what a text holds."""
    silent = habits().silent
    stems = {form for form in reading.weights["stems"] if len(form) >= SHORTEST_STEM}
    yield from (form for form in reading.weights["words"] if not form.isascii())
    yield from stems
    yield from (
        form
        for form, weight in reading.weights["glosses"].items()
        if weight >= LEAST_GLOSS and len(form) >= SHORTEST_STEM
    )
    for stem in stems:
        yield from _chinese_for(stem)
    things = reading.weights["things"].keys()
    for word, keys in terms.chinese.items():
        if not things.isdisjoint(keys):
            yield word
    for forms, keys in terms.english.items():
        if not things.isdisjoint(keys) and forms[0] not in silent:
            yield max(forms, key=len)


def _chinese_for(english: str) -> list[str]:
    """Return the Chinese words that mean an English one by one of their first senses; none of too many."""
    begins = re.compile(rf"\b{re.escape(english)}", re.IGNORECASE)
    words = [
        word
        for word, senses in dictionary().senses.items()
        if len(word) > 1 and any(begins.search(sense) for sense in senses[:2])
    ]
    return words if len(words) <= MOST_WORDS else []
