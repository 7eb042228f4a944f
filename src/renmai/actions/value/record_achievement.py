"""Record what the owner achieved, or is building, with what proves it (V1)."""

from datetime import date, datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.value.matches import same_words
from renmai.queries.people.whom import whom
from renmai.store.book.bulk import writing
from renmai.store.people import notes
from renmai.store.value.values import ACHIEVEMENT, achievements

LONGEST_TEXT, LONGEST_PROOF = 300, 1000


class NoAchievement(Refused):
    """Without words nothing was achieved."""


def record_achievement(
    viewer: Viewer,
    text: str,
    *,
    now: datetime,
    on: date,
    proof: str = "",
    witness: str = "",
    is_growing: bool = False,
) -> int | None:
    """Note an achievement; return the note's id, None where just that stands already.

    :param proof: a link, or a file's path or name; nothing is opened or copied
    :param witness: who can confirm it, by name
    :param is_growing: it is being built, not done yet
    :raises NotOnePerson: if nobody goes by the witness's name, or several people do
    :raises NoAchievement: if there is no text, or too much of it
    """
    owner_id, kept = viewer.owner_id, " ".join(text.split())
    if not kept or len(kept) > LONGEST_TEXT:
        raise NoAchievement("value_needs_words", most=LONGEST_TEXT)
    with writing(owner_id):
        witness_id = whom(viewer, witness, is_person_only=True).one.id if witness.strip() else None
        payload: dict[str, object] = {
            "text": kept,
            "proof": proof.strip()[:LONGEST_PROOF],
            "is_growing": is_growing,
        }
        for each in achievements(owner_id, until=on):
            told = (same_words(each.text), each.proof, each.witness_id, each.is_growing)
            if told == (same_words(kept), payload["proof"], witness_id, is_growing):
                return None
        return notes.note(owner_id, kind=ACHIEVEMENT, person_id=witness_id, payload=payload, on=on, now=now)
