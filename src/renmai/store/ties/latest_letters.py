"""What people wrote lately, read for needs and offers; what was answered already is left out."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import WRITTEN, Role
from renmai.domain.ties.letters import SMALL_AUDIENCE
from renmai.domain.value.in_letters import spoken_values
from renmai.domain.value.matches import same_words
from renmai.domain.value.proposals import Proposal
from renmai.store.people.notes import notes
from renmai.store.ties.timeline import THEIR_MENTIONS
from renmai.store.value.values import VALUE, values

PROPOSAL_DISMISSED = "proposal_dismissed"
PROPOSAL = "proposal"
"""The payload's key of the proposal that a note accepts or puts aside."""
WINDOW_DAYS = 120
"""What was looked for earlier is mostly found by now."""
MOST_OF_ALL, MOST_OF_ONE = 600, 80
"""How many of the newest letters are read: of everybody together, of one person."""


class _Said(NamedTuple):
    act: str
    at_epoch_s: int
    excerpt: str
    person_id: int
    is_me: bool


def proposals(
    owner_id: int,
    *,
    until: date,
    since_epoch_s: int,
    until_epoch_s: int,
    day_of: Callable[[int], date],
    person_id: int | None = None,
) -> list[Proposal]:
    """Return what the words of a span seem to say and the owner has not answered, newest first.

    Only direct letters to a few readers are read, and only for what their writer says of themselves.

    :param person_id: of this person only; else of everybody, the owner among them
    """
    found: dict[tuple[int | None, str, str], Proposal] = {}
    for said in _written(owner_id, since_epoch_s, until_epoch_s, person_id):
        whose = None if said.is_me else said.person_id
        for spoken in spoken_values(said.excerpt):
            words = whose, spoken.side, same_words(spoken.what)
            proposal = Proposal(
                person_id=whose,
                side=spoken.side,
                text=spoken.what,
                sentence=spoken.sentence,
                act=said.act,
                on=day_of(said.at_epoch_s),
            )
            found.setdefault(words, proposal)
    people = list({each.person_id for each in found.values()})
    if not people:
        return []
    known = {
        (each.person_id, each.side, same_words(each.text))
        for each in values(owner_id, until=until, person_ids=people)
    }
    answers = notes(owner_id, [VALUE, PROPOSAL_DISMISSED], [], until=until, person_ids=people)
    answered = {each.payload.get(PROPOSAL) for each in answers}
    return [each for words, each in found.items() if words not in known and each.key not in answered]


def _written(owner_id: int, since_epoch_s: int, until_epoch_s: int, person_id: int | None) -> Iterator[_Said]:
    """Yield the newest letters with who wrote them: everybody's by the index of days, one's by their own."""
    span = [owner_id, since_epoch_s, until_epoch_s, *WRITTEN, SMALL_AUDIENCE]
    condition = (
        "i.owner_id = %s AND i.at_epoch_s >= %s AND i.at_epoch_s < %s AND i.kind IN (%s, %s) "
        "AND i.nature = 'direct' AND i.audience <= %s AND i.excerpt <> '' "
    )
    if person_id is None:
        tables = "renmai_interaction i CROSS JOIN renmai_participation p"
        whose: list[object] = []
        most = MOST_OF_ALL
    else:
        tables = "renmai_participation p CROSS JOIN renmai_interaction i"
        condition += f"AND p.mention_id IN ({THEIR_MENTIONS}) "
        whose, most = [owner_id, person_id], MOST_OF_ONE
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT i.external_id, i.at_epoch_s, i.excerpt, w.id, w.is_me FROM {tables} "
            "JOIN renmai_mention m ON m.id = p.mention_id "
            "JOIN renmai_person w ON w.id = m.person_id AND w.is_person "
            f"WHERE {condition} AND p.interaction_id = i.id AND p.role = %s "
            "ORDER BY i.at_epoch_s DESC, i.id DESC LIMIT %s",
            [*span, *whose, Role.SENDER, most],
        )
        yield from (_Said(*row[:4], bool(row[4])) for row in cursor.fetchall())
