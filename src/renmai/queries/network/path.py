"""Paths of introduction: who among those the owner knows leads to somebody, an organisation or a skill."""

from datetime import date
from itertools import islice

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.network.introductions import GOOD_ENOUGH
from renmai.domain.ties.ties import TieClass, TieState
from renmai.queries.network.introducers import Introducers
from renmai.queries.network.path_cards import PathCard, PathPerson, PathsCard, WaysCard
from renmai.queries.network.path_targets import meant
from renmai.queries.ties.as_cards import tie_card
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.ties.rows import rows_of

SHOWN, THROUGH = 3, 3


def paths_card(viewer: Viewer, text: str, *, today: date, k: int = 5) -> PathsCard:
    """Return the k best ways to whomever a text means, as of a day; a good tie of one's own comes first.

    :raises NoSuchTarget: where it means nobody.
    """
    as_of = viewer.end_of(today)
    book = Introducers(viewer, as_of)
    found = meant(viewer, text, as_of)
    known = portraits(viewer.owner_id, found.said)
    people = tuple(_person(known[pk], said) for pk, said in found.said.items() if pk in known)
    if found.is_choice:
        return PathsCard(asked=text, candidates=people)
    return PathsCard(asked=text, targets=people, paths=book.paths_to(found.said, k))


def ways_card(viewer: Viewer, person_id: int, *, today: date) -> WaysCard:
    """Return the best ways in to somebody the owner hardly knows, or whom a strong tie leads to (R5).

    :raises NoSuchPerson: where the book holds nobody of that id.
    """
    portrait = portraits(viewer.owner_id, [person_id]).get(person_id)
    if portrait is None:
        raise NoSuchPerson(person_id)
    book = Introducers(viewer, viewer.end_of(today))
    kept = rows_of(viewer.owner_id, [person_id]).get(person_id)
    tie = kept.tie if kept else None
    is_strong = tie is not None and tie.tie_class == TieClass.STRONG
    is_alive = tie is not None and tie.state != TieState.DORMANT
    is_nobody = portrait.is_me or not portrait.is_person
    has_ways_in = not is_nobody and not (is_strong and is_alive)
    return WaysCard(
        person=_person(portrait),
        tie=tie_card(kept, viewer, name=portrait.name, today=today) if kept else None,
        has_ways_in=has_ways_in,
        ways_in=_worth_saying(book.paths_to([person_id], SHOWN + 1)) if has_ways_in else (),
        through=book.beyond(person_id, THROUGH) if is_strong and not is_nobody else (),
    )


def _worth_saying(paths: tuple[PathCard, ...]) -> tuple[PathCard, ...]:
    """Return a few paths without a faint tie of the owner's own: on that person's page all else says it."""
    said = (path for path in paths if not path.is_direct or path.probability >= GOOD_ENOUGH)
    return tuple(islice(said, SHOWN))


def _person(portrait: Portrait, said: str = "") -> PathPerson:
    return PathPerson(id=portrait.id, name=portrait.name, subtitle=portrait.subtitle, said=said)
