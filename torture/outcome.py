"""What came of an attack: how often it was tried, what was lost, what was seen beside it."""

from dataclasses import dataclass, field
from random import Random


@dataclass(slots=True)
class Outcome:
    """The count of one promise; `note` says what the attempts were made of."""

    attempts: int = 0
    losses: list[str] = field(default_factory=list)
    note: str = ""
    rows: list[list[str]] = field(default_factory=list)
    """A table of its own, where the attempts are of many kinds: number, kind, attempts, losses."""

    def tried(self, name: str, wrong: str = "", *, times: int = 1) -> None:
        """Count an attempt; whatever `wrong` says is a loss."""
        self.attempts += times
        if wrong:
            self.losses.append(f"{name}: {wrong}")

    def add(self, other: "Outcome") -> None:
        """Count what another attack found, too."""
        self.attempts += other.attempts
        self.losses += other.losses


def times(number: int, share: float, chance: Random, *, least: int = 0) -> int:
    """Return how often to try what a whole run tries `number` times; chance decides of the rest of one."""
    return max(least, int(number * share + chance.random() * (share < 1)))
