"""The JSON of asks and favours: the check before an ask, past asks, the ledger."""

from typing import Any

from renmai.domain.asks.check import Step
from renmai.domain.asks.ledger import Favour, LedgerRow
from renmai.queries.asks.cards import AskCard, AsksCard, BetterPerson, PastAsk
from renmai.queries.asks.ledger_cards import LedgerCard, LedgersCard
from renmai.shapes.book import iso, reason, reasons


def ask_shape(card: AskCard) -> dict[str, Any]:
    """`{verdict, until, reasons: [{code, numbers, sentence}], better_people: [{id, name, offer, verdict}],
    give_first: [{on, code, numbers, sentence}]}`

    `verdict` is go, wait or better_not; `until` the day a wait ends, null where none can be named; `reasons`
    every finding, the strictest first; `better_people` who else has what is asked for and would be lighter to
    ask; `give_first` what to do before asking, and on which day.
    """
    return {
        "verdict": str(card.verdict),
        "until": iso(card.until),
        "reasons": reasons(each.because for each in card.findings),
        "better_people": [_better(each) for each in card.better_people],
        "give_first": [_step(each) for each in card.steps if not each.is_the_ask],
    }


def noted_ask_shape(decision_id: int, card: AskCard) -> dict[str, Any]:
    """`{decision_id, verdict}`, the verdict being the one on which it is asked."""
    return {"decision_id": decision_id, "verdict": str(card.verdict)}


def asks_shape(card: AsksCard) -> dict[str, Any]:
    """`{asks: [{id, person_id, name, on, what, size, why_them, verdict, because, outcome, ended_on,
    is_over}], wishes: [{id, person_id, name, what, size, why_them, until}], basis}`

    `outcome` is granted, declined, ignored or null; `is_over` says that an answer is no longer likely.
    """
    return {
        "asks": [_past(each) for each in card.asks],
        "wishes": [
            {
                "id": int(each.wish.key),
                "person_id": each.person_id,
                "name": each.name,
                "what": each.wish.what,
                "size": each.wish.size,
                "why_them": each.wish.why_them,
                "until": iso(each.wish.until),
            }
            for each in card.wishes
        ],
        "basis": reason(card.basis),
    }


def _past(past: PastAsk) -> dict[str, Any]:
    return {
        "id": past.id,
        "person_id": past.person_id,
        "name": past.name,
        "on": iso(past.ask.on),
        "what": past.ask.what,
        "size": past.ask.size,
        "why_them": past.ask.why_them,
        "verdict": past.ask.verdict,
        "because": past.ask.because,
        "outcome": past.ask.outcome or None,
        "ended_on": iso(past.ask.ended_on),
        "is_over": past.is_over,
    }


def _better(person: BetterPerson) -> dict[str, Any]:
    return {"id": person.id, "name": person.name, "offer": person.offer, "verdict": person.verdict}


def _step(step: Step) -> dict[str, Any]:
    return {"on": iso(step.on), **reason(step.because)}


def favour_shape(card: LedgerCard) -> dict[str, Any]:
    """`{person_id, name, given, received, net, spread, is_even, because: [{code, numbers, sentence}], rows:
    [{id, on, side, what, size, amount, is_gift, is_thanked, is_ask, points, left}], thanks_owed: [id]}`

    Points: a small favour is 1, a middle one 3, a large one 6; `left` is what is left of it today, half after
    two years. `net` above zero is what they owe you, `spread` one standard deviation of it, `is_even` where
    nobody can say who owes whom. `side` is given or received; `is_ask` an ask that was granted; `amount` as
    in `200 CNY`, empty where none was noted. It informs; nothing is sent to anybody.
    """
    return {
        "person_id": card.person_id,
        "name": card.name,
        **_balance(card),
        "is_even": card.balance.is_even,
        "because": reasons([card.said]),
        "rows": [_ledger_row(row) for row in card.balance.rows],
        "thanks_owed": [int(each.key) for each in card.unthanked],
    }


def favours_shape(card: LedgersCard) -> dict[str, Any]:
    """`{owing, owed, even: [{person_id, name, net, spread, because}], thanks_owed: [{id, person_id, name,
    what, on}]}`
    """
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
        "because": reasons([card.said]),
    }


def _balance(card: LedgerCard) -> dict[str, float]:
    balance = card.balance
    known = {"given": balance.given, "received": balance.received, "net": balance.net}
    return {name: round(value, 2) for name, value in {**known, "spread": balance.spread}.items()}


def _ledger_row(row: LedgerRow) -> dict[str, Any]:
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
