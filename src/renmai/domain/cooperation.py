"""Cooperation (V8): from an idea to its review, what each side gains, and what would close the door.

A proposal answers *their* need: the 88 pages that won a customer after ten refusals were about his students,
not about the seller (S2). A cooperation with nothing in it for the other side, or one that uses them up, is
said to be so before it begins.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from renmai.domain.because import Because


class Stage(StrEnum):
    """How far a cooperation is, in its order; `dropped` ends it from anywhere."""

    IDEA = "idea"
    PROPOSAL = "proposal"
    AGREED = "agreed"
    RUNNING = "running"
    DONE = "done"
    REVIEWED = "reviewed"
    DROPPED = "dropped"


ORDER = (Stage.IDEA, Stage.PROPOSAL, Stage.AGREED, Stage.RUNNING, Stage.DONE, Stage.REVIEWED)
OPEN = ORDER[:-2]
FINISHED = (Stage.DONE, Stage.REVIEWED)
THIN_MARGIN_PERCENT = 5
"""Less left to the other side, and they will not want a next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation:
    """Something done together with one person.

    `my_gain` and `their_gain` are in the owner's words; `margin_percent` is what is left to the other side;
    `need` the need of theirs it answers; `is_exclusive` where its terms keep them from working with others;
    `next_idea` what the next one could be; `due_on` the day of the next step; `attempts` how often it was
    proposed in vain.
    """

    key: str
    person_id: int | None
    title: str
    stage: str
    began_on: date
    my_gain: str = ""
    their_gain: str = ""
    margin_percent: float | None = None
    need: str = ""
    is_exclusive: bool = False
    next_idea: str = ""
    due_on: date | None = None
    moved_on: date | None = None
    attempts: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done before it can be looked back on."""
        return self.stage in OPEN

    @property
    def is_finished(self) -> bool:
        """Tell whether it was carried through; such a one moves the tie (T7)."""
        return self.stage in FINISHED


def may_follow(one: str, other: str) -> bool:
    """Tell whether a cooperation may go from one stage to another: forward by any step, back, or dropped.

    What was reviewed stays reviewed, and what was dropped can only be taken up as an idea again.
    """
    if one == other or one == Stage.REVIEWED:
        return False
    return other == Stage.IDEA if one == Stage.DROPPED else True


def flags(cooperation: Cooperation) -> tuple[Because, ...]:
    """Return what is to be thought of before it goes on: one-sided, thin, door-closing, answering no need."""
    return tuple(_flags(cooperation))


def _flags(cooperation: Cooperation) -> Iterator[Because]:
    is_meant = cooperation.stage != Stage.IDEA
    if is_meant and not cooperation.their_gain.strip():
        yield Because("coop_one_sided", {"title": cooperation.title})
    if is_meant and not cooperation.need.strip() and cooperation.stage == Stage.PROPOSAL:
        yield Because("coop_answers_no_need", {"title": cooperation.title})
    if cooperation.margin_percent is not None and cooperation.margin_percent < THIN_MARGIN_PERCENT:
        yield Because(
            "coop_thin_margin", {"title": cooperation.title, "percent": round(cooperation.margin_percent)}
        )
    if cooperation.is_exclusive:
        yield Because("coop_exclusive", {"title": cooperation.title})
    if cooperation.stage == Stage.DONE and not cooperation.next_idea.strip():
        yield Because("coop_no_next", {"title": cooperation.title})
