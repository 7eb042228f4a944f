"""How people were met: by the owner's word, and where nothing is noted, as first acts make likely (R1)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from renmai.domain.book.owners import Viewer
from renmai.domain.positions.employers import HostSort
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.first_acts import FirstAct, MetProposal, is_school, met_by
from renmai.domain.reach.groups import Group
from renmai.queries.reach.channel_cards import MetProposalCard, MetThroughCard
from renmai.store.network.reputation import referrals
from renmai.store.people.own_word import HowMet, how_everybody_was_met
from renmai.store.people.portraits import portraits
from renmai.store.positions.employers import sorts_of
from renmai.store.positions.hosts import employer_hosts
from renmai.store.reach.first_acts import KeptFirstAct, first_acts, met_last
from renmai.store.reach.groups import groups
from renmai.store.ties.rows import values_of

MOST_PROPOSED = 300
"""So many of those met last are looked at; who was met long ago is remembered, or not missed."""


class WayMet(NamedTuple):
    """By which channel somebody was met by the owner's word, with all they said of it."""

    channel: Channel
    said: HowMet


def ways_met(
    owner_id: int, *, today: date, groups_there: Mapping[int, Group], person_ids: list[int] | None = None
) -> dict[int, WayMet]:
    """Return by which channel people were met: as said, else by the group, else by who introduced them."""
    said = how_everybody_was_met(owner_id, until=today, person_ids=person_ids)
    found: dict[int, WayMet] = {}
    for person_id, how in said.items():
        if how.channel:
            found[person_id] = WayMet(Channel(how.channel), how)
        elif how.group in groups_there and how.group is not None:
            found[person_id] = WayMet(groups_there[how.group].channel, how)
    for person_id, referral in referrals(owner_id, until=today, person_ids=person_ids).items():
        if referral.introducer_id is not None and person_id not in found:
            found[person_id] = WayMet(Channel.INTRODUCTIONS, said.get(person_id, HowMet()))
    return found


def met_through_card(viewer: Viewer, person_id: int, *, today: date) -> MetThroughCard | None:
    """Return by which channel somebody was met, None where that is not known."""
    there = groups(viewer.owner_id, until=today)
    way = ways_met(viewer.owner_id, today=today, groups_there=there, person_ids=[person_id]).get(person_id)
    if way is None:
        return None
    group = there.get(way.said.group) if way.said.group is not None else None
    return MetThroughCard(
        channel=str(way.channel),
        group=None if group is None else group.number,
        group_name="" if group is None else group.name,
        event=way.said.event,
    )


def proposals(
    viewer: Viewer, *, known: Collection[int], person_ids: Collection[int] | None = None
) -> list[MetProposal]:
    """Return how people seem to have been met, who was met last first; of those met last, or of some.

    :param known: whose way in is noted, and who is left out
    """
    owner_id = viewer.owner_id
    asked = met_last(owner_id, without=known, at_most=MOST_PROPOSED) if person_ids is None else person_ids
    acts = first_acts([pk for pk in asked if pk not in known])
    others = {each.person_id for act in acts for each in act.present}
    began = {pk: tie.first_at_epoch_s for pk, tie in values_of(owner_id, others).items()}
    firms = _firms(owner_id, acts)
    found = (met_by(_seen(act, began, firms.get(act.person_id, ""))) for act in acts)
    place = {pk: number for number, pk in enumerate(asked)}
    return sorted(filter(None, found), key=lambda each: place[each.person_id])


def _seen(act: KeptFirstAct, began: Mapping[int, int | None], firm: str) -> FirstAct:
    """Return a first act as it looked then: who of those in it the owner was in touch with before."""
    caller = next((each for each in act.present if each.is_caller), None)
    before = {
        each.person_id: at
        for each in act.present
        if each.person_id != act.person_id and not each.is_me
        if (at := began.get(each.person_id)) is not None and at < act.at_epoch_s
    }
    return FirstAct(
        person_id=act.person_id,
        kind=act.kind,
        present=len(act.present),
        subject=act.subject,
        sender_id=None if caller is None or caller.is_me else caller.person_id,
        known=sorted(before, key=before.__getitem__),
        firm=firm,
    )


def _firms(owner_id: int, acts: Iterable[KeptFirstAct]) -> dict[int, str]:
    """Return by person the employer's or school's domain that they and the owner shared in the act."""
    kept = list(acts)
    hosts = employer_hosts({each.mention_id for act in kept for each in act.present})
    shared: dict[int, str] = {}
    for act in kept:
        mine = {hosts.get(each.mention_id) for each in act.present if each.is_me}
        theirs = {hosts.get(each.mention_id) for each in act.present if each.person_id == act.person_id}
        common = [host for host in mine & theirs if host]
        if common:
            shared[act.person_id] = common[0]
    told = sorts_of(owner_id, shared.values())
    return {pk: host for pk, host in shared.items() if is_school(host) or told.get(host) != HostSort.NONE}


def proposal_cards(viewer: Viewer, found: Iterable[MetProposal]) -> tuple[MetProposalCard, ...]:
    """Return proposals as cards, those whose people are still there."""
    kept = list(found)
    through = {each.introducer_id for each in kept if each.introducer_id is not None}
    known = portraits(viewer.owner_id, {*(each.person_id for each in kept), *through})
    return tuple(
        MetProposalCard(
            person_id=each.person_id,
            name=known[each.person_id].name,
            subtitle=known[each.person_id].subtitle,
            channel=str(each.channel),
            event=each.event,
            introducer_id=each.introducer_id,
            introducer=known[each.introducer_id].name if each.introducer_id in known else "",
            because=each.because,
        )
        for each in kept
        if each.person_id in known
    )
