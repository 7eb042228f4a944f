"""What letters of late seem to say of needs and offers, still waiting for the owner's answer (V2)."""

from collections.abc import Iterable
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.value.in_letters import spoken_values
from renmai.domain.value.matches import same_words
from renmai.domain.value.proposals import Proposal
from renmai.store.people.notes import notes
from renmai.store.ties.latest_letters import WrittenBy, written
from renmai.store.value.values import PROPOSAL, PROPOSAL_DISMISSED, VALUE, values

WINDOW_DAYS = 120
"""What was looked for earlier is mostly found by now."""


def value_proposals(viewer: Viewer, *, today: date, person_id: int | None = None) -> list[Proposal]:
    """Return what the words of the last weeks seem to say and the owner has not answered, newest first.

    Only direct letters to a few readers are read, and only for what their writer says of themselves.

    :param person_id: of this person only; else of everybody, the owner among them
    """
    as_of = viewer.end_of(today)
    letters = written(
        viewer.owner_id,
        since_epoch_s=as_of - WINDOW_DAYS * DAY_S,
        until_epoch_s=as_of,
        person_id=person_id,
    )
    found = _in_letters(viewer, letters)
    people = list({proposal.person_id for proposal in found.values()})
    if not people:
        return []
    known = {
        (value.person_id, value.side, same_words(value.text))
        for value in values(viewer.owner_id, until=today, person_ids=people)
    }
    answers = notes(viewer.owner_id, [VALUE, PROPOSAL_DISMISSED], [], until=today, person_ids=people)
    answered = {answer.payload.get(PROPOSAL) for answer in answers}
    return [
        proposal for words, proposal in found.items() if words not in known and proposal.key not in answered
    ]


def _in_letters(viewer: Viewer, letters: Iterable[WrittenBy]) -> dict[tuple[int | None, str, str], Proposal]:
    """Return what the letters seem to say, each thing once, as its newest letter says it."""
    found: dict[tuple[int | None, str, str], Proposal] = {}
    for letter in letters:
        whose = None if letter.is_me else letter.person_id
        for spoken in spoken_values(letter.excerpt):
            proposal = Proposal(
                person_id=whose,
                side=spoken.side,
                text=spoken.what,
                sentence=spoken.sentence,
                act=letter.act,
                on=viewer.day_of(letter.at_epoch_s),
            )
            found.setdefault((whose, spoken.side, same_words(spoken.what)), proposal)
    return found
