"""Whom somebody asks a way to: a person by number, handle or name, else an organisation or a skill."""

from collections.abc import Iterable
from dataclasses import dataclass

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.queries.people.whom import meant_exactly, meant_nearly
from renmai.store.pages import listing
from renmai.store.people.facts import people_said_to
from renmai.store.people.portraits import Portrait
from renmai.store.people.search import find

KINDS = ("organisation", "department", "title", "note", "category")
AT_MOST = 200
"""People an organisation or a skill may mean; the strongest ties among them come first anyway."""


class NoSuchTarget(Refused):
    """Nobody is meant."""


@dataclass(frozen=True, slots=True)
class Targets:
    """People meant, each with the fact that says so; `is_choice` where they share a name and one is meant."""

    said: dict[int, str]
    is_choice: bool = False


def meant(viewer: Viewer, text: str, as_of_epoch_s: int) -> Targets:
    """Return whom a text means among those known at a moment.

    :raises NoSuchTarget: where it means nobody but the owner.
    """
    found = _meant(viewer.owner_id, text.strip()) if text.strip() else Targets({})
    kept = listing.within(viewer.owner_id, "all", list(found.said), as_of_epoch_s)
    if not kept:
        raise NoSuchTarget("no_such_target", target=text)
    return Targets({pk: found.said[pk] for pk in kept}, found.is_choice and len(kept) > 1)


def _meant(owner_id: int, text: str) -> Targets:
    if exact := meant_exactly(owner_id, text):
        return Targets(_unsaid(exact), is_choice=True)
    if said := people_said_to(owner_id, KINDS, text.split(), at_most=AT_MOST):
        return Targets(said)
    if begun := meant_nearly(owner_id, text):
        return Targets(_unsaid(begun), is_choice=True)
    return Targets(dict.fromkeys(find(owner_id, text, limit=AT_MOST), ""))


def _unsaid(people: Iterable[Portrait]) -> dict[int, str]:
    """Return people without a fact that says why: their own name or handle was given."""
    return dict.fromkeys((person.id for person in people), "")
