"""The terms of a cooperation as they are checked and kept, wherever they are said."""

from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import TypedDict

from renmai.actions.book.noting import day_meant, said, worded
from renmai.domain.book.refusals import Refused
from renmai.domain.together.cooperation import Stage

FARTHEST_PERCENT = 100


class CooperationTerms(TypedDict, total=False):
    """What the owner may say of a cooperation; what is not named stays as it was.

    `margin_percent` is what is left to the other side, −100 to 100; None takes it back, as it does a day.
    """

    title: str
    my_gain: str
    their_gain: str
    need: str
    others: str
    next_idea: str
    next_step: str
    margin_percent: float | None
    is_exclusive: bool
    due_on: date | None


class NoSuchMargin(Refused):
    """What is left to the other side is no number from −100 to 100."""


class NoSuchStage(Refused):
    """A cooperation has no stage of that name."""


class NoSuchMove(Refused):
    """A cooperation cannot go from one stage to the other."""


def kept(terms: CooperationTerms) -> dict[str, object]:
    """Return the terms in the form in which a decision keeps them.

    :raises NothingSaid: if the title is said and empty
    :raises NoSuchMargin: if the margin is none
    :raises NoSuchDay: if the day lies centuries off
    """
    found: dict[str, object] = {}
    for name, value in terms.items():
        if isinstance(value, str):
            found[name] = said(value, field="title") if name == "title" else worded(value)
        elif isinstance(value, date):
            found[name] = str(day_meant(value))
        else:
            found[name] = value
    margin = terms.get("margin_percent")
    if margin is not None and not (isfinite(margin) and abs(margin) <= FARTHEST_PERCENT):
        raise NoSuchMargin("no_such_margin", text=f"{margin:g}")
    return found


def stage_meant(stage: str) -> Stage:
    """Return the stage of that name.

    :raises NoSuchStage: if there is none
    """
    if stage not in set(Stage):
        raise NoSuchStage("no_such_stage", stage=stage, stages=", ".join(Stage))
    return Stage(stage)


def new(terms: Mapping[str, object], known: Mapping[str, object]) -> dict[str, object]:
    """Return of the terms what is not known yet."""
    return {name: value for name, value in terms.items() if known.get(name) != value}
