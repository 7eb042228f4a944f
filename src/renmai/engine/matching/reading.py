"""What a text holds for matching: its words, spellings, meanings, things and places, each with a weight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from renmai.engine.matching.glosses import dictionary, gloss, joined
from renmai.engine.matching.terms import PLACES, Terms
from renmai.engine.matching.uses import Use, uses
from renmai.engine.matching.words import Token, plain_text, words

KINDS = ("words", "spelling", "stems", "glosses", "things", "fields", "places")
GRAM = 4  # letters of an English word that are compared as one spelling


@dataclass(frozen=True, slots=True)
class TextForms:
    """Per kind the forms a text holds with their weights, and the word of the text each comes from."""

    weights: Mapping[str, dict[str, float]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    surfaces: Mapping[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in KINDS})

    def note(self, kind: str, form: str, weight: float, surface: str) -> None:
        """Note that `surface` says `form`; of several the most telling stays."""
        if self.weights[kind].get(form, 0.0) < weight:
            self.weights[kind][form] = weight
            self.surfaces[kind][form] = surface


def read_text(text: str, terms: Terms, *, is_need: bool) -> TextForms:
    """Return what a text holds. A need of something the table turns round holds what meets it instead."""
    plain = plain_text(text)
    if not plain.isascii():
        plain = plain.translate(dictionary().simplified)
    words_read = list(words(plain))
    reading = TextForms()
    telling = [word for word in words_read if not word.is_silent]
    for word in telling:
        reading.note("words", word.form, 1.0, word.surface)
        if not word.is_chinese:
            _note_english(reading, word)
    for _, run in groupby((word for word in telling if word.is_chinese), key=lambda word: word.run):
        _note_chinese(reading, [word.surface for word in run])
    for use in uses(terms, words_read):
        _note_thing(reading, terms, use, is_need=is_need)
    return reading


def _note_english(reading: TextForms, word: Token) -> None:
    reading.note("stems", word.form, 1.0, word.surface)
    spelt = f"#{word.form}#"
    for start in range(max(1, len(spelt) - GRAM + 1)):
        reading.note("spelling", spelt[start : start + GRAM], 1.0, word.surface)


def _note_chinese(reading: TextForms, run: Sequence[str]) -> None:
    """Note characters and pairs of them, over the borders of words too, and what the words mean."""
    text = "".join(run)
    for start, one in enumerate(text):
        reading.note("spelling", one, 1.0, one)
        if start + 1 < len(text):
            reading.note("spelling", text[start : start + 2], 1.0, text[start : start + 2])
    for surface in (*run, *joined(run)):
        for form, weight in gloss(surface).items():
            reading.note("glosses", form, weight, surface)


def _note_thing(reading: TextForms, terms: Terms, use: Use, *, is_need: bool) -> None:
    thing = terms.things[use.thing]
    if thing.field == PLACES:
        reading.note("places", use.thing, use.weight, use.surface)
        return
    met_by = thing.met_by if is_need and thing.met_by else (use.thing,)
    for place, met in enumerate(met_by, start=1):
        reading.note("things", met, use.weight / place**0.5, use.surface)
        reading.note("fields", terms.things[met].field, use.weight, use.surface)
