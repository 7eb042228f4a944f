"""The JSON of `renmai ask`; each docstring is what docs/cli.md says of that shape."""

from typing import Any

from renmai.cli.printing import reasons_as_json
from renmai.cli.shapes import iso
from renmai.domain.asks.check import Step
from renmai.queries.asks.cards import AskCard, AsksCard, BetterPerson, PastAsk


def ask(card: AskCard) -> dict[str, Any]:
    """`{verdict, until, reasons: [{code, numbers, sentence}], better_people: [{id, name, offer, verdict}],
    give_first: [{on, code, numbers, sentence}]}`

    `verdict` is go, wait or better_not; `until` the day a wait ends, null where none can be named; `reasons`
    every finding, the strictest first; `better_people` who else has what is asked for and would be lighter to
    ask; `give_first` what to do before asking, and on which day.

    With `--record` it prints `{decision_id, verdict}`; with `--until`, `--granted`, `--declined`, `--ignored`
    and `--drop` `{decision_id}`, null where nothing new was said. Without WHAT it judges the moment; without
    PERSON it prints `{asks: [{id, person_id, name, on, what, size, why_them, verdict, because,
    outcome, ended_on, is_over}], wishes: [{id, person_id, name, what, size, why_them, until}], basis}`, where
    `outcome` is granted, declined, ignored or null, and `is_over` says that an answer is no longer likely.
    """
    return {
        "verdict": str(card.verdict),
        "until": iso(card.until),
        "reasons": reasons_as_json(each.because for each in card.findings),
        "better_people": [_better(each) for each in card.better_people],
        "give_first": [_step(each) for each in card.steps if not each.is_the_ask],
    }


def asks(card: AsksCard) -> dict[str, Any]:
    """Return past asks and kept wishes."""
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
        "basis": reasons_as_json([card.basis])[0],
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
    return {"on": iso(step.on), **reasons_as_json([step.because])[0]}
