"""Who came through whom, and who speaks of the owner, as the owner noted it (T9)."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.network.reputation import Commendation, Referral
from renmai.store.book import decisions
from renmai.store.people.anchors import anchors_of, people_at
from renmai.store.people.notes import notes

MET, COMMENDED = "met", "commended"
INTRODUCER = "introducer"
"""The payload's key of the anchor of whoever brought somebody and the owner together."""


def referrals(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, Referral]:
    """Return how the owner met people, the latest word for each; of everybody or of some.

    Whom the owner met through somebody no trace names any more is met through nobody.
    """
    found = notes(owner_id, [MET], [], until=until, person_ids=person_ids)
    named = {each.payload[INTRODUCER] for each in found if each.payload[INTRODUCER]}
    whose = people_at(owner_id, named) if named else {}
    return {
        each.person_id: Referral(
            key=each.key,
            person_id=each.person_id,
            introducer_id=whose.get(each.payload[INTRODUCER]),
            on=each.on,
            how=each.payload.get("how", ""),
        )
        for each in found
        if each.person_id is not None
    }


def introduced_by(owner_id: int, person_id: int, *, until: date) -> list[Referral]:
    """Return through whom somebody brought the owner together with others, by the latest word for each."""
    theirs = anchors_of(owner_id, [person_id])
    named = decisions.standing_saying(owner_id, MET, INTRODUCER, theirs)
    met = people_at(owner_id, {each.anchor for each in named}) if named else {}
    found = referrals(owner_id, until=until, person_ids=sorted(set(met.values()))) if met else {}
    return [each for each in found.values() if each.introducer_id == person_id]


def commendations(
    owner_id: int, *, until: date, person_ids: Sequence[int] | None = None
) -> list[Commendation]:
    """Return who spoke of the owner unasked, oldest first; of everybody or of some."""
    return [
        Commendation(
            key=each.key,
            person_id=each.person_id,
            on=each.on,
            what=each.payload["what"],
            to_whom=each.payload.get("to_whom", ""),
        )
        for each in notes(owner_id, [COMMENDED], [], until=until, person_ids=person_ids)
        if each.person_id is not None
    ]
