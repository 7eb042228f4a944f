"""Real ties with what tells whose they are: basis, class, the owner's word; not what explains them."""

from collections.abc import Sequence

from renmai.domain.ties.ties import REAL_CLASSES
from renmai.domain.ties.ties import Tie as TieValue
from renmai.store.models import Tie
from renmai.store.ties.ties import weighed_of

WORDY = ("because", "months", "turns")
"""What no chance of staying rests on and need not be read for everybody."""


def strongest_with_evidence(owner_id: int, most: int) -> list[TieValue]:
    """Return so many of the weak and strong ties, the strongest first."""
    real = Tie.objects.filter(
        owner_id=owner_id, tie_class__in=REAL_CLASSES, person__is_person=True, person__is_me=False
    )
    rows = real.defer(*WORDY).order_by("-strength", "person_id")[:most]
    return [weighed_of(row) for row in rows]


def with_evidence(owner_id: int, person_ids: Sequence[int]) -> dict[int, TieValue]:
    """Return the ties with some people, real or not, by person id."""
    rows = Tie.objects.filter(person_id__in=list(person_ids), person__owner_id=owner_id)
    return {row.person_id: weighed_of(row) for row in rows.defer(*WORDY)}
