"""Channels: six cards with what each brought, whom it could bring, the next small step and the playbook."""

from datetime import date

from renmai.domain.asks.amounts import Amount
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.funnels import ChannelYield, FunnelStep
from renmai.domain.reach.groups import renewal_advice
from renmai.domain.reach.openings import openings
from renmai.queries.reach.channel_cards import ChannelCard, ChannelsCard, GroupYieldCard, WayInCard
from renmai.queries.reach.met import proposal_cards, proposals, ways_met
from renmai.queries.reach.seen import everybody_seen, way_in_card
from renmai.queries.reach.yields import channel_yields, costs_of, group_yields, people_met, yield_card
from renmai.store.network.network import count_real
from renmai.store.people.portraits import portraits
from renmai.store.reach.groups import entries, groups, memberships
from renmai.store.ties.kept_ties import standing
from renmai.upkeep.book.kept import kept
from renmai.upkeep.ties.ties import fresh_ties

NAMED = 3
"""So many ways in are named for each channel."""
MOST_SHOWN = 60


def channels_card(viewer: Viewer, *, today: date) -> ChannelsCard:
    """Return the six channels as of a day."""
    fresh_ties(viewer, viewer.end_of(today))
    return kept(
        viewer,
        "channels",
        day=today,
        rests_on=str(standing(viewer.owner_id).as_of_epoch_s),
        make=lambda waiting: _made(waiting, today),
        shape=ChannelsCard,
    ).card


def _made(viewer: Viewer, today: date) -> ChannelsCard:
    owner_id = viewer.owner_id
    there, members = groups(owner_id, until=today), memberships(owner_id, until=today)
    ways = ways_met(owner_id, today=today, groups_there=there)
    met = people_met(viewer, ways, today=today)
    told = channel_yields(ways, met, today=today)
    spent = entries(owner_id, until=today)
    chances = {channel: each.chances[FunnelStep.WEAK].mean for channel, each in told.items()}
    mine = {number: group for number, group in there.items() if group.left_on is None}
    seen = everybody_seen(viewer, today=today, groups=mine, members=members)
    found = openings(seen, chances)
    named = [way for each in found.values() for way in each[:NAMED]]
    ids = [pk for way in named for pk in (way.seen.person_id, way.seen.bridge_id) if pk is not None]
    known = portraits(owner_id, ids)
    waiting = proposals(viewer, known=ways.keys())
    by_group = group_yields(there, ways, met, today=today)
    sizes = {number: sum(each.group == number for each in members) for number in there}
    return ChannelsCard(
        channels=tuple(
            _channel(
                channel,
                told[channel],
                costs_of([each for each in there.values() if each.channel == channel], spent, today=today),
                tuple(way_in_card(way, known) for way in found[channel][:NAMED]),
                len(found[channel]),
                today,
            )
            for channel in Channel
        ),
        groups=tuple(
            GroupYieldCard(
                number=number,
                name=group.name,
                yields=yield_card(by_group[number], *costs_of([group], spent, today=today)),
                advice=renewal_advice(by_group[number], members=sizes[number]),
            )
            for number, group in there.items()
        ),
        proposed=proposal_cards(viewer, waiting[:MOST_SHOWN]),
        proposed_total=len(waiting),
        known_total=sum(each.is_weak for each in met.values()),
        ties_total=count_real(owner_id),
    )


def _channel(
    channel: Channel,
    told: ChannelYield,
    cost: tuple[float, Amount | None],
    ways_in: tuple[WayInCard, ...],
    total: int,
    today: date,
) -> ChannelCard:
    """Return one channel; where nobody is waiting there, the step is a general one."""
    weak = told.chances[FunnelStep.WEAK]
    numbers = {"met": told.funnel.met, "weak": told.funnel.weak, "above_share": weak.above}
    return ChannelCard(
        channel=str(channel),
        yields=yield_card(told, *cost),
        ways_in_total=total,
        ways_in=ways_in,
        step=ways_in[0].step if ways_in else Because(f"channel_begin_{channel}"),
        say=(Because(f"channel_say_{channel}_1"), Because(f"channel_say_{channel}_2")),
        avoid=(Because(f"channel_avoid_{channel}_1"), Because(f"channel_avoid_{channel}_2")),
        neglected=Because("channel_neglected", numbers) if told.is_neglected(today) else None,
    )
