"""An acquaintance: two of the owner's people who, by what the owner could see, know each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Two person ids, the lower first, with the probability (0 to 1) that they have a tie of their own."""

    a: int
    b: int
    probability: float
