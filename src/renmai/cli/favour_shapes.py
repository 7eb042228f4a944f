"""The JSON of `renmai favour`; each docstring is what docs/cli.md says of that shape."""

from typing import Any

from renmai.cli.printing import reasons_as_json
from renmai.cli.shapes import iso
from renmai.domain.asks.ledger import Favour, LedgerRow
from renmai.queries.asks.ledger_cards import LedgerCard, LedgersCard


def favour(card: LedgerCard) -> dict[str, Any]:
    """`{person_id, name, given, received, net, spread, is_even, because: [{code, numbers, sentence}], rows:
    [{id, on, side, what, size, amount, is_gift, is_thanked, is_ask, points, left}], thanks_owed: [id]}`

    Points: a small favour is 1, a middle one 3, a large one 6; `left` is what is left of it today, half after
    two years. `net` above zero is what they owe you, `spread` one standard deviation of it, `is_even` where
    nobody can say who owes whom. `side` is given or received; `is_ask` an ask that was granted; `amount` as
    in `200 CNY`, empty where none was noted. It informs; nothing is sent to anybody.

    Without PERSON it prints `{owing, owed, even, thanks_owed}`, each a list of
    `{person_id, name, net, spread, because}`, of `thanks_owed` `{id, person_id, name, what, on}`. With
    `--gave`, `--got`, `--thanked` and `--drop` it prints `{decision_id}`, null where nothing new was said.
    """
    return {
        "person_id": card.person_id,
        "name": card.name,
        **_figures(card),
        "is_even": card.balance.is_even,
        "because": reasons_as_json([card.said]),
        "rows": [_row(row) for row in card.balance.rows],
        "thanks_owed": [int(each.key) for each in card.unthanked],
    }


def favours(card: LedgersCard) -> dict[str, Any]:
    """Return every ledger in short."""
    return {
        "owing": [_short(each) for each in card.owing],
        "owed": [_short(each) for each in card.owed],
        "even": [_short(each) for each in card.even],
        "thanks_owed": [
            {
                "id": int(favour.key),
                "person_id": each.person_id,
                "name": each.name,
                "what": favour.what,
                "on": iso(favour.on),
            }
            for each in card.unthanked
            for favour in each.unthanked
        ],
    }


def side_of(favour: Favour) -> str:
    """Return from which side a favour came, by a word."""
    return "given" if favour.is_from_me else "received"


def _short(card: LedgerCard) -> dict[str, Any]:
    return {
        "person_id": card.person_id,
        "name": card.name,
        "net": round(card.balance.net, 2),
        "spread": round(card.balance.spread, 2),
        "because": reasons_as_json([card.said]),
    }


def _figures(card: LedgerCard) -> dict[str, float]:
    balance = card.balance
    known = {"given": balance.given, "received": balance.received, "net": balance.net}
    return {name: round(value, 2) for name, value in {**known, "spread": balance.spread}.items()}


def _row(row: LedgerRow) -> dict[str, Any]:
    favour = row.favour
    return {
        "id": int(favour.key),
        "on": iso(favour.on),
        "side": side_of(favour),
        "what": favour.what,
        "size": favour.size,
        "amount": favour.amount,
        "is_gift": favour.is_gift,
        "is_thanked": favour.is_thanked,
        "is_ask": favour.of_ask,
        "points": row.points,
        "left": round(row.left, 2),
    }
