"""Who of those in the traces is likely the owner: whoever takes part in most of what came in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from renmai.domain.people.handles import Handle, HandleKind
from renmai.domain.people.names import is_full_name, name_words

LEAST_SHARE = 0.5
"""Of all acts: a mailbox's owner is in nearly all of it, on a public list nobody is in half."""
LEAST_LEAD = 1.5
"""Over the next one: in a talk between two both take part in everything, and nothing tells who owns it."""
MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerCandidate:
    """One handle that may be the owner's: the name beside it, how many acts it took part in, and sent."""

    handle: Handle
    name: str
    acts: int
    sent: int
    is_likely: bool = False

    @property
    def typed(self) -> str:
        """The handle as one types it: an address as it is, anything else with its kind."""
        return self.handle.value if self.handle.kind == HandleKind.MAIL else str(self.handle)

    @property
    def shown(self) -> str:
        """The handle as one reads it: of a chat the name alone."""
        is_chat = self.handle.kind == HandleKind.MESSENGER
        return self.handle.value.partition(":")[2] if is_chat else self.handle.value


def in_order(candidates: Iterable[OwnerCandidate], *, acts_total: int) -> tuple[OwnerCandidate, ...]:
    """Return the candidates, those of whoever took part in most acts first, and mark who is likely the owner.

    Handles under one full name count together: a human with two addresses is in each of them half as often.

    :param acts_total: how many acts came in with somebody who could be the owner
    """
    entries = sorted(candidates, key=lambda entry: (-entry.acts, entry.handle))
    acts_of: Counter[tuple[str, ...]] = Counter()
    for entry in entries:
        acts_of[_who(entry)] += entry.acts
    ranked = acts_of.most_common()
    if not ranked:
        return ()
    first, acts = ranked[0]
    following = ranked[1][1] if len(ranked) > 1 else 0
    is_likely = acts > acts_total * LEAST_SHARE and acts >= following * LEAST_LEAD
    place = {who: number for number, (who, _) in enumerate(ranked)}
    entries.sort(key=lambda entry: place[_who(entry)])
    marked = (replace(entry, is_likely=is_likely and _who(entry) == first) for entry in entries)
    return tuple(marked)[:MOST_CANDIDATES]


def _who(entry: OwnerCandidate) -> tuple[str, ...]:
    """Return what counts as one human here: a full name, else the handle."""
    return name_words(entry.name) if is_full_name(entry.name) else (str(entry.handle),)
