"""Runs matching from needs and offers to the best offers of each need."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from renmai.engine.matching.fitted import Fitted, shipped_fit
from renmai.engine.matching.reading import read_text
from renmai.engine.matching.reasons import Meeting, as_json, because, meetings
from renmai.engine.matching.rows import Text, read_rows
from renmai.engine.matching.terms import Terms, shipped_terms, terms_with
from renmai.engine.matching.vectors import vectors

BLOCK = 256  # needs scored at a time, so that memory does not grow with their number
SHARES_OF_HIGHEST = (0.7, 0.4, 0.0)
"""The best of thousands are sought among those near the highest first; zero is all, so nothing is missed."""
DIGITS = 9  # of a score; what differs beyond is rounding, and the id decides


@dataclass(frozen=True, slots=True)
class RankedOffer:
    """One offer for one need: its place from 1, its fit from 0 to 1 and why."""

    need: str | int
    offer: str | int
    rank: int
    fit: float
    because: Sequence[Meeting]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchReport:
    """What a run did; the rows left out are told apart for needs and for offers."""

    needs: int
    offers: int
    matches: int
    left_out: Mapping[str, Mapping[str, int]]
    lines: Mapping[str, Mapping[str, Sequence[int]]]


class Board:
    """Needs and offers read and weighed once, to be asked for the matches of any of them.

    The order of the rows changes nothing: they are held by id.
    """

    def __init__(
        self,
        needs: Sequence[Text],
        offers: Sequence[Text],
        *,
        terms: Terms | None = None,
        fitted: Fitted | None = None,
        texts: int = 0,
    ) -> None:
        """Read everything; nothing is compared yet.

        :param texts: of how many texts these were picked, where they are not all: words are as rare as there
        """
        table = terms or shipped_terms()
        self.needs = sorted(needs, key=lambda row: str(row.id))
        self.offers = sorted(offers, key=lambda row: str(row.id))
        self._fitted = fitted or shipped_fit()
        self._read_needs = [read_text(row.text, table, is_need=True) for row in self.needs]
        self._read_offers = [read_text(row.text, table, is_need=False) for row in self.offers]
        self._vectors = vectors(self._read_needs, self._read_offers, self._fitted.weights, texts)
        self._by_column = self._vectors.offers.T.tocsr()
        self._places = {str(row.id): place for place, row in enumerate(self.needs)}

    def matches(
        self,
        needs: Sequence[str | int],
        top: int = 5,
        *,
        offers: Collection[str | int] | None = None,
        least: float = 0.0,
    ) -> Iterator[RankedOffer]:
        """Yield the best offers of each of these needs, best first; what shares nothing is no match.

        :param offers: look among these only; words stay as rare as they are among all
        :param least: a match of a lower fit is not worth a reason, nor a line
        """
        places = [self._places[str(need)] for need in needs]
        among, by_column = np.arange(len(self.offers)), self._by_column
        if offers is not None:
            wanted = {str(offer) for offer in offers}
            among = np.array([at for at, row in enumerate(self.offers) if str(row.id) in wanted], dtype=int)
            by_column = self._vectors.offers[among].T.tocsr()
        for start in range(0, len(places) if len(among) else 0, BLOCK):
            yield from self._block(places[start : start + BLOCK], top, by_column, among, least)

    def _block(
        self, places: Sequence[int], top: int, by_column: Any, among: Any, least: float
    ) -> Iterator[RankedOffer]:
        scores: Any = (self._vectors.needs[places] @ by_column).tocsr()
        best = [
            (place, rank, int(among[offer]), float(score))
            for row, place in enumerate(places)
            for rank, (offer, score) in enumerate(_best(scores, row, top), start=1)
            if self._fitted.fit(score) >= least
        ]
        met = meetings(self._vectors, [pair[0] for pair in best], [pair[2] for pair in best])
        for (place, rank, offer, score), columns in zip(best, met, strict=True):
            why = because(
                self._vectors.columns, columns, score, self._read_needs[place], self._read_offers[offer]
            )
            fit = round(float(self._fitted.fit(score)), 4)
            yield RankedOffer(self.needs[place].id, self.offers[offer].id, rank, fit, why)


def _best(scores: Any, row: int, top: int) -> list[tuple[int, float]]:
    """Return the offers with the highest scores of a row, the earlier id first among equals."""
    start, end = scores.indptr[row], scores.indptr[row + 1]
    if start == end:
        return []
    offers, fits = scores.indices[start:end], scores.data[start:end]
    highest = fits.max()
    for share in SHARES_OF_HIGHEST:
        near = np.flatnonzero(fits >= highest * share)
        if len(near) >= top:
            break
    offers, fits = offers[near], np.round(fits[near], DIGITS)
    order = np.lexsort((offers, -fits))[:top]
    return [(offers[at], fits[at]) for at in order if fits[at] > 0]


def match(
    needs: Sequence[Text], offers: Sequence[Text], top: int = 5, terms: Terms | None = None
) -> list[RankedOffer]:
    """Return the `top` best offers of every need in the order of the needs; ids are unique on either side."""
    return list(Board(needs, offers, terms=terms).matches([need.id for need in needs], top))


def write_matches(
    needs: Path,
    offers: Path,
    out: Path,
    *,
    top: int = 5,
    synonyms: Path | None = None,
    on_step: Callable[[str], None] = lambda step: None,
) -> MatchReport:
    """Write the matches of two JSONL files to a third; `on_step` hears what is being done."""
    on_step("reading_texts")
    terms = terms_with(synonyms)
    asked, offered = read_rows(needs), read_rows(offers)
    board = Board(asked.rows, offered.rows, terms=terms)
    on_step("matching")
    written = 0
    with out.open("w", encoding="utf-8") as file:
        for match in board.matches([need.id for need in asked.rows], top):
            file.write(json.dumps(_line(match), ensure_ascii=False) + "\n")
            written += 1
    return MatchReport(
        needs=len(asked.rows),
        offers=len(offered.rows),
        matches=written,
        left_out={"needs": asked.left_out, "offers": offered.left_out},
        lines={"needs": asked.lines, "offers": offered.lines},
    )


def _line(match: RankedOffer) -> dict[str, object]:
    return {
        "need": match.need,
        "offer": match.offer,
        "rank": match.rank,
        "fit": match.fit,
        "because": as_json(match.because),
    }
