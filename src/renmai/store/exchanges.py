"""Favours both ways and asks with their endings, as the owner noted them (V6, V7)."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from renmai.domain.asks import Ask
from renmai.domain.exchanges import Favour
from renmai.store.notes import Note, notes

FAVOUR, THANKED = "favour", "thanked"
ASK, ASK_ENDED = "ask", "ask_ended"


class Exchanges(NamedTuple):
    """The ledger of one person: favours and asks, oldest first."""

    favours: tuple[Favour, ...]
    asks: tuple[Ask, ...]


def exchanges(owner_id: int, *, until: date) -> Mapping[int, Exchanges]:
    """Return the ledger of everybody with whom there is one, by person id."""
    favours: dict[int, list[Favour]] = {}
    asks: dict[int, list[Ask]] = {}
    for each in notes(owner_id, [FAVOUR, ASK], [THANKED, ASK_ENDED], until=until):
        if each.person_id is None:
            continue
        if each.kind == FAVOUR:
            favours.setdefault(each.person_id, []).append(_favour(each))
        else:
            asks.setdefault(each.person_id, []).append(_ask(each))
    return {
        person_id: Exchanges(tuple(favours.get(person_id, ())), tuple(asks.get(person_id, ())))
        for person_id in favours.keys() | asks.keys()
    }


def endings(owner_id: int, *, until: date) -> list[tuple[str, str]]:
    """Return the verdict each ended ask was made on, and how it ended, oldest first."""
    return [
        (each.payload["verdict"], each.changes[-1][1]["outcome"])
        for each in notes(owner_id, [ASK], [ASK_ENDED], until=until)
        if each.changes and each.payload.get("verdict")
    ]


def _favour(note: Note) -> Favour:
    payload = note.payload
    return Favour(
        key=note.key,
        on=note.on,
        is_from_me=payload["is_from_me"],
        size=payload["size"],
        what=payload["what"],
        is_gift=bool(payload.get("is_gift")),
        amount=payload.get("amount", ""),
        is_thanked=any(kind == THANKED for kind, _, _ in note.changes),
    )


def _ask(note: Note) -> Ask:
    payload, ended = note.payload, note.changes[-1:]
    return Ask(
        key=note.key,
        on=note.on,
        what=payload["what"],
        size=payload["size"],
        why_them=payload.get("why_them", ""),
        outcome=ended[0][1]["outcome"] if ended else "",
        ended_on=ended[0][2] if ended else None,
    )
