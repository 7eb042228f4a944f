"""What the owner of a large invented book noted over the years: favours, answers to Today, and the rest.

Written by plain SQL, as `large_book` writes the acts, with the payloads that the actions would keep.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np

from renmai.domain.today.plan import PlanKind, key_of

SEED = 11
YEARS = 7
LIVELY = 3_000
"""Notes are of so many of those with whom most passed, at most."""
KINDS = (PlanKind.COOLING, PlanKind.REVIVE, PlanKind.NEW, PlanKind.REPLY, PlanKind.WAITING, PlanKind.GIVE)
THINGS = ("a printer", "a flat in Lisbon", "an editor", "a bookbinder", "Swedish lessons", "a beekeeper")


class Noted(NamedTuple):
    """One decision: its kind, whom it is about (None the owner), what it says, and its day."""

    kind: str
    person_id: int | None
    payload: dict[str, Any]
    on: date


def fill_notes(
    book: sqlite3.Connection, owner_id: int, *, people: int, favours: int, outcomes: int, today: date
) -> None:
    """Write so many favours and answers to Today, and with them a few of every other note."""
    draw = np.random.default_rng(SEED)
    lively = min(people, LIVELY)
    few = max(1, favours // 10)
    noted = [
        *_favours(draw, lively, favours, today),
        *_outcomes(draw, lively, outcomes, today),
        *_promises(draw, lively, few, today),
        *_cooperations(draw, lively, few, today),
        *_values(draw, lively, few, today),
        *_tiers(lively, today),
        *_referrals(draw, lively, few, today),
        Noted("position", None, {"organisation": "Bench", "title": "Clerk", "source": "said"}, today),
    ]
    noted.sort(key=lambda note: note.on)
    _write(
        book,
        ((owner_id, note.kind, anchor_of(note.person_id), note.payload, note.on) for note in noted),
    )
    [last] = book.execute("SELECT MAX(id) FROM renmai_decision").fetchone()
    first = last - len(noted) + 1
    _ends(book, owner_id, {first + place: note for place, note in enumerate(noted)}, today)
    book.commit()


def anchor_of(person_id: int | None) -> str:
    """Return the text that names a person of the invented book in a decision."""
    return "me" if person_id is None else f"mailto:p{person_id}@bench.example"


def _days(draw: np.random.Generator, count: int, today: date) -> Iterator[date]:
    for ago in draw.integers(1, YEARS * 365, count).tolist():
        yield today - timedelta(days=ago)


def _people(draw: np.random.Generator, lively: int, count: int) -> list[int]:
    """Draw people; those with whom most passed come oftenest. The owner is person 1."""
    weight = 1.0 / np.arange(1, lively + 1) ** 0.7
    return (draw.choice(lively, size=count, p=weight / weight.sum()) + 2).tolist()


def _favours(draw: np.random.Generator, lively: int, count: int, today: date) -> Iterator[Noted]:
    sizes = draw.choice(["small", "middle", "large"], count, p=[0.6, 0.3, 0.1]).tolist()
    mine = draw.random(count) < 0.5
    thanked = draw.random(count) < 0.97
    rows = zip(_people(draw, lively, count), sizes, mine, thanked, _days(draw, count, today), strict=True)
    for person_id, size, is_from_me, is_thanked, on in rows:
        payload = {"is_from_me": bool(is_from_me), "size": size, "what": "Read a draft"}
        yield Noted("favour", person_id, payload | ({"is_thanked": True} if is_thanked else {}), on)


def _outcomes(draw: np.random.Generator, lively: int, count: int, today: date) -> Iterator[Noted]:
    said = draw.choice(["done", "later", "drop"], count, p=[0.7, 0.2, 0.1]).tolist()
    kinds = draw.choice(len(KINDS), count).tolist()
    rows = zip(_people(draw, lively, count), said, kinds, _days(draw, count, today), strict=True)
    for number, (person_id, outcome, kind, on) in enumerate(rows):
        payload = {"key": key_of(KINDS[kind], anchor_of(person_id), str(number))}
        if outcome == "later":
            payload["until"] = (on + timedelta(days=7)).isoformat()
        yield Noted(outcome, person_id, payload, on)


def _promises(draw: np.random.Generator, lively: int, count: int, today: date) -> Iterator[Noted]:
    for person_id, on in zip(_people(draw, lively, count), _days(draw, count, today), strict=True):
        due_on = (on + timedelta(days=30)).isoformat()
        yield Noted("promise", person_id, {"what": "Send the photographs", "due_on": due_on}, on)


def _cooperations(draw: np.random.Generator, lively: int, count: int, today: date) -> Iterator[Noted]:
    for person_id, on in zip(_people(draw, lively, count), _days(draw, count, today), strict=True):
        yield Noted("cooperation", person_id, {"title": "A translation", "stage": "proposal"}, on)


def _values(draw: np.random.Generator, lively: int, count: int, today: date) -> Iterator[Noted]:
    things = draw.choice(len(THINGS), count).tolist()
    rows = zip(_people(draw, lively, count), things, _days(draw, count, today), strict=True)
    for number, (person_id, thing, on) in enumerate(rows):
        whose = None if number % 30 == 0 else person_id
        side = "offer" if number % 2 == 0 else "need"
        said = {"side": side, "text": THINGS[thing], "origin": "said", "importance": "middle"}
        yield Noted("value", whose, said, on)


def _tiers(lively: int, today: date) -> Iterator[Noted]:
    for place in range(min(lively, 150)):
        tier = 5 if place < 5 else 50 if place < 50 else 100
        yield Noted("tier", place + 2, {"tier": tier}, today - timedelta(days=400))


def _referrals(draw: np.random.Generator, lively: int, count: int, today: date) -> Iterator[Noted]:
    whom, through = _people(draw, lively, count), _people(draw, lively, count)
    for person_id, introducer, on in zip(whom, through, _days(draw, count, today), strict=True):
        if person_id != introducer:
            yield Noted("met", person_id, {"introducer": anchor_of(introducer), "how": ""}, on)
            yield Noted("commended", introducer, {"what": "Spoke well of me", "to_whom": ""}, on)


def _ends(book: sqlite3.Connection, owner_id: int, noted: dict[int, Noted], today: date) -> None:
    """Keep most promises and carry most cooperations through, as would have happened by now."""
    said: dict[str, tuple[str, dict[str, Any]]] = {
        "promise": ("promise_ended", {"is_kept": True}),
        "cooperation": ("cooperation_moved", {"stage": "done"}),
    }
    rows = []
    for pk, note in noted.items():
        on = note.on + timedelta(days=25)
        if note.kind in said and pk % 5 and on < today:
            kind, payload = said[note.kind]
            payload = {"of": pk, **payload}
            rows.append((owner_id, kind, anchor_of(note.person_id), payload, on))
    _write(book, rows)


def _write(book: sqlite3.Connection, rows: Iterable[tuple[int, str, str, dict[str, Any], date]]) -> None:
    """Write decisions; books of earlier programs do not keep the day of each beside it."""
    columns = {row[1] for row in book.execute("PRAGMA table_info (renmai_decision)")}
    more = (", counts_on", ", ?") if "counts_on" in columns else ("", "")
    book.executemany(
        f"INSERT INTO renmai_decision (owner_id, kind, anchor, payload, decided_at{more[0]})"
        f" VALUES (?, ?, ?, ?, ?{more[1]})",
        (
            (
                owner_id,
                kind,
                anchor,
                json.dumps({"on": on.isoformat(), "name": "", **payload}),
                f"{on} 10:00:00",
                *([on.isoformat()] if more[0] else []),
            )
            for owner_id, kind, anchor, payload, on in rows
        ),
    )
