"""What one person's page says of things done together: cooperations, tier, ladder, promises, referrals."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.ties.tiers import RHYTHM_DAYS, Tier, overdue_days
from renmai.domain.together.promises import Promise
from renmai.queries.network.referrals import brought_by, met_through, praise
from renmai.queries.together.as_cards import cooperation_cards, needs_of, urgent_first
from renmai.queries.together.cards import CooperationCard, PromiseCard, TierCard, TogetherCard
from renmai.queries.together.ladder import ladder
from renmai.store.models import Tie as TieRow
from renmai.store.people.portraits import Portrait
from renmai.store.ties.tiers import tiers
from renmai.store.ties.ties import figures_of
from renmai.store.together import cooperations as store
from renmai.store.together.promises import promises


def together(
    viewer: Viewer, portrait: Portrait, row: TieRow | None, *, today: date, silent_days: int | None
) -> TogetherCard:
    """Return what is noted of one person, as of a day."""
    owner_id, person_id, name = viewer.owner_id, portrait.id, call_name(portrait.name)
    found = store.cooperations(owner_id, until=today, person_ids=[person_id])
    needs = needs_of(owner_id, [person_id], today=today).get(person_id, ())
    made = promises(owner_id, until=today, person_ids=[person_id])
    met, perhaps = met_through(viewer, person_id, today=today)
    return TogetherCard(
        cooperations=tuple(_open_first(cooperation_cards(owner_id, found, today=today))),
        tier=tier_card(
            tiers(owner_id, until=today, person_ids=[person_id]).get(person_id), name, silent_days
        ),
        ladder=ladder(figures_of(row) if row else None, name, found, needs),
        promises=tuple(promise_card(each, portrait.name, today) for each in reversed(made)),
        met=met,
        met_perhaps=perhaps,
        brought=brought_by(viewer, person_id, today=today),
        commendations=praise(viewer, today=today, person_ids=[person_id]),
    )


def tier_card(tier: int | None, name: str, silent_days: int | None) -> TierCard:
    """Return a tier with its rhythm, and whether it is kept."""
    if tier is None:
        return TierCard(tier=None, rhythm_days=None, overdue_days=0, because=())
    rhythm = RHYTHM_DAYS[Tier(tier)]
    numbers: dict[str, object] = {"name": name, "tier": tier, "tier_days": rhythm}
    if silent_days is None:
        return TierCard(
            tier=tier, rhythm_days=rhythm, overdue_days=0, because=(Because("tier_never", numbers),)
        )
    late = overdue_days(tier, silent_days)
    numbers |= {"silent_days": silent_days, "silent_ago_days": silent_days, "late_days": late}
    because = Because("tier_late" if late else "tier_kept", numbers)
    return TierCard(tier=tier, rhythm_days=rhythm, overdue_days=late, because=(because,))


def promise_card(promise: Promise, name: str, today: date) -> PromiseCard:
    """Return one promise as a card."""
    return PromiseCard(
        number=int(promise.key),
        person_id=promise.person_id,
        name=name,
        what=promise.what,
        made_on=promise.made_on,
        due_on=promise.due_on,
        due_in_days=promise.in_days(today) if promise.is_open else None,
        ended_on=promise.ended_on,
        is_kept=promise.is_kept,
    )


def _open_first(cards: Sequence[CooperationCard]) -> list[CooperationCard]:
    """Return what goes on before what ended; of what ended, the latest first."""
    open_ones = [card for card in cards if card.is_open]
    ended = [card for card in cards if not card.is_open]
    return [*urgent_first(open_ones), *sorted(ended, key=lambda card: card.moved_on, reverse=True)]
