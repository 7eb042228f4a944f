"""An acquaintance: two of the owner's people who, by what the owner could see, know each other."""

from dataclasses import dataclass

MOST_AUDIENCE = 100
"""What goes to more shows nobody together, and its pairs would grow with the square of the audience."""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Two person ids, the lower first, with the probability (0 to 1) that they have a tie of their own."""

    a: int
    b: int
    probability: float
