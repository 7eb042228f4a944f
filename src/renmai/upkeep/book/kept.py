"""Kept cards: what was made once is handed out again until something it rests on changes."""

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import TypeVar

import renmai
from renmai.domain.book.owners import Viewer
from renmai.store.book import kept_cards
from renmai.upkeep.book.card_json import as_json, from_json

Card = TypeVar("Card")
_MAKING: defaultdict[tuple[int, str], Lock] = defaultdict(Lock)
"""One card of a name is made at a time; who asks meanwhile waits and takes what was made."""


def kept(viewer: Viewer, name: str, *, rests_on: str, make: Callable[[], Card], shape: type[Card]) -> Card:
    """Return a card as it is kept, else make it and keep it.

    Whatever is written to the book throws away what was kept of it. So a card of a new noun needs no list of
    what it depends on.

    :param rests_on: what else it depends on: the day, the moment of the ties, the language
    :param shape: the card's class, of frozen dataclasses all the way down
    """
    owner_id, of = viewer.owner_id, _of(viewer, rests_on)
    text = kept_cards.card(owner_id, name, of)
    if text is None:
        with _MAKING[owner_id, name]:
            text = kept_cards.card(owner_id, name, of)
            if text is None:
                revision = kept_cards.revision(owner_id)
                card = make()
                kept_cards.keep(owner_id, name, of, as_json(card), revision=revision)
                return card
    return from_json(shape, text)


def holds(viewer: Viewer, name: str, *, rests_on: str) -> bool:
    """Tell whether a card is kept that need not be made anew."""
    return kept_cards.card(viewer.owner_id, name, _of(viewer, rests_on)) is not None


def _of(viewer: Viewer, rests_on: str) -> str:
    return f"{rests_on} {viewer.language} {viewer.time_zone} {edition()}"


@cache
def edition() -> str:
    """Return what tells this program from any other: a card of another one is made anew."""
    digest = blake2b(digest_size=8)
    package = Path(renmai.__file__).parent
    for path in sorted(each for suffix in ("py", "toml") for each in package.rglob(f"*.{suffix}")):
        about = path.stat()
        digest.update(f"{path.relative_to(package)} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()
