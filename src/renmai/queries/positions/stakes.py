"""Stakes: what was noted of people that would be lost with their ties, and what they look for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from renmai.domain.asks.ledger import balance
from renmai.domain.positions.leaving import Stakes
from renmai.domain.ties.acquaintances import Acquaintance
from renmai.domain.together.cooperation import Cooperation
from renmai.domain.value.values import Side, Value
from renmai.store.asks.ledger import NO_EXCHANGES, Exchanges, exchanges
from renmai.store.ties import acquaintances
from renmai.store.together.cooperations import cooperations
from renmai.store.value.values import values

SURE = 0.5
"""From this chance on two are taken to know each other, as in the network."""


class NotedStakes(NamedTuple):
    """What was noted of one person: stakes, the latest need, when cooperations carried through began."""

    stakes: Stakes
    need: str
    done_began_on: tuple[date, ...]


NOTHING = NotedStakes(Stakes(), "", ())


def noted(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, NotedStakes]:
    """Return what was noted of everybody, or of some people, as it stands on a day."""
    theirs: dict[int, list[Value]] = defaultdict(list)
    for value in values(owner_id, until=until, person_ids=person_ids):
        if value.person_id is not None and value.lasts_on(until):
            theirs[value.person_id].append(value)
    together: dict[int, list[Cooperation]] = defaultdict(list)
    for cooperation in cooperations(owner_id, until=until, person_ids=person_ids):
        if cooperation.person_id is not None:
            together[cooperation.person_id].append(cooperation)
    passed = exchanges(owner_id, until=until, person_ids=person_ids)
    return {
        person_id: _noted(
            theirs[person_id], together[person_id], passed.get(person_id, NO_EXCHANGES), today=until
        )
        for person_id in {*theirs, *together, *passed}
    }


def _noted(
    theirs: Sequence[Value], together: Sequence[Cooperation], passed: Exchanges, *, today: date
) -> NotedStakes:
    needs = sorted((value for value in theirs if value.side == Side.NEED), key=lambda value: value.noted_on)
    done = tuple(cooperation.began_on for cooperation in together if cooperation.is_finished)
    stakes = Stakes(
        needs=len(needs),
        offers=len(theirs) - len(needs),
        open_cooperations=sum(cooperation.is_open for cooperation in together),
        done_cooperations=len(done),
        owed_points=max(0.0, balance(passed.favours, today=today).net),
    )
    return NotedStakes(stakes, needs[-1].text if needs else "", done)


def opened_by(owner_id: int, tie_ids: Iterable[int]) -> dict[int, int]:
    """Return how many people the owner has no tie with each of some alone is known to know."""
    ties = set(tie_ids)
    knowing: dict[int, set[int]] = defaultdict(set)
    for pair in acquaintances.kept(owner_id):
        for one, other in _ends(pair):
            if one in ties and other not in ties:
                knowing[other].add(one)
    opened: dict[int, int] = defaultdict(int)
    for who in knowing.values():
        if len(who) == 1:
            opened[next(iter(who))] += 1
    return dict(opened)


def _ends(pair: Acquaintance) -> tuple[tuple[int, int], ...]:
    return ((pair.a, pair.b), (pair.b, pair.a)) if pair.probability >= SURE else ()
