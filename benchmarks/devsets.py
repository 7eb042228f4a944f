"""The development sets as tables of events, read where they lie; nothing of them is copied."""

import csv
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr.types import Table

from renmai.engine import backend
from renmai.engine.profile import checked_events, profile_of, sound_events
from renmai.engine.tables import Profile

ROOT = Path(__file__).resolve().parent.parent
MATLAB_TO_UNIX_S = 719_529 * 86_400
TYPES = {
    "sender": pa.string(),
    "recipient": pa.string(),
    "at_epoch_s": pa.int64(),
    "kind": pa.string(),
    "audience": pa.int32(),
    "act": pa.string(),
}


class DevSet(NamedTuple):
    """A set as somebody sees it: its events, whose ties are judged (None: everybody's).

    `looks` are the moments coefficients are fitted from, `cutoffs` those it is judged at. Sets of one
    `family` tell of the same people: none of them is fitted on where another is judged.
    """

    name: str
    events: pa.Table
    egos: list[str] | None
    looks: list[int]
    cutoffs: list[int]
    family: str


class Protocol(NamedTuple):
    """How the bars judge a set: the cut-off's day from the first event, and how many days follow."""

    name: str
    cutoff_day: int
    horizon_days: int


PROTOCOLS = (Protocol("collegemsg", 90, 30), Protocol("enron156", 900, 90))


def data() -> Path:
    """Return where the development data lie."""
    folder = Path(os.environ.get("RENMAI_DEVDATA") or ROOT.parent / "shared" / "data")
    if not (folder / "events").is_dir():
        raise SystemExit(f"there are no development data in {folder}; set RENMAI_DEVDATA")
    return folder


def sets() -> Mapping[str, DevSet]:
    """Return every set of bare events by its name."""
    return {dev.name: dev for dev in (collegemsg(), enron156(), reality("call"), reality("text"))}


def first_of(dev: DevSet) -> int:
    """Return the moment of a set's first event."""
    return int(pc.min(dev.events["at_epoch_s"]).as_py())


class Opened(NamedTuple):
    """A set opened in an engine."""

    connection: Any
    events: Table
    profile: Profile


@contextmanager
def opened(dev: DevSet) -> Iterator[Opened]:
    """Lay a set open, its bad rows left out."""
    connection = backend.connect()
    events = checked_events(connection, dev.events)
    yield Opened(connection, sound_events(connection, events), profile_of(connection, events))
    connection.disconnect()


def collegemsg() -> DevSet:
    """Return private messages of students (Panzarasa, Opsahl and Carley, 2009)."""
    path = data() / "events" / "collegemsg" / "CollegeMsg.txt"
    rows = (line.split() for line in path.open(encoding="ascii"))
    events = _table((row[0], row[1], int(row[2]), "message", 1, None) for row in rows)
    looks, cutoffs = _days_after_first(events, 30, 60, 90), _days_after_first(events, 75, 90, 120, 150)
    return DevSet("collegemsg", events, None, looks, cutoffs, "collegemsg")


def enron156() -> DevSet:
    """Return mail among 156 employees (Perry and Wolfe, 2011)."""
    place = data() / "events" / "enron156"
    sent = {row[0]: (row[-1], int(row[2])) for row in _rows(place / "messages.tsv")}
    received: dict[str, list[str]] = {}
    for message, _number, recipient in _rows(place / "recipients.tsv"):
        if recipient not in received.setdefault(message, []):
            received[message].append(recipient)
    events = _table(
        (sent[act][0], person, sent[act][1], "mail", len(people), act)
        for act, people in received.items()
        for person in people
    )
    looks = _days_after_first(events, 360, 540, 720, 900)
    cutoffs = _days_after_first(events, 600, 750, 900, 1000)
    return DevSet("enron156", events, None, looks, cutoffs, "enron156")


def reality(medium: str) -> DevSet:
    """Return calls or texts of observed phones (Eagle and Pentland, 2006); only the observed are egos."""
    place = data() / "events" / "reality" / f"{medium}-Reality"
    rows = (line.split() for line in (place / f"{medium}-Reality.txt").open(encoding="ascii"))
    kind = "call" if medium == "call" else "message"
    events = _table((row[0], row[1], int(float(row[2])) - MATLAB_TO_UNIX_S, kind, 1, None) for row in rows)
    egos = (place / f"core-{medium}-Reality.txt").read_text("ascii").split()
    looks = starts(date(2004, 11, 15), date(2004, 12, 20), date(2005, 1, 25))
    return DevSet(f"reality-{medium}", events, egos, looks, looks, "reality")


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="latin-1", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _table(rows: Iterator[tuple[object, ...]]) -> pa.Table:
    kept = [row for row in rows if row[0] != row[1]]
    columns = zip(*kept, strict=True)
    return pa.table({name: pa.array(c, kind) for (name, kind), c in zip(TYPES.items(), columns, strict=True)})


def _days_after_first(events: pa.Table, *days: int) -> list[int]:
    first = int(pc.min(events["at_epoch_s"]).as_py())
    return [first + day * 86_400 for day in days]


def starts(*days: date) -> list[int]:
    """Return the first second of days, UTC."""
    return [int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) for day in days]
