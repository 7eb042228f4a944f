"""The frozen cards of the owner's decisions."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """A decision the owner made and may undo."""

    id: int
    kind: str
    decided_at: datetime
    text: str
