"""Record that a match, or what a letter seems to say, is put aside for good (V2, V4)."""

from datetime import date, datetime

from renmai.actions.value.record_match_answer import record_match_answer
from renmai.actions.value.record_proposal_answer import record_proposal_answer
from renmai.domain.book.owners import Viewer
from renmai.domain.value.matches import pair_named


def record_dismissal(viewer: Viewer, key: str, *, now: datetime, on: date) -> int | None:
    """Put aside what a key names, a match or a proposal; return the decision's id.

    :raises NoSuchMatch: if it names a match, and no need and offer of that name stand
    :raises NoSuchProposal: if it names a proposal, and nothing of that name waits for an answer
    """
    if pair_named(key):
        return record_match_answer(viewer, key, now=now, on=on)
    return record_proposal_answer(viewer, key, is_accepted=False, now=now, on=on)
