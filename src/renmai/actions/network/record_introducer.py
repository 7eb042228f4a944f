"""Record through whom the owner met somebody (T9)."""

from datetime import date, datetime

from renmai.actions.book.noting import somebody, worded
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.network.reputation import leads_back
from renmai.store.book.bulk import writing
from renmai.store.network.reputation import MET, referrals
from renmai.store.people import people
from renmai.store.people.notes import note


class NoIntroducer(Refused):
    """Nobody is introduced by themselves, nor by somebody who came through them."""


def record_introducer(
    viewer: Viewer, person_id: int, introducer_id: int | None, *, now: datetime, on: date, how: str = ""
) -> int | None:
    """Note who introduced somebody, or that nobody did; return the decision's id.

    None where it stands already. That nobody did is an answer too: no introducer is proposed again.

    :param how: how it came about, in the owner's words
    :raises NoSuchPerson: if the book holds nobody of one of the ids
    :raises NobodyToNote: if one of them is the owner, or nobody in particular
    :raises NoIntroducer: if they would have been introduced by themselves, or in a circle
    """
    owner_id, words = viewer.owner_id, worded(how)
    with writing(owner_id):
        person = somebody(owner_id, person_id)
        known = referrals(owner_id, until=date.max)
        if introducer_id is not None:
            introducer = somebody(owner_id, introducer_id)
            through = {each.person_id: each.introducer_id for each in known.values() if each.introducer_id}
            if leads_back(through, person_id, introducer_id):
                raise NoIntroducer("no_introducer", name=person.name, other=introducer.name)
        before = known.get(person_id)
        if before is not None and (before.introducer_id, before.how) == (introducer_id, words):
            return None
        anchor = "" if introducer_id is None else people.anchor_of(owner_id, introducer_id)
        payload: dict[str, object] = {"introducer": anchor, "how": words}
        return note(owner_id, kind=MET, person_id=person_id, payload=payload, on=on, now=now)
