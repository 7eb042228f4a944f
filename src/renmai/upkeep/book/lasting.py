"""Lasting cards: what takes long to make and no note changes, kept until the acts or the day change."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from renmai.domain.book.owners import Viewer
from renmai.store.book import kept_cards
from renmai.upkeep.book.card_json import as_json, from_json
from renmai.upkeep.book.kept import edition
from renmai.upkeep.book.wanted import may_make, want

Card = TypeVar("Card")


class LastingCard(NamedTuple, Generic[Card]):
    """A card as it is kept, None where none was made yet; `is_current` tells whether it holds today."""

    card: Card | None
    is_current: bool


def lasting(
    viewer: Viewer,
    name: str,
    *,
    as_of_epoch_s: int,
    rests_on: str = "",
    make: Callable[[Viewer], Card],
    shape: type[Card],
) -> LastingCard[Card]:
    """Return a card that rests on the acts before a moment, and on who is who.

    Who cannot wait gets the last one that was made, and the worker is asked for another.

    :param rests_on: what else it depends on, such as notes, spelt out
    """
    of = _of(viewer, f"{as_of_epoch_s} {kept_cards.traces(viewer.owner_id)} {rests_on}")
    found = _kept(viewer, name, of, shape)
    if found.is_current:
        return found
    if may_make(viewer):
        return _made(viewer, name, of, make)
    want(
        viewer,
        name,
        lambda waiting: lasting(
            waiting, name, as_of_epoch_s=as_of_epoch_s, rests_on=rests_on, make=make, shape=shape
        ),
    )
    return found


def latest(
    viewer: Viewer,
    name: str,
    *,
    rests_on: str,
    revision: int,
    make: Callable[[Viewer], Card],
    shape: type[Card],
) -> Card | None:
    """Return a card that rests on the book as it is, by its count of changes.

    Who cannot wait gets the last one that was made; the worker makes it at its next round.
    """
    of = _of(viewer, f"{revision} {rests_on}")
    found = _kept(viewer, name, of, shape)
    if found.is_current or not may_make(viewer):
        return found.card
    return _made(viewer, name, of, make).card


def _of(viewer: Viewer, rests_on: str) -> str:
    return f"{edition()} {viewer.time_zone} {rests_on}"


def _kept(viewer: Viewer, name: str, of: str, shape: type[Card]) -> LastingCard[Card]:
    """Return what is kept; what another edition of the program made is passed over."""
    found = kept_cards.card(viewer.owner_id, name)
    if found is None or not found.rests_on.startswith(edition()):
        return LastingCard(None, is_current=False)
    return LastingCard(from_json(shape, found.card), is_current=found.rests_on == of)


def _made(viewer: Viewer, name: str, of: str, make: Callable[[Viewer], Card]) -> LastingCard[Card]:
    card = make(viewer)
    kept_cards.keep_always(viewer.owner_id, name, of, as_json(card))
    return LastingCard(card, is_current=True)
