"""Reputation: the tree of who came through whom, what came of it, who speaks of the owner unasked (T9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.network.reputation import Branch, BranchYield, Referral, branch_yield, referral_tree
from renmai.domain.ties.ties import Tie
from renmai.queries.network.cards import CommendationCard, MetCard
from renmai.queries.network.referrals import praise, proposed
from renmai.queries.ties.cards import mark_of
from renmai.store.network import reputation
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.ties.rows import values_of
from renmai.store.together.cooperations import finished
from renmai.upkeep.ties.ties import fresh_ties


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchCard:
    """One person of the tree: their tie, what was carried through with them, what came of those below.

    `how` and `met_on` tell how the owner met them, empty and None at a root.
    """

    person_id: int
    name: str
    subtitle: str
    mark: str
    tie_class: str | None
    finished: int
    how: str
    met_on: date | None
    yields: BranchYield
    below: tuple["BranchCard", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReputationCard:
    """Who came through whom; `proposed` is not noted yet, only likely by a letter to both."""

    branches: tuple[BranchCard, ...]
    introduced_total: int
    introducers_total: int
    commendations: tuple[CommendationCard, ...]
    proposed: tuple[MetCard, ...]


def reputation_card(viewer: Viewer, *, today: date) -> ReputationCard:
    """Return the tree of a day with what came of each branch."""
    fresh_ties(viewer, viewer.end_of(today))
    owner_id = viewer.owner_id
    referrals = reputation.referrals(owner_id, until=today)
    through = {pk: each.introducer_id for pk, each in referrals.items() if each.introducer_id is not None}
    ids = list(through.keys() | set(through.values()))
    grown = _Grown(
        portraits(owner_id, ids), values_of(owner_id, ids), finished(owner_id, until=today), referrals
    )
    return ReputationCard(
        branches=tuple(grown.card(branch) for branch in referral_tree(through)),
        introduced_total=len(through),
        introducers_total=len(set(through.values())),
        commendations=praise(viewer, today=today),
        proposed=tuple(proposed(viewer, today=today)),
    )


class _Grown:
    """Turns branches into cards."""

    def __init__(
        self,
        people: Mapping[int, Portrait],
        ties: Mapping[int, Tie],
        done: Mapping[int, int],
        referrals: Mapping[int, Referral],
    ) -> None:
        self.people, self.ties, self.done, self.referrals = people, ties, done, referrals
        self.classes = {pk: tie.tie_class for pk, tie in ties.items()}

    def card(self, branch: Branch) -> BranchCard:
        """Return one branch with all below it."""
        person_id = branch.person_id
        portrait, tie, met = self.people[person_id], self.ties.get(person_id), self.referrals.get(person_id)
        return BranchCard(
            person_id=person_id,
            name=portrait.name,
            subtitle=portrait.subtitle,
            mark=mark_of(tie.tie_class, tie.state) if tie else "",
            tie_class=tie.tie_class if tie else None,
            finished=self.done.get(person_id, 0),
            how=met.how if met else "",
            met_on=met.on if met else None,
            yields=branch_yield(branch, self.classes, self.done),
            below=tuple(self.card(each) for each in branch.below),
        )
