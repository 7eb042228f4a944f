"""The frozen cards of the ledger."""

from dataclasses import dataclass

from renmai.domain.asks.ledger import Balance, Favour
from renmai.domain.book.because import Because


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCard:
    """The ledger with one person: the balance with its rows, and the favours thanks are owed for (V6).

    `said` is the balance in words; it informs, and is sent to nobody.
    """

    person_id: int
    name: str
    balance: Balance
    unthanked: tuple[Favour, ...]
    said: Because

    @property
    def given(self) -> tuple[Favour, ...]:
        """Favours from me, newest first."""
        return tuple(row.favour for row in self.balance.rows if row.favour.is_from_me)

    @property
    def received(self) -> tuple[Favour, ...]:
        """Favours from them, newest first."""
        return tuple(row.favour for row in self.balance.rows if not row.favour.is_from_me)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgersCard:
    """Every ledger: whom I owe most first, who owes me most first, about even, and the thanks owed.

    `most_points` is the most that is left on one side of one ledger, so that all may be drawn on one scale.
    """

    owing: tuple[LedgerCard, ...]
    owed: tuple[LedgerCard, ...]
    even: tuple[LedgerCard, ...]
    unthanked: tuple[LedgerCard, ...]
    most_points: float
