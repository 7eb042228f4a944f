"""Matches as they stand on a day: read from what is kept, without what was put aside, the best first (V4)."""

from collections.abc import Iterable, Sequence
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.today.candidates import worth_of
from renmai.domain.value.matches import Match, can_pass, ranked
from renmai.domain.value.values import Value
from renmai.store.people.gone import gone_people
from renmai.store.ties.rows import values_of
from renmai.store.value import matches
from renmai.store.value.matches import KeptMatch, dismissed, dismissed_as
from renmai.store.value.values import values_with

MOST_AROUND, MOST_OF_ALL = 400, 400
"""Rows read for some notes, and for the whole book; of ten times as many, hardly any would be shown."""


def matches_around(
    viewer: Viewer, notes: Sequence[Value], *, today: date, at_most: int = MOST_AROUND
) -> list[Match]:
    """Return the matches that some needs and offers take part in."""
    if not notes:
        return []
    met = matches.around(viewer.owner_id, [each.key for each in notes], at_most=at_most)
    return _standing(viewer, met, today=today)


def best_matches(viewer: Viewer, *, today: date, at_most: int = MOST_OF_ALL) -> list[Match]:
    """Return the best matches of the whole book."""
    return _standing(viewer, matches.best(viewer.owner_id, at_most=at_most), today=today)


def _standing(viewer: Viewer, met: Iterable[KeptMatch], *, today: date) -> list[Match]:
    """Return those whose need and offer stand, whom something could pass between, and not put aside."""
    kept = list(met)
    keys = {key for each in kept for key in (each.need, each.offer)}
    notes = values_with(viewer.owner_id, keys, until=today) if keys else {}
    found = [
        Match(need=notes[each.need], offer=notes[each.offer], fit=each.fit, because=each.because)
        for each in kept
        if each.need in notes and each.offer in notes and can_pass(notes[each.need], notes[each.offer])
    ]
    gone = gone_people(viewer.owner_id) if found else {}
    found = [each for each in found if gone.keys().isdisjoint(each.people)]
    aside = dismissed(viewer.owner_id, until=today) if found else set()
    found = [each for each in found if dismissed_as(each) not in aside]
    people = {person_id for each in found for person_id in each.people}
    ties = values_of(viewer.owner_id, people)
    return ranked(found, lambda person_id: worth_of(ties.get(person_id)), today)
