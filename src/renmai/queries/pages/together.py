"""What one person's page says of things done together: cooperations, tier, ladder, promises, referrals."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.ties.ties import Tie
from renmai.queries.network.referrals import brought_by, met_through, praise
from renmai.queries.ties.tiers import tier_card
from renmai.queries.together.as_cards import cooperation_cards, needs_of, promise_card, urgent_first
from renmai.queries.together.cards import CooperationCard, TogetherCard
from renmai.queries.together.ladder import ladder
from renmai.queries.together.promise_letters import written_promises
from renmai.store.people.portraits import Portrait
from renmai.store.together.cooperations import cooperations
from renmai.store.together.promises import promises


def together_card(
    viewer: Viewer, portrait: Portrait, tie: Tie | None, *, today: date, silent_days: int | None
) -> TogetherCard:
    """Return what is noted of one person, as of a day."""
    owner_id, person_id, name = viewer.owner_id, portrait.id, call_name(portrait.name)
    found = cooperations(owner_id, until=today, person_ids=[person_id])
    needs = needs_of(owner_id, [person_id], today=today).get(person_id, ())
    made = promises(owner_id, until=today, person_ids=[person_id])
    met, perhaps = met_through(viewer, person_id, today=today)
    return TogetherCard(
        cooperations=tuple(_open_first(cooperation_cards(owner_id, found, today=today))),
        tier=tier_card(viewer, person_id, name, silent_days, today=today),
        ladder=ladder(tie, name, found, needs),
        promises=tuple(promise_card(each, portrait.name, today) for each in reversed(made)),
        written_promises=written_promises(viewer, today=today, person_id=person_id),
        met=met,
        met_perhaps=perhaps,
        brought=brought_by(viewer, person_id, today=today),
        commendations=praise(viewer, today=today, person_ids=[person_id]),
    )


def _open_first(cards: Sequence[CooperationCard]) -> list[CooperationCard]:
    """Return what goes on before what ended; of what ended, the latest first."""
    open_ones = [card for card in cards if card.is_open]
    ended = [card for card in cards if not card.is_open]
    return [*urgent_first(open_ones), *sorted(ended, key=lambda card: card.moved_on, reverse=True)]
