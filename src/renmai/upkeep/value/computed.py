"""Computed matches: the needs of the book held against its offers, by the engine."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from renmai.domain.book.because import Because
from renmai.domain.value.matches import LEAST_OF_WORDS, is_worth_keeping
from renmai.domain.value.values import Side, Value
from renmai.engine.matching.hints import hints
from renmai.engine.matching.rows import Text
from renmai.engine.matching.run import Board, RankedOffer
from renmai.engine.matching.terms import Terms, terms_with
from renmai.store.value.matches import KeptMatch
from renmai.upkeep.value.blended import blended

TOP_OF_MINE, TOP_OF_THEIRS, TOP_FOR_ME = 3, 5, 20
"""How many are kept of each need: offers of mine, offers of others, others' offers for a need of mine."""
REASONS = 3


def computed_matches(
    values: Sequence[Value],
    *,
    synonyms: Path | None,
    only: Collection[str] | None = None,
    vectors: Mapping[str, Sequence[float]] | None = None,
) -> list[KeptMatch]:
    """Return what meets what of these notes; who may be introduced to whom is decided when it is read.

    :param only: the keys of the notes to be compared, with those among the rest that share a word with them
    :param vectors: of every note by its key, where an endpoint gave some
    """
    terms = terms_with(synonyms)
    near = values if only is None else _near(values, only, terms)
    needs = [each for each in near if each.side == Side.NEED]
    offers = [each for each in near if each.side == Side.OFFER]
    board = Board(_texts(needs), _texts(offers), terms=terms, texts=len(values))
    found = {(str(each.need), str(each.offer)): _met(each) for each in _found(board, needs, offers, only)}
    if vectors:
        found = blended(found, values, vectors, only)
    return [each for each in found.values() if _is_worth_keeping(each)]


def _near(values: Sequence[Value], only: Collection[str], terms: Terms) -> list[Value]:
    """Return the notes to be compared, and every other that may share something with one of them."""
    shares = hints([each.text for each in values if each.key in only], terms)
    return [each for each in values if each.key in only or shares(each.text)]


def _found(
    board: Board, needs: Sequence[Value], offers: Sequence[Value], only: Collection[str] | None
) -> Iterator[RankedOffer]:
    """Yield the best of each kind for every need; where some are to be compared, theirs and for theirs."""
    mine, theirs = _parted(offers)
    of_mine, of_theirs = _parted(needs)
    look = partial(board.matches, least=LEAST_OF_WORDS)
    if only is None:
        yield from look(of_theirs, TOP_OF_MINE, offers=mine)
        yield from look(of_theirs, TOP_OF_THEIRS, offers=theirs)
        yield from look(of_mine, TOP_FOR_ME, offers=theirs)
        return
    asked = [key for key in (*of_mine, *of_theirs) if key in only]
    yield from look(asked, TOP_OF_MINE, offers=mine)
    yield from look(asked, TOP_FOR_ME, offers=theirs)
    new = [each.key for each in offers if each.key in only]
    yield from look([*of_mine, *of_theirs], 1 if len(new) == 1 else TOP_OF_THEIRS, offers=new)


def _texts(values: Iterable[Value]) -> list[Text]:
    return [Text(each.key, each.text) for each in values]


def _parted(values: Iterable[Value]) -> tuple[list[str], list[str]]:
    """Return the keys of what is mine, and of what is theirs."""
    parted: tuple[list[str], list[str]] = ([], [])
    for each in values:
        parted[each.person_id is not None].append(each.key)
    return parted


def _met(found: RankedOffer) -> KeptMatch:
    because = [Because(why.code, {"need": why.need, "offer": why.offer}) for why in found.because[:REASONS]]
    return KeptMatch(str(found.need), str(found.offer), found.fit, tuple(because))


def _is_worth_keeping(met: KeptMatch) -> bool:
    return is_worth_keeping(met.fit, sum(why.code == "match_word" for why in met.because))
