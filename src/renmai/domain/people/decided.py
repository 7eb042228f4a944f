"""What the owner decided of who is who: two are one, some are another, two are surely not one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from renmai.domain.people.handles import HandleKind

ANCHOR_OF_MENTION = f"{HandleKind.MENTION}:"


class Merge(NamedTuple):
    """The owner said: these two are one. Anchors are a handle's text or `mention:` and a key."""

    decision: int
    keep: str
    other: str


class Split(NamedTuple):
    """The owner said: these mentions are another person than those."""

    decision: int
    leaving: tuple[str, ...]
    staying: tuple[str, ...]


class Apart(NamedTuple):
    """The owner said: these two are not one, whatever may come in; anchors as in `Merge`."""

    decision: int
    one: str
    other: str


Decided = Merge | Split | Apart


def anchors_in(decisions: Iterable[Decided]) -> Iterator[str]:
    """Yield every anchor that decisions name, so that whoever they bind can be looked at together."""
    for decision in decisions:
        if isinstance(decision, Split):
            yield from (ANCHOR_OF_MENTION + key for key in (*decision.leaving, *decision.staying))
        else:
            yield from decision[1:]
