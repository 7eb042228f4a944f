"""Who is not worked yet: seen in the owner's circle without anything going both ways, by channel (R1)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.capture.interactions import Kind
from renmai.domain.people.greetings import call_name
from renmai.domain.positions.employers import HostSort
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.groups import Group
from renmai.domain.reach.openings import Seen, WayIn
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.ties import REAL_CLASSES
from renmai.queries.reach.channel_cards import WayInCard
from renmai.store.people.gone import names_still_there
from renmai.store.people.portraits import Portrait
from renmai.store.positions.employers import sorts_of
from renmai.store.positions.hosts import employer_hosts
from renmai.store.reach.groups import GroupMember
from renmai.store.reach.seen import SINCE_DAYS, SeenPart, my_mentions, seen_parts
from renmai.store.ties.rows import values_of


def everybody_seen(
    viewer: Viewer, *, today: date, groups: Mapping[int, Group], members: Iterable[GroupMember]
) -> list[Seen]:
    """Return everybody who was seen of late or is in a group of the owner's, without a real tie to them."""
    owner_id, until = viewer.owner_id, viewer.end_of(today)
    parts = seen_parts(owner_id, since_epoch_s=until - SINCE_DAYS * DAY_S, until_epoch_s=until)
    found = {seen.person_id: seen for seen in _counted(parts)}
    for seen in _of_groups(owner_id, groups, members):
        before = found.get(seen.person_id, seen)
        found[seen.person_id] = replace(before, group_channel=seen.group_channel)
    return _with_firms(owner_id, found, parts)


def _counted(parts: Iterable[SeenPart]) -> list[Seen]:
    """Return by person how often they were seen, and who of the owner's own ties was there most often."""
    acts: defaultdict[int, list[SeenPart]] = defaultdict(list)
    for part in parts:
        acts[part.act_id].append(part)
    kinds: defaultdict[int, Counter[str]] = defaultdict(Counter)
    bridges: defaultdict[int, Counter[int]] = defaultdict(Counter)
    last: dict[int, int] = {}
    for present in acts.values():
        real = {part.person_id for part in present if part.tie_class in REAL_CLASSES}
        for part in {part.person_id: part for part in present}.values():
            if part.is_proposed and part.person_id not in real:
                kinds[part.person_id][part.kind] += 1
                bridges[part.person_id].update(real)
                last[part.person_id] = max(part.at_epoch_s, last.get(part.person_id, 0))
    return [_seen(person_id, counts, bridges[person_id], last) for person_id, counts in kinds.items()]


def _seen(person_id: int, kinds: Counter[str], bridges: Counter[int], last: Mapping[int, int]) -> Seen:
    often = min(bridges.items(), key=lambda pair: (-pair[1], pair[0]), default=None)
    return Seen(
        person_id=person_id,
        meetings=sum(kinds.values()) - kinds[Kind.MAIL] - kinds[Kind.MESSAGE],
        messages=kinds[Kind.MESSAGE],
        letters=kinds[Kind.MAIL],
        last_at_epoch_s=last[person_id],
        bridge_id=often[0] if often else None,
    )


def _of_groups(owner_id: int, groups: Mapping[int, Group], members: Iterable[GroupMember]) -> Iterable[Seen]:
    """Yield the members of groups with whom nothing has gone both ways, and who are not gone."""
    there = {each.person_id: each for each in members if each.group in groups}
    ties = values_of(owner_id, there)
    for person_id in names_still_there(owner_id, there):
        tie = ties.get(person_id)
        if tie is None or tie.tie_class not in REAL_CLASSES:
            channel = groups[there[person_id].group].channel
            yield Seen(person_id=person_id, group_channel=channel)


def _with_firms(owner_id: int, found: Mapping[int, Seen], parts: Iterable[SeenPart]) -> list[Seen]:
    """Return them with the employer's or school's domain that the owner writes from, too."""
    mentions = {part.mention_id: part.person_id for part in parts if part.person_id in found}
    hosts = employer_hosts([*mentions, *(mine := my_mentions(owner_id))])
    ours = {hosts[pk] for pk in mine if pk in hosts}
    firms = {person_id: hosts[pk] for pk, person_id in mentions.items() if hosts.get(pk) in ours}
    told = sorts_of(owner_id, set(firms.values()))
    return [
        replace(seen, firm=firm)
        if (firm := firms.get(person_id, "")) and told.get(firm) != HostSort.NONE
        else seen
        for person_id, seen in found.items()
    ]


def way_in_card(way: WayIn, known: Mapping[int, Portrait]) -> WayInCard:
    """Return somebody who is not worked yet as a card: where they were seen, and the next small step."""
    seen, portrait = way.seen, known[way.seen.person_id]
    bridge = known.get(seen.bridge_id) if seen.bridge_id is not None else None
    name = call_name(portrait.name)
    numbers: dict[str, object] = {
        "name": name,
        "other": "" if bridge is None else call_name(bridge.name),
        "seen_times": seen.times,
        "firm": seen.firm,
    }
    return WayInCard(
        person_id=seen.person_id,
        name=portrait.name,
        subtitle=portrait.subtitle,
        ties_an_hour=way.ties_an_hour,
        bridge_id=None if bridge is None else bridge.id,
        bridge="" if bridge is None else bridge.name,
        because=Because(_where(seen, has_bridge=bridge is not None), numbers),
        step=Because(_step(way.channel, has_bridge=bridge is not None), numbers),
    )


def _where(seen: Seen, *, has_bridge: bool) -> str:
    if not seen.times:
        return "seen_in_group"
    if seen.firm:
        return "seen_at_firm"
    return "seen_with" if has_bridge else "seen_alone"


def _step(channel: Channel, *, has_bridge: bool) -> str:
    """Return the code of the next small step; through somebody both know it is always easiest."""
    if has_bridge and channel in (Channel.INTRODUCTIONS, Channel.SOCIAL, Channel.WORK):
        return "way_in_through"
    return f"way_in_{channel}"
