"""Prompts from outreach: the next attempt is worth it, or its deadline has passed (P1, R6)."""

from collections.abc import Iterator
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.reach.outreach import OutreachState
from renmai.domain.today.plan import PlanKind
from renmai.queries.book.prompt import Prompt
from renmai.queries.reach.outreach_as_cards import outreach_cards, soonest_first
from renmai.store.reach.outreaches import outreaches

URGENCY = 0.6
SHARE = 1.0


def outreach_prompts(viewer: Viewer, *, today: date) -> Iterator[Prompt]:
    """Yield the outreaches whose next attempt is due; what rests or waits is left in peace."""
    noted = [each for each in outreaches(viewer.owner_id, until=today) if not each.end]
    for card in soonest_first(outreach_cards(viewer, noted, today=today)):
        if card.state == OutreachState.OPEN and (card.is_due or card.is_over):
            yield Prompt(
                person_id=card.person_id,
                kind=PlanKind.REACH,
                basis=card.basis,
                share=SHARE,
                urgency=URGENCY,
                because=card.because,
                step=card.step,
                draft=card.draft,
            )
