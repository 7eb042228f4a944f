"""Settings: what the owner may set, and which addresses they called their own."""

from renmai.domain.owners import Viewer
from renmai.queries.cards import DecisionCard, SettingsCard
from renmai.store import book, decisions


def settings(viewer: Viewer) -> SettingsCard:
    """Return what stands in Settings now."""
    owner = book.owner(viewer.owner_id)
    return SettingsCard(
        name=owner.name,
        language=owner.language,
        time_zone=owner.time_zone,
        region=owner.region,
        mine=tuple(
            DecisionCard(id=each.pk, kind=each.kind, decided_at=each.decided_at, text=each.anchor)
            for each in decisions.standing(viewer.owner_id, "me")
        ),
    )
