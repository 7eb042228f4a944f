"""The network's figures: its circles and brokers, computed only where the book or the day has changed."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from renmai.domain.book.owners import Viewer
from renmai.store.book.kept_cards import changes
from renmai.store.network import network
from renmai.store.network.network import RealTie
from renmai.store.ties import acquaintances
from renmai.upkeep.book.wanted import may_make, want
from renmai.upkeep.ties.acquaintances import fresh_acquaintances

MOST_TIES = 2000
"""Circles are looked for among so many of the strongest; more could be neither drawn nor told apart."""

NO_FIGURES: Mapping[str, Any] = {
    "circles": [],
    "member": [],
    "brokers": [],
    "opening": None,
    "varieties": [],
    "knows": [],
    "effective_size": None,
    "constraint": None,
}
"""What is known of a network that was never made."""


class FreshNetwork(NamedTuple):
    """The ties that make a network, the strongest first, and its figures."""

    ties: Sequence[RealTie]
    figures: Mapping[str, Any]


def fresh_network(viewer: Viewer, as_of_epoch_s: int) -> FreshNetwork:
    """Return the network of a moment; who cannot wait gets the last figures that were made."""
    owner_id = viewer.owner_id
    fresh_acquaintances(viewer, as_of_epoch_s)
    ties = network.real_ties(owner_id, MOST_TIES)
    kept = network.kept(owner_id, as_of_epoch_s)
    if kept is not None and kept.is_current:
        return FreshNetwork(ties, kept.figures)
    if not may_make(viewer):
        want(viewer, "network", lambda waiting: fresh_network(waiting, as_of_epoch_s))
        return FreshNetwork(ties, _of_those(kept.figures, ties) if kept else NO_FIGURES)
    return FreshNetwork(ties, _computed(owner_id, ties, as_of_epoch_s))


def _computed(owner_id: int, ties: Sequence[RealTie], as_of_epoch_s: int) -> Mapping[str, Any]:
    """Make the figures anew and keep them."""
    from renmai.upkeep.network.computed import computed_network  # noqa: PLC0415 - SciPy takes half a second, and most looks need none of it

    change = changes(owner_id)
    people = [tie.person_id for tie in ties]
    figures = computed_network(
        ties,
        acquaintances.kept(owner_id),
        network.organisations_of(people),
        network.channels_of(owner_id, people, as_of_epoch_s),
    )
    network.keep(owner_id, figures, as_of_epoch_s=as_of_epoch_s, change=change)
    return figures


def _of_those(figures: Mapping[str, Any], ties: Sequence[RealTie]) -> Mapping[str, Any]:
    """Return figures of an earlier moment without whoever has no tie any more."""
    there = {tie.person_id for tie in ties}
    circles = {
        number: [name, still, holding]
        for number, (name, holders, holding) in enumerate(figures["circles"])
        if (still := [who for who in holders if who in there])
    }
    place = {number: at for at, number in enumerate(circles)}
    return {
        **figures,
        "circles": list(circles.values()),
        "member": [
            [who, place[number]] for who, number in figures["member"] if who in there and number in place
        ],
        "brokers": [
            [who, [place[each] for each in joins if each in place], *rest]
            for who, joins, *rest in figures["brokers"]
            if who in there
        ],
        "opening": figures["opening"] if figures["opening"] and figures["opening"][0] in there else None,
        "knows": [row for row in figures["knows"] if row[0] in there and row[1] in there],
    }
