"""Settings: what the owner may set, which addresses they called their own, and where they work."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.queries.book.cards import DecisionCard
from renmai.queries.pages.cards import SettingsCard
from renmai.queries.positions.page import positions_card
from renmai.store.book import decisions, this_book


def settings_card(viewer: Viewer, *, today: date) -> SettingsCard:
    """Return what stands in Settings now."""
    owner = this_book.owner(viewer.owner_id)
    return SettingsCard(
        name=owner.name,
        language=owner.language,
        time_zone=owner.time_zone,
        region=owner.region,
        mine=tuple(
            DecisionCard(id=each.pk, kind=each.kind, decided_at=each.decided_at, text=each.anchor)
            for each in decisions.standing(viewer.owner_id, "me")
        ),
        positions=positions_card(viewer, None, today=today),
    )
