"""Kept cards: what was made once is handed out again until something it rests on changes."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

import renmai
from renmai.domain.book.owners import Viewer
from renmai.store.book import kept_cards
from renmai.upkeep.book.card_json import as_json, from_json
from renmai.upkeep.book.wanted import may_make, want

Card = TypeVar("Card")
_MAKING: defaultdict[tuple[int, str], Lock] = defaultdict(Lock)
"""One card of a name is made at a time; who asks meanwhile waits and takes what was made."""


class HeldCard(NamedTuple, Generic[Card]):
    """A card as it is kept; `is_current` tells whether nothing it rests on has changed since it was made."""

    card: Card
    is_current: bool


def kept(
    viewer: Viewer,
    name: str,
    *,
    day: date,
    rests_on: str,
    make: Callable[[Viewer], Card],
    shape: type[Card],
    is_quick: bool = False,
) -> HeldCard[Card]:
    """Return a card as it is kept, else make it and keep it.

    It rests on the whole book, by its count of changes: a card of a new noun needs no list of what it depends
    on. Who cannot wait gets the last one of that day from a large book, and the worker is asked for another.

    :param is_quick: it is made at once by whoever looks
    :param rests_on: what else it depends on, such as the moment of the ties
    :param shape: the card's class, of frozen dataclasses all the way down
    """
    owner_id = viewer.owner_id
    of_day = f"{day} {viewer.language} {viewer.time_zone} {edition()};"
    revision, found = kept_cards.card_at(owner_id, name)
    if found is not None and found.rests_on == f"{of_day} {rests_on} {revision}":
        return HeldCard(from_json(shape, found.card), is_current=True)
    is_of_day = found is not None and found.rests_on.startswith(of_day)
    if found is not None and is_of_day and not is_quick and not may_make(viewer):
        want(
            viewer,
            name,
            lambda waiting: kept(waiting, name, day=day, rests_on=rests_on, make=make, shape=shape),
        )
        return HeldCard(from_json(shape, found.card), is_current=False)
    with _MAKING[owner_id, name]:
        revision, found = kept_cards.card_at(owner_id, name)
        of = f"{of_day} {rests_on} {revision}"
        if found is not None and found.rests_on == of:
            return HeldCard(from_json(shape, found.card), is_current=True)
        card = make(viewer)
        kept_cards.keep(owner_id, name, of, as_json(card), revision=revision)
        return HeldCard(card, is_current=True)


@cache
def edition() -> str:
    """Return what tells this program from any other: a card of another one is made anew."""
    digest = blake2b(digest_size=8)
    package = Path(renmai.__file__).parent
    for path in sorted(each for suffix in ("py", "toml") for each in package.rglob(f"*.{suffix}")):
        about = path.stat()
        digest.update(f"{path.relative_to(package)} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()
