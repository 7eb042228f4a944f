"""What an import asks the owner, as its row keeps it: which handles are theirs, who is likely one person."""

from collections.abc import Iterable
from typing import Any

from renmai.domain.people.handles import handle_of
from renmai.domain.people.owner_candidates import OwnerCandidate
from renmai.store.book.bulk import plain

LikelySame = tuple[str, str, float]
"""Two who are likely one human, each as they are told from a namesake, and the probability of it."""


def kept(candidates: Iterable[OwnerCandidate], same: Iterable[LikelySame]) -> dict[str, Any]:
    """Return both questions as JSON."""
    return {
        "owner": [
            [plain(str(entry.handle)), plain(entry.name), entry.acts, entry.sent, entry.is_likely]
            for entry in candidates
        ],
        "same": [[plain(one), plain(other), probability] for one, other, probability in same],
    }


def owner_candidates(asked: dict[str, Any]) -> tuple[OwnerCandidate, ...]:
    """Return under which handles the owner may have been met."""
    return tuple(
        OwnerCandidate(handle=handle_of(handle), name=name, acts=acts, sent=sent, is_likely=is_likely)
        for handle, name, acts, sent, is_likely in asked.get("owner", ())
    )


def likely_same(asked: dict[str, Any]) -> tuple[LikelySame, ...]:
    """Return who is likely one person."""
    return tuple((one, other, probability) for one, other, probability in asked.get("same", ()))
