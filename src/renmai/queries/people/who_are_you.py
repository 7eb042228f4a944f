"""The question who the owner is, asked where no trace says so."""

from collections.abc import Sequence

from renmai.domain.book.because import Because
from renmai.store.book import decisions
from renmai.store.people import people


def who_are_you(owner_id: int) -> tuple[Because, ...]:
    """Return the question for a whole book; nothing where the owner is known."""
    if people.is_owner_known(owner_id):
        return ()
    return asked_of(owner_id, people.likely_owner(owner_id))


def asked_of(owner_id: int, likely: Sequence[str]) -> tuple[Because, ...]:
    """Return the question with the addresses that are likely the owner's; nothing where there are none.

    An owner who named handles that no trace holds is told that these are not met.
    """
    if not likely:
        return ()
    handles = ", ".join(likely)
    if mine := ", ".join(handle.value for handle in decisions.my_handles(owner_id)):
        return (Because("you_are_not_met", {"mine": mine, "handles": handles}),)
    return (Because("who_are_you", {"handles": handles}),)
