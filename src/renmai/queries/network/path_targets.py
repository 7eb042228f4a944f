"""Whom somebody asks a way to: a person by number, handle or name, else an organisation or a skill."""

from dataclasses import dataclass

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.handles import handle_of
from renmai.store.pages import listing
from renmai.store.people.facts import people_said_to
from renmai.store.people.portraits import portraits
from renmai.store.people.search import find, named

KINDS = ("organisation", "department", "title", "note", "category")
AT_MOST = 200
"""People an organisation or a skill may mean; the strongest ties among them come first anyway."""
AT_MOST_NAMED = 20
LONGEST_ID = 10


class NoSuchTarget(Refused):
    """Nobody is meant."""


@dataclass(frozen=True, slots=True)
class Meant:
    """People meant, each with the fact that says so; `is_choice` where they share a name and one is meant."""

    said: dict[int, str]
    is_choice: bool = False


def meant(viewer: Viewer, text: str, as_of_epoch_s: int) -> Meant:
    """Return whom a text means among those known at a moment.

    :raises NoSuchTarget: where it means nobody but the owner.
    """
    found = _meant(viewer.owner_id, text.strip()) if text.strip() else Meant({})
    kept = listing.within(viewer.owner_id, "all", list(found.said), as_of_epoch_s)
    if not kept:
        raise NoSuchTarget("no_such_target", target=text)
    return Meant({pk: found.said[pk] for pk in kept}, found.is_choice and len(kept) > 1)


def _meant(owner_id: int, text: str) -> Meant:
    if text.isdecimal() and len(text) < LONGEST_ID:
        return Meant({int(text): ""})
    whole = named(owner_id, text, is_whole=True, limit=AT_MOST_NAMED) or _by_handle(owner_id, text)
    if whole:
        return Meant(dict.fromkeys(whole, ""), is_choice=True)
    if said := people_said_to(owner_id, KINDS, text.split(), at_most=AT_MOST):
        return Meant(said)
    begun = named(owner_id, text, is_whole=False, limit=AT_MOST_NAMED)
    if begun:
        return Meant(dict.fromkeys(begun, ""), is_choice=True)
    return Meant(dict.fromkeys(find(owner_id, text, limit=AT_MOST), ""))


def _by_handle(owner_id: int, text: str) -> list[int]:
    """Return who carries a handle, written with its kind or without."""
    bare = handle_of(text).value
    found = find(owner_id, bare, limit=AT_MOST_NAMED)
    wanted = text.casefold()
    return [
        pk
        for pk, portrait in portraits(owner_id, found).items()
        if any(wanted in (handle, handle.partition(":")[2]) for handle in portrait.handles)
    ]
