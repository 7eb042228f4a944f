"""The network: circles among the owner's people, who joins them, how varied they are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.ties.ties import TieClass
from renmai.queries.network.cards import BrokerCard, CircleCard, Dot, NetworkCard, Variety
from renmai.queries.ties.cards import mark_of
from renmai.store.network.network import RealTie, count_real
from renmai.upkeep.network.network import fresh_network

HANGING = 0.7
"""A circle hangs on somebody who is in so large a part of what joins it."""
LARGE_PLACE, LEAST_AT_PLACE = 0.2, 3
"""So large a part of all ties at one place, and so many, are worth a word."""


def network_card(viewer: Viewer, *, today: date) -> NetworkCard:
    """Return the network as of the end of a day."""
    ties, figures = fresh_network(viewer, viewer.end_of(today))
    return _card(ties, figures, total=count_real(viewer.owner_id))


def _card(ties: Sequence[RealTie], figures: Mapping[str, Any], *, total: int) -> NetworkCard:
    member = dict(figures["member"])
    dots = {tie.person_id: _dot(tie, member.get(tie.person_id)) for tie in ties}
    sizes = Counter(dot.circle for dot in dots.values())
    strong = Counter(dots[tie.person_id].circle for tie in ties if tie.tie_class == TieClass.STRONG)
    return NetworkCard(
        ties=total,
        drawn=tuple(dots.values()),
        circles=tuple(
            CircleCard(
                number=number,
                name=organisation or dots[holders[0]].name,
                is_place=bool(organisation),
                people=sizes[number],
                strong=strong[number],
                holders=tuple(dots[who] for who in holders),
                holding=holding,
            )
            for number, (organisation, holders, holding) in enumerate(figures["circles"])
        ),
        apart=sizes[None],
        brokers=tuple(
            BrokerCard(
                person=dots[who],
                circles=tuple(circles),
                effective_size=effective_size,
                constraint=constraint,
                opens=opens,
            )
            for who, circles, effective_size, constraint, opens in figures["brokers"]
        ),
        varieties=tuple(
            Variety(kind=kind, parts=tuple((name, count) for name, count in parts), equal=equal)
            for kind, parts, equal in figures["varieties"]
        ),
        knows=tuple((a, b, probability) for a, b, probability in figures["knows"]),
        effective_size=figures["effective_size"],
        constraint=figures["constraint"],
        because=tuple(_findings(figures, dots)),
    )


def _findings(figures: Mapping[str, Any], dots: Mapping[int, Dot]) -> Iterator[Because]:
    """Yield what stands out: how far the ties reach, what hangs on one person, who opens a way, one place."""
    own = figures["effective_size"]
    if own and figures["circles"]:
        yield Because("network_reach", {"ties": len(dots), "own": round(own)})
    hanging = max(figures["circles"], key=lambda circle: circle[2], default=None)
    if hanging and hanging[2] >= HANGING:
        yield Because("network_hangs", {"name": dots[hanging[1][0]].name})
    if figures["opening"] and figures["opening"][1] > 1:
        who, opened = figures["opening"]
        yield Because("network_opens", {"name": dots[who].name, "opened_people": opened})
    places = next((parts for kind, parts, _ in figures["varieties"] if kind == "organisations"), ())
    if places and places[0][1] >= max(LEAST_AT_PLACE, LARGE_PLACE * len(dots)):
        share = places[0][1] / len(dots)
        yield Because("network_one_place", {"organisation": places[0][0], "place_share": share})


def _dot(tie: RealTie, circle: int | None) -> Dot:
    return Dot(
        id=tie.person_id,
        name=tie.name,
        mark=mark_of(tie.tie_class, tie.state),
        strength=tie.strength,
        circle=circle,
    )
