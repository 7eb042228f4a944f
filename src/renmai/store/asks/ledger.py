"""Favours both ways, asks with their endings and wishes to ask, as the owner noted them (V6, V7).

A granted ask is a favour received, read off the ask and not noted again: taking back that it was granted
takes the favour back with it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Q

from renmai.domain.asks.asks import Ask, Wish
from renmai.domain.asks.ledger import Favour
from renmai.domain.asks.limits import AskOutcome, Ending
from renmai.domain.today.plan import PlanKind
from renmai.store.book.decisions import StandingDecision
from renmai.store.models import Decision
from renmai.store.people.anchors import people_at
from renmai.store.people.notes import Note, note, note_of, notes
from renmai.store.people.outcomes import DoneItem, done_items

FAVOUR, THANKED = "favour", "thanked"
ASK, ASK_ENDED = "ask", "ask_ended"
WISH = "ask_wish"


class Exchanges(NamedTuple):
    """What passed with one person: favours, asks and wishes that no ask has fulfilled yet, oldest first."""

    favours: tuple[Favour, ...] = ()
    asks: tuple[Ask, ...] = ()
    wishes: tuple[Wish, ...] = ()


NO_EXCHANGES = Exchanges()


def exchanges(
    owner_id: int, *, until: date, person_ids: Sequence[int] | None = None
) -> Mapping[int, Exchanges]:
    """Return by person id what passed with everybody with whom anything did, or with some people."""
    found: dict[int, list[Note]] = {}
    kinds, changing = [FAVOUR, ASK, WISH], [THANKED, ASK_ENDED]
    for each in notes(owner_id, kinds, changing, until=until, person_ids=person_ids):
        if each.person_id is not None:
            found.setdefault(each.person_id, []).append(each)
    thanks = _thanks_on_today(owner_id, until, [pk for pk, noted in found.items() if _may_be_owed(noted)])
    return {person_id: _of(noted, thanks.get(person_id, ())) for person_id, noted in found.items()}


def _may_be_owed(noted: Sequence[Note]) -> bool:
    received = (each for each in noted if each.kind == ASK or each.payload.get("is_from_me") is False)
    return any(not _is_thanked(each, ()) for each in received)


def _thanks_on_today(owner_id: int, until: date, person_ids: Sequence[int]) -> Mapping[int, list[DoneItem]]:
    """Return by person when a thank-you of which Today reminded was called done: then thanks were said."""
    found: dict[int, list[DoneItem]] = {}
    done = done_items(owner_id, PlanKind.THANK, until=until, person_ids=person_ids) if person_ids else []
    for each in done:
        if each.person_id is not None:
            found.setdefault(each.person_id, []).append(each)
    return found


def keep_ask(owner_id: int, person_id: int, ask: Ask, *, now: datetime) -> int:
    """Keep an ask as it was made; return the decision's id, which is its key."""
    payload: dict[str, object] = {
        "what": ask.what,
        "size": ask.size,
        "verdict": ask.verdict,
        "load": ask.load,
        "owed": ask.owed,
    }
    texts = {"why_them": ask.why_them, "because": ask.because, "wish": ask.wish}
    payload |= {name: text for name, text in texts.items() if text}
    return note(owner_id, kind=ASK, person_id=person_id, payload=payload, on=ask.on, now=now)


def with_something_open(owner_id: int) -> list[int]:
    """Return with whom thanks may be owed or a wish may wait: few of those with whom anything passed."""
    not_thanked = Q(payload__is_thanked__isnull=True) | Q(payload__is_thanked=False)
    unthanked = Q(kind=FAVOUR, payload__is_from_me=False) & not_thanked
    found = Decision.objects.filter(unthanked | Q(kind__in=(ASK, WISH)), owner_id=owner_id, undone_at=None)
    anchors = set(found.values_list("anchor", flat=True))
    return sorted(set(people_at(owner_id, anchors).values()))


def endings(owner_id: int, *, until: date) -> list[Ending]:
    """Return how near each ended ask was to the shipped lines, and how it ended, oldest first."""
    asks = (_ask(each) for each in notes(owner_id, [ASK], [ASK_ENDED], until=until))
    return [Ending(each.load, each.owed, each.outcome) for each in asks if each.outcome]


def received(owner_id: int, decision: StandingDecision) -> Favour | None:
    """Return the favour received that a decision stands for, be it a granted ask; None where it is none."""
    note = note_of(owner_id, decision, [THANKED, ASK_ENDED])
    whose = list(people_at(owner_id, [decision.anchor]).values())
    thanks = [each for found in _thanks_on_today(owner_id, date.max, whose).values() for each in found]
    if note.kind == ASK:
        return _granted(note, thanks) if _outcome(note) == AskOutcome.GRANTED else None
    favour = _favour(note, thanks)
    return None if favour.is_from_me else favour


def outcome_of(owner_id: int, decision: StandingDecision) -> str:
    """Return how an ask ended by the owner's latest word, nothing while it is open."""
    return _outcome(note_of(owner_id, decision, [ASK_ENDED]))


def _of(noted: Sequence[Note], thanks: Sequence[DoneItem]) -> Exchanges:
    asks = tuple(_ask(each) for each in noted if each.kind == ASK)
    granted = [
        _granted(each, thanks) for each in noted if each.kind == ASK and _outcome(each) == AskOutcome.GRANTED
    ]
    favours = [_favour(each, thanks) for each in noted if each.kind == FAVOUR] + granted
    fulfilled = {ask.wish for ask in asks}
    return Exchanges(
        tuple(sorted(favours, key=lambda each: (each.on, each.key))),
        tuple(sorted(asks, key=lambda each: (each.on, each.key))),
        tuple(_wish(each) for each in noted if each.kind == WISH and each.key not in fulfilled),
    )


def _favour(note: Note, thanks: Sequence[DoneItem]) -> Favour:
    payload = note.payload
    return Favour(
        key=note.key,
        on=note.on,
        is_from_me=payload["is_from_me"],
        size=payload["size"],
        what=payload["what"],
        is_gift=bool(payload.get("is_gift")),
        amount=payload.get("amount", ""),
        is_thanked=_is_thanked(note, thanks),
    )


def _granted(note: Note, thanks: Sequence[DoneItem]) -> Favour:
    """Return a granted ask as the favour it is; it was received on the day it was granted."""
    _kind, _payload, ended_on = _ending(note)
    return Favour(
        key=note.key,
        on=ended_on,
        is_from_me=False,
        size=note.payload["size"],
        what=note.payload["what"],
        is_thanked=_is_thanked(note, thanks, since=ended_on),
        of_ask=True,
    )


def _ask(note: Note) -> Ask:
    payload = note.payload
    outcome = _outcome(note)
    return Ask(
        key=note.key,
        on=note.on,
        what=payload["what"],
        size=payload["size"],
        why_them=payload.get("why_them", ""),
        verdict=payload.get("verdict", ""),
        because=payload.get("because", ""),
        load=payload.get("load", 0.0),
        owed=payload.get("owed", 0.0),
        wish=payload.get("wish", ""),
        outcome=outcome,
        ended_on=_ending(note)[2] if outcome else None,
    )


def _wish(note: Note) -> Wish:
    payload = note.payload
    return Wish(
        key=note.key,
        noted_on=note.on,
        until=date.fromisoformat(payload["until"]),
        what=payload["what"],
        size=payload["size"],
        why_them=payload.get("why_them", ""),
        is_proud=payload.get("is_proud"),
    )


def _is_thanked(note: Note, thanks: Sequence[DoneItem], *, since: date | None = None) -> bool:
    """Tell whether thanks were said: with the favour, for it, or on Today for all that was owed by then.

    :param since: the day on which it was received, where that is not the day it is noted on
    """
    if note.payload.get("is_thanked") or any(kind == THANKED for kind, _, _ in note.changes):
        return True
    return any(each.decision_id > note.id and each.on > (since or note.on) for each in thanks)


def _outcome(note: Note) -> str:
    """Return how an ask ended by the owner's latest word, nothing while it is open."""
    ended = [payload["outcome"] for kind, payload, _ in note.changes if kind == ASK_ENDED]
    return ended[-1] if ended else ""


def _ending(note: Note) -> tuple[str, Mapping[str, object], date]:
    """Return the latest decision that ended an ask."""
    return [each for each in note.changes if each[0] == ASK_ENDED][-1]
