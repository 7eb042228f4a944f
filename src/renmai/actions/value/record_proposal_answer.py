"""Record the owner's yes or no to what a letter seems to say somebody needs or offers (V2)."""

from datetime import date, datetime

from renmai.actions.value.record_value import record_value
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.value.values import Origin
from renmai.queries.value.proposals import value_proposals
from renmai.store.book.bulk import writing
from renmai.store.people import notes
from renmai.store.value.values import PROPOSAL, PROPOSAL_DISMISSED


class NoSuchProposal(Refused):
    """Nothing of that name waits for an answer."""


def record_proposal_answer(
    viewer: Viewer, key: str, *, is_accepted: bool, now: datetime, on: date, person_id: int | None = None
) -> int | None:
    """Note a need or an offer with the act and the sentence it stands in, or put the proposal aside for good.

    Return the decision's id.

    :param person_id: whose words they are, where that is known; it is found quicker then
    :raises NoSuchProposal: if nothing of that name waits for an answer
    """
    waiting = value_proposals(viewer, today=on, person_id=person_id)
    found = next((proposal for proposal in waiting if proposal.key == key), None)
    if found is None:
        raise NoSuchProposal("no_such_proposal", key=key)
    if is_accepted:
        return record_value(
            viewer,
            found.person_id,
            found.side,
            found.text,
            now=now,
            on=found.on,
            origin=Origin.WRITTEN,
            act=found.act,
            sentence=found.sentence,
            proposal=found.key,
        )
    with writing(viewer.owner_id):
        payload: dict[str, object] = {PROPOSAL: found.key, "text": found.text}
        return notes.note(
            viewer.owner_id,
            kind=PROPOSAL_DISMISSED,
            person_id=found.person_id,
            payload=payload,
            on=on,
            now=now,
        )
