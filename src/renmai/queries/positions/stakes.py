"""Stakes: what was noted of people that would be lost with their ties, and what they look for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from renmai.domain.asks.ledger import Favour, balance
from renmai.domain.positions.leaving import Stakes
from renmai.domain.ties.acquaintances import Acquaintance
from renmai.domain.together.cooperation import FINISHED, OPEN, Stage
from renmai.domain.value.values import Side
from renmai.store.asks.ledger import FAVOUR
from renmai.store.people.notes import Note, notes
from renmai.store.ties import acquaintances
from renmai.store.together.cooperations import COOPERATION, MOVED
from renmai.store.value.values import VALUE, VALUE_ENDED

SURE = 0.5
"""From this chance on two are taken to know each other, as in the network."""


class Noted(NamedTuple):
    """What was noted of one person: stakes, the latest need, when cooperations carried through began."""

    stakes: Stakes
    need: str
    done_began_on: tuple[date, ...]


NOTHING = Noted(Stakes(), "", ())


def noted(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, Noted]:
    """Return what was noted of everybody, or of some people, as it stands on a day."""
    kinds, changing = (VALUE, COOPERATION, FAVOUR), (VALUE_ENDED, MOVED)
    found: dict[int, list[Note]] = defaultdict(list)
    for each in notes(owner_id, kinds, changing, until=until, person_ids=person_ids):
        if each.person_id is not None:
            found[each.person_id].append(each)
    return {person_id: _noted(about, until) for person_id, about in found.items()}


def _noted(about: Sequence[Note], today: date) -> Noted:
    values = [each for each in about if each.kind == VALUE and not each.changes and _lasts(each, today)]
    needs = [each for each in values if each.payload["side"] == Side.NEED]
    stages = [(_stage(each), each.on) for each in about if each.kind == COOPERATION]
    favours = [
        Favour(
            key=each.key,
            on=each.on,
            is_from_me=each.payload["is_from_me"],
            size=each.payload["size"],
            what=each.payload["what"],
        )
        for each in about
        if each.kind == FAVOUR
    ]
    done = tuple(on for stage, on in stages if stage in FINISHED)
    stakes = Stakes(
        needs=len(needs),
        offers=len(values) - len(needs),
        open_cooperations=sum(stage in OPEN for stage, _ in stages),
        done_cooperations=len(done),
        owed_points=max(0.0, balance(favours, today=today).net),
    )
    return Noted(stakes, needs[-1].payload["text"] if needs else "", done)


def _lasts(note: Note, today: date) -> bool:
    ends = note.payload.get("until")
    return not ends or date.fromisoformat(ends) >= today


def _stage(note: Note) -> str:
    said = (note.payload, *(payload for _, payload, _ in note.changes))
    return str([Stage.IDEA, *(payload["stage"] for payload in said if "stage" in payload)][-1])


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
