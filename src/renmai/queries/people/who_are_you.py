"""The question who the owner is, asked where no trace says so."""

from collections.abc import Sequence

from renmai.domain.book.because import Because
from renmai.domain.people.owner_candidates import OwnerCandidate
from renmai.store.book import decisions
from renmai.store.people import mine, people
from renmai.store.people.owner_candidates import owner_candidates

MOST_NAMED = 3
"""In a sentence; whoever is asked to choose sees all of them."""


def who_are_you(owner_id: int) -> tuple[Because, ...]:
    """Return the question for a whole book; of an owner who is known, whether more addresses are theirs."""
    if people.is_owner_known(owner_id):
        more = ", ".join(likely_mine(owner_id))
        return (Because("likely_mine", {"handles": more}),) if more else ()
    return asked_of(owner_id, owner_candidates(owner_id))


def likely_mine(owner_id: int) -> tuple[str, ...]:
    """Return the addresses from which somebody writes under the owner's own full name."""
    return tuple(handle.value for handle in mine.named_like_me(owner_id))


def asked_of(owner_id: int, candidates: Sequence[OwnerCandidate]) -> tuple[Because, ...]:
    """Return the question with the handles that are likely the owner's; nothing where there are none.

    An owner who named handles that no trace holds is told that these are not met.
    """
    if not candidates:
        return ()
    handles = ", ".join(entry.shown for entry in candidates[:MOST_NAMED])
    if mine := ", ".join(handle.value for handle in decisions.my_handles(owner_id)):
        return (Because("you_are_not_met", {"mine": mine, "handles": handles}),)
    return (Because("who_are_you", {"handles": handles}),)
