"""A tie joins the owner and one person: its class, its state and its figures (T1 to T5)."""

from dataclasses import dataclass
from enum import StrEnum

from renmai.domain.basis import BasisEvidence
from renmai.domain.because import Because


class TieClass(StrEnum):
    """What the evidence says the tie is (T2)."""

    PSEUDO = "pseudo"
    WEAK = "weak"
    STRONG = "strong"


class TieState(StrEnum):
    """How alive the tie is, judged by this pair's own rhythm (T5)."""

    ACTIVE = "active"
    COOLING = "cooling"
    DORMANT = "dormant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The figures of one tie as of one moment.

    `strength` 0 to 1: probability that both sides reach out within the horizon (T3); `strength_before` the
    same 90 days earlier. `reciprocity` 0 to 1: the lesser direction over the greater. `standing` 0 to 1
    (T4). Counts of acts are of evidence only (mass and automatic ones apart). Moments are whole epoch
    seconds, null where nothing happened. `rhythm_days` is the pair's usual gap between contact days.
    """

    person_id: int
    strength: float
    strength_before: float | None
    tie_class: str
    state: str
    reciprocity: float
    standing: float | None
    acts_out: int
    acts_in: int
    days_active: int
    first_at_epoch_s: int | None
    last_out_epoch_s: int | None
    last_in_epoch_s: int | None
    rhythm_days: float | None
    because: tuple[Because, ...] = ()
    basis: BasisEvidence | None = None

    @property
    def last_at_epoch_s(self) -> int | None:
        """The latest contact in either direction, whatever the order in which traces came in."""
        known = [at for at in (self.last_out_epoch_s, self.last_in_epoch_s) if at is not None]
        return max(known, default=None)
