"""What letters of late promise, by the owner or to them, with its sentence; only the owner notes it (P1)."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.together.in_letters import spoken_promises
from renmai.queries.together.cards import WrittenPromiseCard
from renmai.store.people.people import names_of
from renmai.store.together.letters import letters_between
from renmai.store.together.promises import promises

WINDOW_DAYS = 30
"""What was promised earlier is mostly kept by now, or forgotten by both."""


def written_promises(
    viewer: Viewer, *, today: date, person_id: int | None = None
) -> tuple[WrittenPromiseCard, ...]:
    """Return what letters of the last weeks promise and the owner has not noted, the newest first.

    :param person_id: only what passed with this person
    """
    as_of = viewer.end_of(today)
    letters = letters_between(
        viewer.owner_id,
        since_epoch_s=as_of - WINDOW_DAYS * DAY_S,
        until_epoch_s=as_of,
        person_id=person_id,
    )
    found = {
        (letter.person_id, letter.is_mine, spoken.sentence): (letter.at_epoch_s, spoken.kind)
        for letter in reversed(letters)
        for spoken in spoken_promises(letter.excerpt)
    }
    if not found:
        return ()
    people = names_of(viewer.owner_id, {key[0] for key in found})
    noted = {
        (each.person_id, each.what)
        for each in promises(viewer.owner_id, until=today, person_ids=sorted(people))
    }
    return tuple(
        WrittenPromiseCard(
            person_id=whose,
            name=people[whose],
            is_mine=is_mine,
            kind=kind,
            sentence=sentence,
            on=viewer.day_of(at_epoch_s),
        )
        for (whose, is_mine, sentence), (at_epoch_s, kind) in reversed(found.items())
        if whose in people and (whose, sentence) not in noted
    )
