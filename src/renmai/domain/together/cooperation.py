"""Cooperation (V8): from an idea to its review, what each side gains, and what would close the door.

A proposal answers *their* need: the 88 pages that won a customer after ten refusals were about his students,
not about the seller (S2). A cooperation with nothing in it for the other side, or one that uses them up, is
said to be so before it begins.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from renmai.domain.book.because import Because


class Stage(StrEnum):
    """How far a cooperation is, in its order; `dropped` ends it from anywhere."""

    IDEA = "idea"
    PROPOSAL = "proposal"
    AGREED = "agreed"
    RUNNING = "running"
    DONE = "done"
    REVIEWED = "reviewed"
    DROPPED = "dropped"


BEFORE_AGREEMENT = frozenset({Stage.IDEA, Stage.PROPOSAL})
"""Stages in which it can still be proposed in vain."""
ORDER = (Stage.IDEA, Stage.PROPOSAL, Stage.AGREED, Stage.RUNNING, Stage.DONE, Stage.REVIEWED)
OPEN = ORDER[:-2]
FINISHED = (Stage.DONE, Stage.REVIEWED)
MEANT = ORDER[1:-1]
"""From the proposal until it is looked back on, its terms can still be mended, or learnt from."""
THIN_MARGIN_PERCENT = 5
"""Less left to the other side, and they will not want a next one."""
OFTEN_IN_VAIN = 3
"""So often in vain, and it is the proposal that has to change, not the tone in which it is made (S2)."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of a cooperation: to which stage, on which day; `is_attempt` where it was proposed in vain."""

    stage: str
    on: date
    is_attempt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation:
    """Something done together with one person, maybe with others beside.

    `my_gain` and `their_gain` are in the owner's words; `margin_percent` is what is left to the other side;
    `need` the need of theirs it answers; `is_exclusive` where its terms keep them from working with others;
    `next_idea` what the next one could be; `next_step` what the owner does next, on `due_on`; `attempts` how
    often it was proposed in vain; `milestones` every step it took, oldest first.
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
    others: str = ""
    is_exclusive: bool = False
    next_idea: str = ""
    next_step: str = ""
    due_on: date | None = None
    moved_on: date | None = None
    attempts: int = 0
    milestones: tuple[Milestone, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done before it can be looked back on."""
        return self.stage in OPEN

    @property
    def is_finished(self) -> bool:
        """Tell whether it was carried through; such a one moves the tie (T7)."""
        return self.stage in FINISHED

    @property
    def step_basis(self) -> str:
        """Return what Today's reminder of the next step rests on: another step or day is another reminder."""
        return f"cooperation {self.key} {self.due_on} {self.next_step}"

    @property
    def finished_on(self) -> date | None:
        """The day it was carried through, None while it is not."""
        if not self.is_finished:
            return None
        return next(
            (each.on for each in reversed(self.milestones) if each.stage == Stage.DONE), self.moved_on
        )

    @property
    def ran(self) -> tuple[date, date | None] | None:
        """The days between which it was worked on, the last None while it lasts; None if it never was."""
        worked = [each.on for each in self.milestones if each.stage in (Stage.AGREED, Stage.RUNNING)]
        ended_on = self.finished_on if self.is_finished else None
        if self.stage in (Stage.AGREED, Stage.RUNNING):
            return min(worked, default=self.began_on), None
        return None if ended_on is None else (min([*worked, ended_on]), ended_on)


def may_follow(one: str, other: str) -> bool:
    """Tell whether a cooperation may go from one stage to another: forward by any step, back, or dropped.

    What was reviewed stays reviewed, and what was dropped can only be taken up as an idea again.
    """
    if one == other or one == Stage.REVIEWED:
        return False
    return other == Stage.IDEA if one == Stage.DROPPED else True


def following(stage: str) -> tuple[Stage, ...]:
    """Return where a cooperation may go from a stage: the next one first, then the others in their order."""
    known = [each for each in Stage if may_follow(stage, each)]
    ahead = [each for each in known if each in ORDER and _place(each) > _place(stage)]
    return tuple(dict.fromkeys([*ahead, *known]))


def flags(cooperation: Cooperation) -> tuple[Because, ...]:
    """Return what is to be thought of before it goes on, the gravest first.

    One-sided, door-closing, thin, answering no need, leading to no next one.
    """
    return tuple(_flags(cooperation)) if cooperation.stage in (Stage.IDEA, *MEANT) else ()


def _flags(cooperation: Cooperation) -> Iterator[Because]:
    is_meant = cooperation.stage in MEANT
    title = cooperation.title
    if is_meant and not cooperation.their_gain.strip():
        yield Because("coop_one_sided", {"title": title})
    if cooperation.is_exclusive:
        yield Because("coop_exclusive", {"title": title})
    margin = cooperation.margin_percent
    if margin is not None and margin < THIN_MARGIN_PERCENT:
        yield Because("coop_no_margin" if margin <= 0 else "coop_thin_margin", {"percent": round(margin)})
    if cooperation.stage == Stage.PROPOSAL and not cooperation.need.strip():
        if cooperation.attempts >= OFTEN_IN_VAIN:
            yield Because("coop_in_vain_without_need", {"vain_times": cooperation.attempts})
        else:
            yield Because("coop_answers_no_need", {"title": title})
    if cooperation.stage == Stage.DONE and not cooperation.next_idea.strip():
        yield Because("coop_no_next", {"title": title})


def _place(stage: str) -> int:
    return ORDER.index(Stage(stage)) if stage in ORDER else len(ORDER)
