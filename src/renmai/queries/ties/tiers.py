"""Tiers: who stands in the five, the fifty, the hundred, who might, and which holds too many (T8)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from renmai.store.people.outcomes import last_done
from renmai.store.ties import tiers
from renmai.upkeep.ties.ties import fresh_ties


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberCard:
    """Somebody of a tier; `overdue_days` is by how much they should have heard from me, 0 where they did.

    Silence counts from the last trace, or from what was last called done with them; where neither is there,
    `silent_days` is None and what is overdue counts from the day on which the tier was chosen.
    """

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
    since = tiers.chosen_since(owner_id, until=today)
    chosen = {person_id: tier for person_id, (tier, _) in since.items()}
    ties = tiers.weighed_for_tiers(owner_id, choices, at_most=MOST_PROPOSED)
    found = [*outward(ties, chosen), *proposals(ties.values(), choices)]
    ids = dict.fromkeys([*chosen, *(each.person_id for each in found)])
    rows = {row.id: row for row in person_rows(viewer, list(ids), today=today)}
    over = too_full(chosen)
    done = last_done(owner_id, until=today, person_ids=list(chosen))
    members = [
        (tier, _member(rows[person_id], tier, today, since[person_id][1], done.get(person_id)))
        for person_id, tier in chosen.items()
        if person_id in rows
    ]
    return TiersCard(
        tiers=tuple(
            _members(tier, [each for of, each in members if of == tier], over.get(tier, 0)) for tier in Tier
        ),
        proposed=tuple(_proposals(found, rows, ties)),
    )


def _members(tier: Tier, members: Sequence[MemberCard], over: int) -> TierMembers:
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


def _member(row: PersonRow, tier: int, today: date, chosen_on: date, done_on: date | None) -> MemberCard:
    heard_on = max(filter(None, (row.last_contact_on, done_on)), default=None)
    silent = (today - heard_on).days if heard_on else None
    late = overdue_days(tier, (today - (heard_on or chosen_on)).days)
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


def tier_card(viewer: Viewer, person_id: int, name: str, silent_days: int | None, *, today: date) -> TierCard:
    """Return somebody's tier with its rhythm, and whether it is kept.

    :param silent_days: since the last trace of contact; what was called done since then counts as well
    """
    owner_id, ids = viewer.owner_id, [person_id]
    tier, chosen_on = tiers.chosen_since(owner_id, until=today, person_ids=ids).get(person_id, (None, today))
    if done_on := last_done(owner_id, until=today, person_ids=ids).get(person_id):
        done_days = (today - done_on).days
        silent_days = done_days if silent_days is None else min(silent_days, done_days)
    if tier is None:
        return TierCard(tier=None, rhythm_days=None, overdue_days=0, because=())
    rhythm = RHYTHM_DAYS[Tier(tier)]
    numbers: dict[str, object] = {"name": name, "tier": tier, "tier_days": rhythm}
    if silent_days is None:
        return TierCard(
            tier=tier,
            rhythm_days=rhythm,
            overdue_days=overdue_days(tier, (today - chosen_on).days),
            because=(Because("tier_never", numbers),),
        )
    late = overdue_days(tier, silent_days)
    numbers |= {"silent_days": silent_days, "silent_ago_days": silent_days, "late_days": late}
    because = Because("tier_late" if late else "tier_kept", numbers)
    return TierCard(tier=tier, rhythm_days=rhythm, overdue_days=late, because=(because,))
