"""Introducers: the owner's ties with who knows whom, as edges that the engine finds paths on."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.network.introductions import (
    GOOD_ENOUGH,
    Chance,
    Path,
    Rapport,
    agrees,
    answers,
    edges,
    joined,
    passes_on,
    told_first,
)
from renmai.domain.ties.replies import ReplyOutlook
from renmai.domain.ties.ties import Tie
from renmai.queries.network.path_cards import PathCard, PathPerson
from renmai.store.network.introducers import nobody_to_ask, waiting
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.ties.kept_ties import my_ids
from renmai.store.ties.replies import outlooks
from renmai.store.ties.rows import real_values, values_of
from renmai.upkeep.ties.acquaintances import acquaintances
from renmai.upkeep.ties.ties import fresh_ties

if TYPE_CHECKING:
    from renmai.engine.paths.index import PathIndex


class Introducers:
    """Whom the owner can ask as of a moment, how likely each agrees, and who knows whom beyond them.

    Who knows nobody leads to nobody: of all ties only those are read, and those with whom a way is sought.
    """

    def __init__(self, viewer: Viewer, as_of_epoch_s: int) -> None:
        self.owner_id = viewer.owner_id
        self.as_of_epoch_s = as_of_epoch_s
        fresh_ties(viewer, as_of_epoch_s)
        self.pairs = acquaintances(viewer, as_of_epoch_s)
        self.ties = real_values(self.owner_id, {pk for pair in self.pairs for pk in (pair.a, pair.b)})
        self.waiting = waiting(self.owner_id)
        self.nobody = nobody_to_ask(self.owner_id)
        self.me = next(iter(my_ids(self.owner_id)), None)

    def paths_to(self, person_ids: Collection[int], k: int) -> tuple[PathCard, ...]:
        """Return the k best paths to any of some people; a good tie of the owner's own comes first."""
        self.ties |= real_values(self.owner_id, [pk for pk in person_ids if pk not in self.ties])
        index = self._index(person_ids, self.nobody - set(person_ids))
        wanted = [pk for pk in person_ids if pk in index]
        if self.me not in index or not wanted:
            return ()
        return self._cards([path.people for path in index.paths(self.me, *wanted, k=k)])

    def beyond(self, person_id: int, k: int) -> tuple[PathCard, ...]:
        """Return the best ways by way of somebody to k people with whom the owner has no real tie."""
        self.ties |= real_values(self.owner_id, [person_id])
        others = {pk for pair in self.pairs if person_id in (pair.a, pair.b) for pk in (pair.a, pair.b)}
        strangers = others - self.ties.keys() - self.nobody - {person_id}
        index = self._index(strangers, self.nobody)
        if self.me not in index or person_id not in index:
            return ()
        return self._cards([path.people for path in index.through(self.me, person_id, k=k, max_hops=2)])

    def _index(self, targets: Collection[int], nobody: Collection[int]) -> "PathIndex":
        from renmai.engine.paths.index import PathIndex  # noqa: PLC0415 - SciPy takes half a second, and most looks need none of it

        ties, expected = values_of(self.owner_id, targets), outlooks(self.owner_id, targets)
        wanted = {pk: answers(self._known(pk, ties.get(pk), "", expected[pk])).probability for pk in targets}
        firsts = {
            pk: agrees(self._known(pk, tie), as_of_epoch_s=self.as_of_epoch_s).probability
            for pk, tie in self.ties.items()
        }
        me = 0 if self.me is None else self.me
        return PathIndex(list(edges(firsts, self.pairs, wanted, me=me, nobody=nobody)))

    def _known(
        self, person_id: int, tie: Tie | None, name: str = "", outlook: ReplyOutlook | None = None
    ) -> Rapport:
        return Rapport(
            name=name,
            tie=tie,
            outlook=outlook,
            i_owe=person_id in self.waiting.for_me,
            i_wait=person_id in self.waiting.for_them,
        )

    def _cards(self, found: Sequence[Sequence[int]]) -> tuple[PathCard, ...]:
        """Return paths as cards, every hop with its reasons."""
        ids = {pk for people in found for pk in people}
        who, ties = portraits(self.owner_id, ids), values_of(self.owner_id, ids)
        real = {(pair.a, pair.b): pair.probability for pair in self.pairs if {pair.a, pair.b} <= ids}
        expected = outlooks(self.owner_id, ids)
        known = {
            pk: self._known(pk, ties.get(pk), portrait.name, expected[pk]) for pk, portrait in who.items()
        }
        paths = [Path(tuple(people), tuple(self._hops(people, known, real))) for people in found]
        return tuple(_card(path, who) for path in told_first(paths))

    def _hops(
        self, people: Sequence[int], known: dict[int, Rapport], real: dict[tuple[int, int], float]
    ) -> Iterable[Chance]:
        _me, first, *rest = people
        yield agrees(known[first], as_of_epoch_s=self.as_of_epoch_s)
        for one, other in zip(people[1:-1], rest, strict=True):
            then = answers(known[other]) if other == people[-1] else passes_on(known[other])
            pair = real[min(one, other), max(one, other)]
            yield joined(pair, known[one].name, known[other].name, then)


def _card(path: Path, who: dict[int, Portrait]) -> PathCard:
    people = tuple(PathPerson(id=pk, name=who[pk].name, subtitle=who[pk].subtitle) for pk in path.people)
    because = [hop.because for hop in path.hops]
    if path.is_direct:
        own = "path_direct" if path.hops[0].probability >= GOOD_ENOUGH else "path_direct_faint"
        because[0] = (Because(own, {"name": people[1].name}), *because[0])
        step = Because("step_write", {"name": people[1].name})
    else:
        step = Because("step_ask", {"name": people[1].name, "target": people[2].name})
    return PathCard(
        people=people,
        hops=tuple(hop.probability for hop in path.hops),
        probability=path.probability,
        because=tuple(because),
        step=step,
    )
