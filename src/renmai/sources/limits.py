"""What one record may cost: one that takes too long, or breaks its reader, becomes a problem at its place."""

import logging
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from renmai.domain.capture.locations import Location
from renmai.domain.capture.records import Problem, RawRecord

SECONDS_A_RECORD = 10.0
TICKS = 10
_CAN_TICK = hasattr(signal, "setitimer")
Piece = TypeVar("Piece")
logger = logging.getLogger(__name__)


class TooSlow(Exception):
    """One record took longer than any record does."""


class Place(NamedTuple):
    """Where a record stands."""

    where: Location
    at_byte: int


@dataclass(slots=True)
class _Watch:
    """What the clock looks at: which record is read, whether one is, since how many ticks it is the same."""

    record: int = 0
    is_reading: bool = False
    last_seen: int = -1
    ticks: int = 0
    seconds_to_death: float = 0


_watch = _Watch()


@contextmanager
def limited(*, seconds: float = SECONDS_A_RECORD, dies_after: float = 0) -> Iterator[None]:
    """Let no record below take more of the processor than `seconds`.

    Regular expressions look for signals while they search, so they can be broken off. What does not look ends
    the whole process after `dies_after` seconds, if that is asked for. Signals reach the main thread only:
    elsewhere, and where the system has no such clock, nothing is limited.
    """
    if not _CAN_TICK or threading.current_thread() is not threading.main_thread():
        yield
        return
    usual = signal.signal(signal.SIGVTALRM, _tick)
    _watch.seconds_to_death = dies_after
    _put_death_off()
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds / TICKS, seconds / TICKS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if dies_after:
            signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGVTALRM, usual)


def _put_death_off() -> None:
    """Let the system end this process unless this is called again in time."""
    if _watch.seconds_to_death:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, _watch.seconds_to_death)


def _tick(*_: object) -> None:
    _put_death_off()
    is_same = _watch.is_reading and _watch.record == _watch.last_seen
    _watch.ticks = _watch.ticks + 1 if is_same else 0
    _watch.last_seen = _watch.record
    if _watch.ticks >= TICKS:
        _watch.ticks = 0
        raise TooSlow


class _Reading:
    """Tells the clock that one record is being read."""

    def __enter__(self) -> None:
        _watch.record += 1
        _watch.is_reading = True

    def __exit__(self, *_: object) -> None:
        _watch.is_reading = False


reading_one = _Reading()


def one_by_one(
    source: str,
    file: str,
    pieces: Iterable[Piece],
    read: Callable[[Piece], Iterable[RawRecord | Problem]],
    place: Callable[[Piece], Place],
) -> Iterator[RawRecord | Problem]:
    """Yield what `read` makes of each piece of a file; a damaging piece costs itself only."""
    for piece in pieces:
        try:
            with reading_one:
                items = list(read(piece))
        except Exception as fault:  # noqa: BLE001 - whatever a record breaks is told, and the rest goes on
            where, at_byte = place(piece)
            items = [broken(fault, source=source, file=file, where=where, at_byte=at_byte)]
        yield from items


def broken(fault: Exception, *, source: str, file: str, where: Location, at_byte: int = 0) -> Problem:
    """Return the problem of a record that took too long or broke its reader; a fault of ours is logged."""
    numbers: dict[str, object] = {}
    if not isinstance(fault, TooSlow):
        logger.error("reading %s (%s) ended in a fault", where, source, exc_info=fault)
        numbers["fault"] = type(fault).__name__
    code = "record_broken" if numbers else "record_too_slow"
    return Problem(source=source, file=file, where=where, code=code, numbers=numbers, at_byte=at_byte)
