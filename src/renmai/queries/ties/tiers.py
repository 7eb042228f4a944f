"""Tiers: who stands in the five, the fifty, the hundred, who might, and which holds too many (T8)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.ties.tiers import (
    MOST_PROPOSED,
    RHYTHM_DAYS,
    Tier,
    TierProposal,
    outward,
    overdue_days,
    proposals,
    too_full,
)
from renmai.domain.ties.ties import Tie
from renmai.queries.ties.as_cards import person_rows
from renmai.queries.ties.cards import PersonRow, TierCard
from renmai.store.ties import tiers
from renmai.upkeep.ties.ties import fresh_ties


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberCard:
    """Somebody of a tier; `overdue_days` is by how much they should have heard from me, 0 where they did."""

    row: PersonRow
    silent_days: int | None
    overdue_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TierMembers:
    """One tier: how many it holds, who is in it, the longest overdue first, and what is to be said of it."""

    tier: int
    rhythm_days: int
    members: tuple[MemberCard, ...]
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TierProposalCard:
    """Somebody who might be put into a tier; `from_tier` where they would leave one that holds too many."""

    row: PersonRow
    tier: int
    from_tier: int | None
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TiersCard:
    """The three tiers from the inside out, and what the program would propose."""

    tiers: tuple[TierMembers, ...]
    proposed: tuple[TierProposalCard, ...]


def tiers_card(viewer: Viewer, *, today: date) -> TiersCard:
    """Return the tiers as of a day."""
    fresh_ties(viewer, viewer.end_of(today))
    owner_id = viewer.owner_id
    choices = tiers.choices(owner_id, until=today)
    chosen = {person_id: tier for person_id, tier in choices.items() if tier is not None}
    ties = tiers.weighed_for_tiers(owner_id, choices, at_most=MOST_PROPOSED)
    found = [*outward(ties, chosen), *proposals(ties.values(), choices)]
    ids = dict.fromkeys([*chosen, *(each.person_id for each in found)])
    rows = {row.id: row for row in person_rows(viewer, list(ids), today=today)}
    over = too_full(chosen)
    return TiersCard(
        tiers=tuple(_members(tier, chosen, rows, over.get(tier, 0), today) for tier in Tier),
        proposed=tuple(_proposals(found, rows, ties)),
    )


def _members(
    tier: Tier, chosen: Mapping[int, int], rows: Mapping[int, PersonRow], over: int, today: date
) -> TierMembers:
    members = [
        _member(rows[person_id], tier, today)
        for person_id, each in chosen.items()
        if each == tier and person_id in rows
    ]
    late = sum(1 for member in members if member.overdue_days)
    said = []
    if over:
        said.append(
            Because("tier_too_full", {"tier": int(tier), "total_people": tier + over, "over_people": over})
        )
    if late:
        said.append(Because("tier_late_people", {"late_people": late, "tier_days": RHYTHM_DAYS[tier]}))
    return TierMembers(
        tier=int(tier),
        rhythm_days=RHYTHM_DAYS[tier],
        members=tuple(sorted(members, key=lambda member: (-member.overdue_days, member.row.name))),
        because=tuple(said),
    )


def _member(row: PersonRow, tier: Tier, today: date) -> MemberCard:
    silent = (today - row.last_contact_on).days if row.last_contact_on else None
    late = 0 if silent is None else overdue_days(tier, silent)
    return MemberCard(row=row, silent_days=silent, overdue_days=late)


def _proposals(
    found: Iterable[TierProposal], rows: Mapping[int, PersonRow], ties: Mapping[int, Tie]
) -> Iterator[TierProposalCard]:
    for each in found:
        if each.person_id not in rows:
            continue
        row = rows[each.person_id]
        tie = ties.get(each.person_id)
        numbers: dict[str, object] = {
            "name": call_name(row.name),
            "tier": int(each.tier),
            "strength": round(each.strength * 100),
            "active_count": tie.days_active if tie else 0,
        }
        if each.from_tier is not None:
            because = Because("tier_proposed_out", {**numbers, "from_tier": int(each.from_tier)})
        else:
            is_strong = tie is not None and tie.tie_class == "strong"
            because = Because("tier_proposed_strong" if is_strong else "tier_proposed_lively", numbers)
        yield TierProposalCard(
            row=row,
            tier=int(each.tier),
            from_tier=None if each.from_tier is None else int(each.from_tier),
            because=(because,),
        )


def tier_card(tier: int | None, name: str, silent_days: int | None) -> TierCard:
    """Return a tier with its rhythm, and whether it is kept."""
    if tier is None:
        return TierCard(tier=None, rhythm_days=None, overdue_days=0, because=())
    rhythm = RHYTHM_DAYS[Tier(tier)]
    numbers: dict[str, object] = {"name": name, "tier": tier, "tier_days": rhythm}
    if silent_days is None:
        return TierCard(
            tier=tier, rhythm_days=rhythm, overdue_days=0, because=(Because("tier_never", numbers),)
        )
    late = overdue_days(tier, silent_days)
    numbers |= {"silent_days": silent_days, "silent_ago_days": silent_days, "late_days": late}
    because = Because("tier_late" if late else "tier_kept", numbers)
    return TierCard(tier=tier, rhythm_days=rhythm, overdue_days=late, because=(because,))
