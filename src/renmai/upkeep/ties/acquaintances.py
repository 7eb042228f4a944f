"""Acquaintances: who of the owner's people know each other, computed only where the book has changed."""

from collections.abc import Sequence

from renmai.domain.book.owners import Viewer
from renmai.domain.ties.acquaintances import Acquaintance
from renmai.store.book.kept_cards import changes
from renmai.store.ties import kept_ties
from renmai.store.ties.acquaintances import are_kept, keep, kept
from renmai.upkeep.book.wanted import may_make, want
from renmai.upkeep.ties.ties import fresh_ties


def acquaintances(viewer: Viewer, as_of_epoch_s: int) -> Sequence[Acquaintance]:
    """Return pairs of people who may know each other, as of a moment, by their ids.

    Pairs of whom nothing was seen, and those less likely than `computed_acquaintances.LEAST`, are left out.
    """
    fresh_acquaintances(viewer, as_of_epoch_s)
    return kept(viewer.owner_id)


def fresh_acquaintances(viewer: Viewer, as_of_epoch_s: int) -> None:
    """Bring ties and acquaintances up to a moment; without a change it costs a few small queries.

    Who cannot wait looks at those that are kept, and the worker is asked for what came since.
    """
    owner_id = viewer.owner_id
    fresh_ties(viewer, as_of_epoch_s)
    if are_kept(owner_id, as_of_epoch_s):
        return
    if not may_make(viewer):
        want(viewer, "acquaintances", lambda waiting: fresh_acquaintances(waiting, as_of_epoch_s))
    else:
        from renmai.upkeep.ties.computed_acquaintances import computed_acquaintances  # noqa: PLC0415 - Arrow and the engine take a second, and most looks need neither

        change = changes(owner_id)
        me = kept_ties.my_ids(owner_id)
        found = computed_acquaintances(owner_id, as_of_epoch_s, me=me)
        keep(owner_id, found, as_of_epoch_s=as_of_epoch_s, change=change)
