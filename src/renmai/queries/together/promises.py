"""Promises: what the owner promised whom, open ones by their day (P1)."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.queries.together.as_cards import promise_card
from renmai.queries.together.cards import PromiseCard
from renmai.store.people.portraits import portraits
from renmai.store.together.promises import promises

FAR = date.max


def promise_cards(viewer: Viewer, *, today: date) -> tuple[PromiseCard, ...]:
    """Return every promise as of a day: open ones first, what is due first at the front."""
    found = promises(viewer.owner_id, until=today)
    people = portraits(viewer.owner_id, [each.person_id for each in found])
    cards = [
        promise_card(each, people[each.person_id].name, today) for each in found if each.person_id in people
    ]
    return tuple(sorted(cards, key=lambda card: (card.ended_on is not None, card.due_on or FAR, card.number)))
