"""The ledger: favours both ways with one person, or with everybody (V6)."""

from collections.abc import Iterable, Sequence
from datetime import date

from renmai.domain.asks.ledger import Balance, Favour, balance, thanks_owed
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.queries.asks.ledger_cards import LedgerCard, LedgersCard
from renmai.queries.asks.situations import refusal_of
from renmai.store.asks.ledger import NO_EXCHANGES, exchanges
from renmai.store.people.people import names_of


def ledger(viewer: Viewer, person_id: int, *, today: date) -> LedgerCard:
    """Return the ledger with one person as of a day.

    :raises NotThere: where the book holds nobody of that id who could owe or be owed.
    """
    name = names_of(viewer.owner_id, [person_id], is_person_only=True).get(person_id)
    if name is None:
        raise refusal_of(viewer.owner_id, person_id)
    found = exchanges(viewer.owner_id, until=today, person_ids=[person_id]).get(person_id, NO_EXCHANGES)
    return ledger_card(person_id, name, found.favours, today=today)


def ledgers(viewer: Viewer, *, today: date) -> LedgersCard:
    """Return every ledger in which something is left to speak of, or thanks are owed, as of a day."""
    found = exchanges(viewer.owner_id, until=today)
    names = names_of(viewer.owner_id, found, is_person_only=True)
    cards = [
        ledger_card(person_id, name, found[person_id].favours, today=today)
        for person_id, name in names.items()
        if found[person_id].favours
    ]
    uneven = [card for card in cards if not card.balance.is_even]
    return LedgersCard(
        owing=_largest_first(card for card in uneven if card.balance.net < 0),
        owed=_largest_first(card for card in uneven if card.balance.net > 0),
        even=tuple(sorted((card for card in cards if card.balance.is_even), key=_newest_first)),
        unthanked=tuple(
            sorted((card for card in cards if card.unthanked), key=lambda card: card.unthanked[0].on)
        ),
        most_points=max((max(card.balance.given, card.balance.received) for card in cards), default=0.0),
    )


def ledger_card(person_id: int, name: str, favours: Sequence[Favour], *, today: date) -> LedgerCard:
    """Return the ledger that some favours make."""
    account = balance(favours, today=today)
    return LedgerCard(
        person_id=person_id,
        name=name,
        balance=account,
        unthanked=thanks_owed(favours, today=today),
        said=_balance_said(account, call_name(name)),
    )


def _balance_said(account: Balance, name: str) -> Because:
    """Return the balance in words; nobody is billed."""
    numbers: dict[str, object] = {"name": name, "spread_points": account.spread}
    if not account.rows:
        return Because("ledger_empty", {"name": name})
    if account.is_even:
        return Because("ledger_even", numbers)
    if account.net < 0:
        return Because("ledger_owing", {**numbers, "points": -account.net})
    return Because("ledger_owed", {**numbers, "points": account.net})


def _largest_first(cards: Iterable[LedgerCard]) -> tuple[LedgerCard, ...]:
    return tuple(sorted(cards, key=lambda card: (-abs(card.balance.net), card.person_id)))


def _newest_first(card: LedgerCard) -> tuple[int, int]:
    return (-card.balance.rows[0].favour.on.toordinal(), card.person_id)
