"""Turns: what one side says in a chat without a longer pause is one act (CAPTURE §2: turns, not bubbles)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

PAUSE_S = 600
"""After so long the same speaker begins a new turn: one side's run within minutes is one act."""
SILENCE_S = 6 * 3600
"""After so long a turn answers nothing any more: a new conversation begins."""
MOST_MESSAGES = 500
"""Of one turn; more begin another."""


class Message(NamedTuple):
    """One message: who sent it, at which second of the chat's own clock, and what is kept of it."""

    speaker: str
    at_s: int
    kept: dict[str, object]


@dataclass(slots=True)
class Turn:
    """What one side says without a longer pause, as it is put together; `place` is where it begins.

    `lines` holds, beside each message, the lines of text that came behind it.
    """

    speaker: str
    place: int
    began_s: int
    last_s: int
    messages: list[dict[str, object]] = field(default_factory=list)
    lines: list[list[str]] = field(default_factory=list)


class ChatTurns:
    """Puts the messages of one chat together to turns, in the order in which they come."""

    def __init__(self) -> None:
        self._open: Turn | None = None

    def take(self, message: Message, place: int) -> Iterator[Turn]:
        """Add a message; yield the turn that ends with it."""
        turn = self._open
        goes_on = (
            turn is not None
            and turn.speaker == message.speaker
            and 0 <= message.at_s - turn.last_s <= PAUSE_S
            and len(turn.messages) < MOST_MESSAGES
        )
        if not goes_on or turn is None:
            yield from self.rest()
            turn = self._open = Turn(message.speaker, place, message.at_s, message.at_s)
        turn.last_s = message.at_s
        turn.messages.append(message.kept)
        turn.lines.append([])

    def add(self, line: str) -> None:
        """Add a line of text to the message that is open, if one is."""
        if self._open is not None:
            self._open.lines[-1].append(line)

    def rest(self) -> Iterator[Turn]:
        """Yield the turn that is open, if one is."""
        turn, self._open = self._open, None
        if turn is not None:
            yield turn


class Answers:
    """Tells which turn of the other side a turn answers in a chat between two."""

    def __init__(self) -> None:
        self._before: tuple[str, str, int] | None = None

    def to(self, turn: Turn, external_id: str) -> str:
        """Return the id of the turn that this one answers, empty where it answers none; remember this one."""
        before, self._before = self._before, (external_id, turn.speaker, turn.last_s)
        if before is None or before[1] == turn.speaker:
            return ""
        return before[0] if 0 <= turn.began_s - before[2] < SILENCE_S else ""


class Distinct:
    """Gives the same id a number where it stands for the second time."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    def __call__(self, known_by: str) -> str:
        self._times[known_by] += 1
        again = self._times[known_by]
        return known_by if again == 1 else f"{known_by}-{again}"

    def clear(self) -> None:
        """Forget all ids: what comes now cannot bear one that has been."""
        self._times.clear()
