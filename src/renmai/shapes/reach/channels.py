"""The JSON of channels and groups: what each brought, who is not worked yet, playbooks, yields with bands."""

from collections.abc import Iterable
from typing import Any

from renmai.actions.reach.record_group_members import MembersReport
from renmai.queries.reach.channel_cards import (
    ChanceCard,
    ChannelCard,
    ChannelsCard,
    GroupCard,
    GroupEntryCard,
    GroupRow,
    MetProposalCard,
    MetThroughCard,
    YieldCard,
)
from renmai.shapes.book import iso, reason, reasons
from renmai.shapes.value import match_shape


def channels_shape(card: ChannelsCard) -> dict[str, Any]:
    """`{channels: [{channel, yield, ways_in_total, ways_in: [{person_id, name, ties_an_hour, bridge_id,
    bridge, because, step}], step, say, avoid, neglected}], proposed: [{person_id, name, channel, event,
    introducer_id, introducer, because}], proposed_total, known_total, ties_total}`

    The six channels with who of each is not worked yet. `yield` is as `channels yield` prints it.
    `ties_an_hour` are the weak ties to be expected of an hour; `bridge` somebody of yours who was there;
    `proposed` how people seem to have been met, which counts nowhere until you accept it; `neglected` is
    null for most.
    """
    return {
        "channels": [_channel(each) for each in card.channels],
        "proposed": proposed_shape(card.proposed),
        "proposed_total": card.proposed_total,
        "known_total": card.known_total,
        "ties_total": card.ties_total,
    }


def _channel(card: ChannelCard) -> dict[str, Any]:
    return {
        "channel": card.channel,
        "yield": yield_shape(card.yields),
        "ways_in_total": card.ways_in_total,
        "ways_in": [
            {
                "person_id": each.person_id,
                "name": each.name,
                "ties_an_hour": each.ties_an_hour,
                "bridge_id": each.bridge_id,
                "bridge": each.bridge,
                "because": reason(each.because),
                "step": reason(each.step),
            }
            for each in card.ways_in
        ],
        "step": reason(card.step),
        "say": reasons(card.say),
        "avoid": reasons(card.avoid),
        "neglected": reason(card.neglected) if card.neglected else None,
    }


def channel_shape(card: ChannelsCard, channel: str) -> dict[str, Any]:
    """`{channel, yield, ways_in_total, ways_in, step, say, avoid, neglected}`

    One channel, as `channels` prints it among the six.
    """
    return next(_channel(each) for each in card.channels if each.channel == channel)


def proposed_shape(proposed: Iterable[MetProposalCard]) -> list[dict[str, Any]]:
    """`[{person_id, name, channel, event, introducer_id, introducer, because}]`"""
    return [
        {
            "person_id": each.person_id,
            "name": each.name,
            "channel": each.channel,
            "event": each.event,
            "introducer_id": each.introducer_id,
            "introducer": each.introducer,
            "because": reason(each.because),
        }
        for each in proposed
    ]


def yields_shape(card: ChannelsCard) -> dict[str, Any]:
    """`{channels: [{channel, yield, neglected}], groups: [{number, name, yield, advice}]}`

    `yield` is `{met, weak, strong, partners, years, hours, money, hours_each, money_each, to_weak,
    to_strong, to_cooperation}`; the last three are `{mean, low, high, above}`: the chance of the step, its
    80 % band, and how likely it is above that of all others. `hours_each` and `money_each` are for one weak
    tie to be expected, null or empty where none is.
    """
    return {
        "channels": [
            {
                "channel": each.channel,
                "yield": yield_shape(each.yields),
                "neglected": reason(each.neglected) if each.neglected else None,
            }
            for each in card.channels
        ],
        "groups": [
            {
                "number": each.number,
                "name": each.name,
                "yield": yield_shape(each.yields),
                "advice": reason(each.advice),
            }
            for each in card.groups
        ],
    }


def yield_shape(card: YieldCard) -> dict[str, Any]:
    """`{met, weak, strong, partners, years, hours, money, hours_each, money_each, to_weak, to_strong,
    to_cooperation}`
    """
    return {
        "met": card.met,
        "weak": card.weak,
        "strong": card.strong,
        "partners": card.partners,
        "years": card.years,
        "hours": card.hours,
        "money": card.money,
        "hours_each": card.hours_each,
        "money_each": card.money_each,
        "to_weak": _chance(card.to_weak),
        "to_strong": _chance(card.to_strong),
        "to_cooperation": _chance(card.to_cooperation),
    }


def _chance(card: ChanceCard) -> dict[str, float]:
    return {"mean": card.mean, "low": card.low, "high": card.high, "above": card.above}


def met_through_shape(card: MetThroughCard) -> dict[str, Any]:
    """`{channel, group, group_name, event}`"""
    return {
        "channel": card.channel,
        "group": card.group,
        "group_name": card.group_name,
        "event": card.event,
    }


def groups_shape(rows: Iterable[GroupRow]) -> list[dict[str, Any]]:
    """`[{number, name, channel, fee, period, renews_on, renews_in_days, members, names_only, is_left}]`

    What renews soonest first, those you left last. `members` are people of the book, `names_only` those of
    whom it has no more than the name.
    """
    return [_row(row) for row in rows]


def _row(row: GroupRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "channel": row.channel,
        "fee": row.fee,
        "period": row.period,
        "renews_on": iso(row.renews_on),
        "renews_in_days": row.renews_in_days,
        "members": row.members,
        "names_only": row.names_only,
        "is_left": row.is_left,
    }


def group_shape(card: GroupCard) -> dict[str, Any]:
    """`{number, name, channel, fee, period, renews_on, renews_in_days, members: [{person_id, name, tie_mark,
    is_met_here}], names, is_left, about, joined_on, left_on, gave, brought, help, contacts, money_a_contact,
    yield, advice}`

    `gave` and `brought` are `[{number, what, on, hours, amount}]`, the latest first; `help` are needs of
    members that you can meet, as `value` prints matches; `contacts` members with whom value goes both ways.
    """
    return {
        **_row(card.row),
        "members": [
            {
                "person_id": each.person_id,
                "name": each.name,
                "tie_mark": each.mark,
                "is_met_here": each.is_met_here,
            }
            for each in card.members
        ],
        "names": list(card.names),
        "about": card.about,
        "joined_on": iso(card.joined_on),
        "left_on": iso(card.left_on),
        "gave": _entries(card.gave),
        "brought": _entries(card.brought),
        "help": [match_shape(each) for each in card.help],
        "contacts": card.contacts,
        "money_a_contact": card.money_a_contact,
        "yield": yield_shape(card.yields),
        "advice": reason(card.advice),
    }


def _entries(found: Iterable[GroupEntryCard]) -> list[dict[str, Any]]:
    return [
        {
            "number": each.number,
            "what": each.what,
            "on": iso(each.on),
            "hours": each.hours,
            "amount": each.amount,
        }
        for each in found
    ]


def members_shape(report: MembersReport) -> dict[str, Any]:
    """`{decision_id, added, names, unsure: [name]}`

    `added` are people of the book; `names` of names it does not know; `unsure` names that several people go
    by.
    """
    return {
        "decision_id": report.decision_id,
        "added": report.added,
        "names": report.names,
        "unsure": list(report.unsure),
    }


def chats_shape(found: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
    """`[{chat, messages}]`

    The chats of several that the book holds, the largest first.
    """
    return [{"chat": name, "messages": count} for name, count in found]
