"""Work handed in that waits for a word: to the owner, and theirs to others, each told in one line (P1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.excerpts import bare_subject
from renmai.domain.ties.handed_in import LOOKED_DAYS, HandedIn, still_waiting
from renmai.domain.ties.letters import OWED_DAYS
from renmai.store.people.people import names_of
from renmai.store.ties.handed_in import handed_in


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedInCard:
    """What waits for a word of one side: how many pieces, the oldest for how many days; why that is told.

    `letters` are the acts that it was handed in with.
    """

    is_mine: bool
    count: int
    oldest_days: int
    because: Because
    letters: tuple[int, ...]


def handed_in_cards(viewer: Viewer, *, today: date) -> tuple[HandedInCard, ...]:
    """Return what was handed in to the owner and waits, then what they handed in."""
    found = (_waiting(viewer, today, is_mine=is_mine) for is_mine in (False, True))
    return tuple(_card(viewer, pieces, today) for pieces in found if pieces)


def handed_in_by(viewer: Viewer, person_id: int, *, today: date) -> HandedInCard | None:
    """Return what one person handed in to the owner and waits for their word; None where nothing does."""
    as_of = viewer.end_of(today)
    theirs = handed_in(
        viewer.owner_id,
        since_epoch_s=as_of - OWED_DAYS * DAY_S,
        until_epoch_s=as_of,
        person_id=person_id,
    )
    if all(each.is_answered for each in theirs):
        return None
    pieces = [
        piece for piece in _waiting(viewer, today, is_mine=False) if piece[0].person_id == theirs[0].person_id
    ]
    return _card(viewer, pieces, today) if pieces else None


def _waiting(viewer: Viewer, today: date, *, is_mine: bool) -> list[Sequence[HandedIn]]:
    as_of = viewer.end_of(today)
    letters = handed_in(viewer.owner_id, since_epoch_s=as_of - LOOKED_DAYS * DAY_S, until_epoch_s=as_of)
    return still_waiting([each for each in letters if each.is_mine == is_mine], as_of_epoch_s=as_of)


def _card(viewer: Viewer, pieces: Sequence[Sequence[HandedIn]], today: date) -> HandedInCard:
    oldest = pieces[0][0]
    oldest_days = (today - viewer.day_of(oldest.at_epoch_s)).days
    numbers: dict[str, object] = {
        "waiting_count": len(pieces),
        "oldest_days": oldest_days,
        "subject": bare_subject(oldest.subject),
    }
    if not oldest.is_mine:
        names = names_of(viewer.owner_id, [oldest.person_id])
        numbers["name"] = call_name(names.get(oldest.person_id, ""))
    return HandedInCard(
        is_mine=oldest.is_mine,
        count=len(pieces),
        oldest_days=oldest_days,
        because=Because("handed_in_by_me" if oldest.is_mine else "handed_in_to_me", numbers),
        letters=tuple(part.interaction_id for piece in pieces for part in piece),
    )
