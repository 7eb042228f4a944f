"""Cooperations: all of them by stage, as of a day (V8)."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.together.cooperation import OPEN, Stage
from renmai.queries.together.as_cards import cooperation_cards, urgent_first
from renmai.queries.together.cards import BoardCard
from renmai.store.together.cooperations import cooperations
from renmai.upkeep.ties.ties import fresh_ties


def board_card(viewer: Viewer, *, today: date, person_id: int | None = None) -> BoardCard:
    """Return the board of a day, of everybody or of one person."""
    fresh_ties(viewer, viewer.end_of(today))
    of_whom = None if person_id is None else [person_id]
    found = cooperations(viewer.owner_id, until=today, person_ids=of_whom)
    cards = cooperation_cards(viewer.owner_id, found, today=today)
    return BoardCard(
        stages=tuple(
            (str(stage), tuple(urgent_first(card for card in cards if card.stage == stage)))
            for stage in Stage
        ),
        open_total=sum(card.stage in OPEN for card in cards),
        finished_total=sum(card.finished_on is not None for card in cards),
        people_total=len({card.person_id for card in cards}),
    )
