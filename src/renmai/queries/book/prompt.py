"""A prompt: one reason to turn to somebody that the owner's own notes give, already in words."""

from typing import NamedTuple

from renmai.domain.book.because import Because


class Prompt(NamedTuple):
    """A reason to turn to somebody. `basis` names what it rests on, so that what was done stays done.

    `share` is how much of the tie's worth is at stake, `urgency` how much is lost by waiting until tomorrow,
    both 0 to 1.
    """

    person_id: int
    kind: str
    basis: str
    share: float
    urgency: float
    because: tuple[Because, ...]
    step: Because
    draft: Because | None = None
