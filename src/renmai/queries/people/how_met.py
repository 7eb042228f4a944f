"""How the owner met somebody, as they say."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.queries.people.cards import HowMetCard
from renmai.store.people.own_word import how_met


def how_met_card(viewer: Viewer, person_id: int, *, today: date) -> HowMetCard | None:
    """Return what the owner says of it as of a day, None where they say nothing."""
    word = how_met(viewer.owner_id, person_id, until=today)
    return HowMetCard(text=word.text, on=word.on) if word and (word.text or word.on) else None
