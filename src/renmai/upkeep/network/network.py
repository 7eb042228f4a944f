"""The network's figures: its circles and brokers, computed only where the book or the day has changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from renmai.domain.book.owners import Viewer
from renmai.store.network import network
from renmai.store.network.network import RealTie
from renmai.store.ties import acquaintances
from renmai.upkeep.ties.acquaintances import fresh_acquaintances

MOST_TIES = 2000
"""Circles are looked for among so many of the strongest; more could be neither drawn nor told apart."""


def fresh_network(viewer: Viewer, as_of_epoch_s: int) -> tuple[Sequence[RealTie], Mapping[str, Any]]:
    """Return the ties that make the network of a moment, the strongest first, and its figures."""
    owner_id = viewer.owner_id
    fresh_acquaintances(viewer, as_of_epoch_s)
    ties = network.real_ties(owner_id, MOST_TIES)
    figures = network.kept(owner_id, as_of_epoch_s)
    if figures is None:
        from renmai.upkeep.network.computed import computed_network  # noqa: PLC0415 - SciPy takes half a second, and most looks need none of it

        change = acquaintances.change_of(owner_id)
        people = [tie.person_id for tie in ties]
        figures = computed_network(
            ties,
            acquaintances.kept(owner_id),
            network.organisations_of(people),
            network.channels_of(owner_id, people, as_of_epoch_s),
        )
        network.keep(owner_id, figures, as_of_epoch_s=as_of_epoch_s, change=change)
    return ties, figures
