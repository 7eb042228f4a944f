"""Why an offer fits a need: which word of the one met which word of the other, most telling first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from renmai.engine.matching.reading import TextForms
from renmai.engine.matching.vectors import AGREEMENTS, Vectors

MOST_REASONS = 5
MOST_LOOKED_AT = 24  # columns, strongest first; many name the same two words
LEAST_SHARE = 0.03  # of the score; what moved it less is not worth a line
CODES = {
    "words": "match_word",
    "spelling": "match_spelling",
    "chinese_meaning": "match_meaning",
    "chinese_need": "match_gloss",
    "english_need": "match_gloss",
    "things": "match_thing",
    "fields": "match_field",
    "places": "match_place",
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """That a word of the need met a word of the offer: how, and its share of the score from 0 to 1."""

    code: str
    need: str
    offer: str
    share: float


def meetings(
    table: Vectors, need_rows: Sequence[int], offer_rows: Sequence[int]
) -> list[list[tuple[int, float]]]:
    """Return for each pair of rows the columns in which they meet with their parts of the score."""
    parts: Any = table.needs[need_rows].multiply(table.offers[offer_rows]).tocsr()
    met = []
    for row in range(parts.shape[0]):
        start, end = parts.indptr[row], parts.indptr[row + 1]
        strongest = start + np.argsort(-parts.data[start:end], kind="stable")[:MOST_LOOKED_AT]
        columns, sizes = parts.indices[strongest].tolist(), parts.data[strongest].tolist()
        met.append(list(zip(columns, sizes, strict=True)))
    return met


def because(
    columns: Sequence[tuple[str, str]],
    met: Sequence[tuple[int, float]],
    total: float,
    need: TextForms,
    offer: TextForms,
) -> list[Meeting]:
    """Return the reasons of a pair that scores `total`.

    Two words are named once, under what says most of them. That they are of one field, which is so of many
    words, is said only where there is nothing better to say.
    """
    reasons: list[Meeting] = []
    pairs: set[tuple[str, str]] = set()
    for column, part in sorted(met, key=lambda column_part: columns[column_part[0]][0] == "fields"):
        agreement, form = columns[column]
        of_need, of_offer = AGREEMENTS[agreement]
        pair = need.surfaces[of_need][form], offer.surfaces[of_offer][form]
        if len(reasons) == MOST_REASONS or (
            reasons and (agreement == "fields" or part < LEAST_SHARE * total)
        ):
            break
        if not _is_told(pair, pairs):
            pairs.add(pair)
            is_same = pair[0].casefold() == pair[1].casefold()
            code = "match_word" if is_same else CODES[agreement]
            reasons.append(Meeting(code, *pair, round(part / total, 3)))
    return reasons


def _is_told(pair: tuple[str, str], pairs: set[tuple[str, str]]) -> bool:
    """Return whether the same words were named, or longer ones that hold them."""
    return any(pair[0] in need and pair[1] in offer for need, offer in pairs)


def as_json(reasons: Sequence[Meeting]) -> list[Mapping[str, object]]:
    """Return the reasons as plain values: a code, and the numbers of its sentence."""
    return [
        {"code": reason.code, "need": reason.need, "offer": reason.offer, "share": reason.share}
        for reason in reasons
    ]
