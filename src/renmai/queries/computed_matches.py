"""Computed matches: every need of the book held against every offer, by the engine."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from renmai import engine
from renmai.domain.because import Because
from renmai.domain.matches import is_worth_keeping
from renmai.domain.values import Side, Value
from renmai.engine.matching.rows import Text
from renmai.engine.matching.run import Match as Found
from renmai.store.matches import Met

TOP_OF_MINE, TOP_OF_THEIRS, TOP_FOR_ME = 3, 5, 20
"""How many are kept of each need: offers of mine, offers of others, others' offers for a need of mine."""
REASONS = 3


def computed_matches(values: Sequence[Value], *, synonyms: Path | None) -> list[Met]:
    """Return what meets what of these notes; who may be introduced to whom is looked at when it is read."""
    needs = [each for each in values if each.side == Side.NEED]
    offers = [each for each in values if each.side == Side.OFFER]
    board = engine.Board(_texts(needs), _texts(offers), terms=engine.terms_with(synonyms))
    mine, theirs = _parted(offers)
    of_mine, of_theirs = _parted(needs)
    found = (
        *board.matches(of_theirs, TOP_OF_MINE, offers=mine),
        *board.matches(of_theirs, TOP_OF_THEIRS, offers=theirs),
        *board.matches(of_mine, TOP_FOR_ME, offers=theirs),
    )
    return list(_worth_keeping(found))


def _texts(values: Iterable[Value]) -> list[Text]:
    return [Text(each.key, each.text) for each in values]


def _parted(values: Iterable[Value]) -> tuple[list[str], list[str]]:
    """Return the keys of what is mine, and of what is theirs."""
    parted: tuple[list[str], list[str]] = ([], [])
    for each in values:
        parted[each.person_id is not None].append(each.key)
    return parted


def _worth_keeping(found: Iterable[Found]) -> Iterator[Met]:
    for each in found:
        if is_worth_keeping(each.fit, sum(why.code == "match_word" for why in each.because)):
            because = [
                Because(why.code, {"need": why.need, "offer": why.offer}) for why in each.because[:REASONS]
            ]
            yield Met(str(each.need), str(each.offer), each.fit, tuple(because))
