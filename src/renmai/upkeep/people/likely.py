"""Fresh likely pairs: who is likely one human, computed where something came in, and how each counts."""

from collections.abc import Callable, Collection, Iterable, Mapping

from renmai.domain.book.owners import Viewer
from renmai.domain.people.likeness import Company, LikelyPair, counted_together
from renmai.store.book.bulk import caching
from renmai.store.people import likely
from renmai.store.people.likely import NamedPerson

Together = Callable[[Collection[tuple[int, int]]], Mapping[tuple[int, int], Company]]


def fresh_likely(viewer: Viewer) -> None:
    """Bring likely pairs up to what came in; without a change it costs two small queries."""
    of = likely.traces_of(viewer.owner_id)
    if of == likely.computed_of(viewer.owner_id):
        return
    owner_id = viewer.owner_id
    found = pairs_among(likely.everybody(owner_id), lambda pairs: likely.together(owner_id, pairs))
    likely.keep(owner_id, found, of=of)
    count_anew(owner_id)


def pairs_among(people: Iterable[NamedPerson], together: Together) -> list[LikelyPair]:
    """Return who of some people, in the book or not yet, is likely somebody else of them, too."""
    known = list(people)
    if len(known) < 2:
        return []
    from renmai.upkeep.people.computed import judged_pairs  # noqa: PLC0415 - Arrow and the engine take a second, and most looks need neither

    return judged_pairs(known, together)


def count_anew(owner_id: int) -> None:
    """Settle with whom each counts, by the kept pairs and what the owner said since."""
    pairs = likely.pairs(owner_id)
    people = {each for pair in pairs for each in pair[:2]}
    wanted = counted_together(pairs, likely.candidates(owner_id, people))
    with caching(owner_id) as cursor:
        likely.count_with(cursor, owner_id, wanted)
