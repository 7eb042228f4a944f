"""What channels and groups yield, with the time and money they cost (R3)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from renmai.domain.asks.amounts import Amount
from renmai.domain.book.owners import Viewer
from renmai.domain.reach.chances import StepChance
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.funnels import ChannelYield, FunnelStep, MetPerson, funnel_of, yields_of
from renmai.domain.reach.groups import Group, GroupEntry, fees_paid, hours_of
from renmai.domain.ties.ties import TieClass
from renmai.domain.together.cooperation import FINISHED, Stage
from renmai.queries.reach.channel_cards import ChanceCard, YieldCard
from renmai.queries.reach.met import WayMet
from renmai.store.ties.rows import values_of
from renmai.store.together.cooperations import cooperations

CAME_ABOUT = (Stage.AGREED, Stage.RUNNING, *FINISHED)
LEAST_EXPECTED = 0.5
"""With fewer weak ties to be expected, what one of them costs would be a figure of nothing."""


def people_met(viewer: Viewer, ways: Mapping[int, WayMet], *, today: date) -> dict[int, MetPerson]:
    """Return those whose way in is known with what became of them, by person."""
    ties = values_of(viewer.owner_id, ways)
    worked = [each for each in cooperations(viewer.owner_id, until=today) if each.stage in CAME_ABOUT]
    partners = {each.person_id for each in worked}
    found = {}
    for person_id, way in ways.items():
        tie = ties.get(person_id)
        began = None if tie is None or tie.first_at_epoch_s is None else viewer.day_of(tie.first_at_epoch_s)
        found[person_id] = MetPerson(
            person_id=person_id,
            on=way.said.on or began,
            tie_class=str(tie.tie_class) if tie else str(TieClass.PSEUDO),
            cooperations=int(person_id in partners),
            acts_out=tie.acts_out if tie else 0,
        )
    return found


def channel_yields(
    ways: Mapping[int, WayMet], met: Mapping[int, MetPerson], *, today: date
) -> dict[Channel, ChannelYield]:
    """Return the yield of each of the six channels."""
    people = {channel: [met[pk] for pk, way in ways.items() if way.channel == channel] for channel in Channel}
    return yields_of({channel: funnel_of(found, today) for channel, found in people.items()})


def group_yields(
    groups: Mapping[int, Group], ways: Mapping[int, WayMet], met: Mapping[int, MetPerson], *, today: date
) -> dict[int, ChannelYield]:
    """Return the yield of each group, of those who were met there."""
    people = {number: [met[pk] for pk, way in ways.items() if way.said.group == number] for number in groups}
    return yields_of({number: funnel_of(found, today) for number, found in people.items()})


def costs_of(
    groups: Iterable[Group], entries: Mapping[int, Sequence[GroupEntry]], *, today: date
) -> tuple[float, Amount | None]:
    """Return the hours and the money that some groups took, in the currency of the most of them."""
    kept = list(groups)
    paid = [fees for group in kept if (fees := fees_paid(group, today)) is not None]
    hours = sum(hours_of(entries.get(group.number, ())) for group in kept)
    currencies = [each.currency for each in paid]
    if not paid:
        return hours, None
    most = max(dict.fromkeys(currencies), key=currencies.count)
    return hours, Amount(sum((each.value for each in paid if each.currency == most), Decimal(0)), most)


def yield_card(told: ChannelYield, hours: float, money: Amount | None) -> YieldCard:
    """Return a yield as a card.

    :param hours: what was noted; what the owner wrote is estimated and added
    """
    funnel, spent = told.funnel, hours + told.funnel.minutes / 60
    expected = told.expected_weak if told.expected_weak >= LEAST_EXPECTED else 0.0
    each = Decimal(round(float(money.value) / expected)) if money and expected else None
    return YieldCard(
        met=funnel.met,
        weak=funnel.weak,
        strong=funnel.strong,
        partners=funnel.partners,
        years=round(funnel.years, 2),
        hours=round(spent, 1),
        money=str(money) if money else "",
        hours_each=round(spent / expected, 1) if expected else None,
        money_each=str(Amount(each, money.currency)) if money and each else "",
        to_weak=chance_card(told.chances[FunnelStep.WEAK]),
        to_strong=chance_card(told.chances[FunnelStep.STRONG]),
        to_cooperation=chance_card(told.chances[FunnelStep.COOPERATION]),
    )


def chance_card(chance: StepChance) -> ChanceCard:
    """Return the chance of a step as a card."""
    return ChanceCard(
        mean=round(chance.mean, 4),
        low=round(chance.low, 4),
        high=round(chance.high, 4),
        above=round(chance.above, 4),
    )
