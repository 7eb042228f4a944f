"""Why a tie is what it is: each figure's reasons, as codes with the figures they rest on (T2 to T5)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from math import exp, log

from renmai.domain.book.because import Because, figure, reason_with
from renmai.domain.ties.cadence import HOUR_S
from renmai.domain.ties.ties import DENSE, LONG, REPEATED, Tie, TieClass, TieState, Turns
from renmai.queries.ties.cards import MovedCard, WhyCard

LEAST_CONTRIBUTION = 0.1
"""In log-odds: what moves a strength less is not worth a line."""
MUCH_POINTS, CLEAR_POINTS = 15, 5
RECENT_MONTHS = 3
DAILY_DAYS = 1.5
"""A shorter rhythm is called daily."""
NOTHING_SAID = Turns(
    months_two_way=0, starts_out=0, starts_in=0, turns_out=0, turns_in=0, answers_out=0, answers_in=0,
    wait_out_s=None, wait_in_s=None, solo_in=0,
)  # fmt: skip
Numbers = Mapping[str, object]
Months = Sequence[Sequence[int]]


def why(
    tie: Tie, *, name: str, today: date, first_on: date | None, last_on: date | None, months: Months
) -> WhyCard:
    """Return the reasons for every figure of a tie as computed.

    :param months: acts from me and from them in each of the last twelve calendar months
    """
    tie = tie.computed or tie
    numbers = _numbers(tie, name, today, first_on, last_on, months)
    return WhyCard(
        strength=tuple(_moved(tie, numbers)),
        tie_class=(_tie_class(tie, numbers),),
        state=(_state(tie, numbers),),
        standing=tuple(_standing(tie, numbers)),
        reciprocity=tuple(_reciprocity(tie, numbers)),
    )


def raised_by(tie: Tie) -> Because:
    """Return what finished cooperations say of the class: what they make of it, or a next one would (T7)."""
    numbers = {"finished_count": tie.finished, "repeated_count": REPEATED}
    if tie.finished >= REPEATED:
        return Because("class_by_repeated", numbers)
    return Because("class_by_first", numbers)


def _numbers(
    tie: Tie, name: str, today: date, first_on: date | None, last_on: date | None, months: Months
) -> dict[str, object]:
    """Return every figure a reason may speak of."""
    mine, theirs = (sum(side[-RECENT_MONTHS:]) for side in months) if len(months) == 2 else (0, 0)
    since = today.year * 12 + today.month - RECENT_MONTHS
    turns = tie.turns or NOTHING_SAID
    numbers: dict[str, object] = {
        "name": name,
        "out_times": tie.acts_out,
        "in_times": tie.acts_in,
        "out_count": tie.acts_out,
        "in_count": tie.acts_in,
        "active_count": tie.days_active,
        "recent_out_times": mine,
        "recent_in_times": theirs,
        "since_on": f"{since // 12:04d}-{since % 12 + 1:02d}",
        "months_count": turns.months_two_way,
        "lesser_percent": round(tie.reciprocity * 100),
    }
    if first_on and last_on:
        silent_days = max(0, (today - last_on).days)
        numbers |= {
            "first_on": first_on.isoformat()[:7],
            "silent_ago_days": silent_days,
            "silent_days": silent_days,
        }
    if tie.rhythm_days is not None and not tie.is_one_sided:
        numbers["rhythm_days"] = round(tie.rhythm_days, 1)
    return numbers


def _moved(tie: Tie, numbers: Numbers) -> Iterator[MovedCard]:
    """Yield what moved the strength, the most first, each with what it does to it.

    What a reason does is told as the strength with it less the strength were it average, of 100.
    """
    sized = [(figure(each.numbers, "contribution"), each) for each in tie.because]
    for contribution, each in sorted(sized, key=lambda pair: -abs(pair[0])):
        if abs(contribution) < LEAST_CONTRIBUTION or each.code not in FACTS:
            continue
        points = round(100 * (tie.strength - _without(tie.strength, contribution)))
        fact = FACTS[each.code]({**numbers, **each.numbers})
        told = {**fact.numbers, "contribution": contribution, "points": points}
        yield MovedCard(Because(fact.code, told), _effect(contribution, abs(points)), contribution > 0)


def _without(strength: float, contribution: float) -> float:
    """Return what a strength would be without a contribution in log-odds."""
    certain = 1e-9
    bounded = min(1 - certain, max(certain, strength))
    return 1 / (1 + exp(contribution - log(bounded / (1 - bounded))))


def _effect(contribution: float, points: int) -> Because:
    """Return what a reason does to the strength, in words for how much."""
    numbers = {"points": points}
    if contribution > 0:
        if points >= MUCH_POINTS:
            return Because("raised_much", numbers)
        return Because("raised_clearly" if points >= CLEAR_POINTS else "raised_little", numbers)
    if points >= MUCH_POINTS:
        return Because("lowered_much", numbers)
    return Because("lowered_clearly" if points >= CLEAR_POINTS else "lowered_little", numbers)


def _recent(numbers: Numbers) -> Because:
    if numbers["recent_out_times"] and numbers["recent_in_times"]:
        return reason_with("recent_both", numbers, "name", "since_on", "recent_out_times", "recent_in_times")
    if numbers["recent_out_times"]:
        return reason_with("recent_mine", numbers, "since_on", "recent_out_times")
    if numbers["recent_in_times"]:
        return reason_with("recent_theirs", numbers, "name", "since_on", "recent_in_times")
    return reason_with("recent_none", numbers, "since_on")


def _history(numbers: Numbers) -> Because:
    if not numbers["active_count"] or "first_on" not in numbers:
        return Because("contact_none")
    if numbers["active_count"] == 1:
        return reason_with("history_once", numbers, "first_on")
    return reason_with("history_days", numbers, "first_on", "active_count")


def _silence(numbers: Numbers) -> Because:
    if "silent_ago_days" not in numbers:
        return Because("contact_none")
    if "rhythm_days" not in numbers:
        return reason_with("silence_plain", numbers, "silent_ago_days")
    if figure(numbers, "rhythm_days") < DAILY_DAYS:
        return reason_with("silence_daily", numbers, "silent_ago_days")
    return reason_with("silence_rhythm", numbers, "silent_ago_days", "rhythm_days")


def _own_activity(numbers: Numbers) -> Because:
    if "own_out_ago_days" in numbers and "own_in_ago_days" in numbers:
        return reason_with("activity_both", numbers, "own_out_ago_days", "own_in_ago_days")
    if "own_out_ago_days" in numbers:
        return reason_with("activity_mine", numbers, "own_out_ago_days")
    if "own_in_ago_days" in numbers:
        return reason_with("activity_theirs", numbers, "own_in_ago_days")
    return Because("contact_none")


FACTS: Mapping[str, Callable[[Numbers], Because]] = {
    "two_way_recent": _recent,
    "long_history": _history,
    "silence": _silence,
    "own_activity": _own_activity,
}
"""What is so behind each of the engine's reasons."""


def _tie_class(tie: Tie, numbers: Numbers) -> Because:
    if tie.tie_class == TieClass.PSEUDO:
        return _pseudo(tie, numbers)
    known = {
        **numbers,
        "long_months": LONG.months,
        "long_count": LONG.days,
        "dense_months": DENSE.months,
        "dense_count": DENSE.days,
    }
    limits = ("long_months", "long_count", "dense_months", "dense_count")
    if tie.tie_class == TieClass.STRONG:
        return reason_with("class_strong_sustained", known, "months_count", "active_count", *limits)
    if not numbers["months_count"]:
        return reason_with("class_weak_apart", known, "out_times", "in_times", "name")
    return reason_with("class_weak_so_far", known, "months_count", "active_count", *limits)


def _pseudo(tie: Tie, numbers: Numbers) -> Because:
    if not tie.acts_out and not tie.acts_in:
        return Because("class_pseudo_nothing")
    if not tie.acts_in:
        return reason_with("class_pseudo_mine", numbers, "name", "out_times")
    return reason_with("class_pseudo_theirs", numbers, "name", "in_times")


def _state(tie: Tie, numbers: Numbers) -> Because:
    if "silent_days" not in numbers:
        return Because("contact_none")
    if tie.days_active == 1:
        return reason_with("contact_once", numbers, "silent_ago_days")
    if tie.rhythm_days is not None and tie.is_one_sided:
        return reason_with("rhythm_one_sided", numbers, "silent_ago_days")
    if "rhythm_days" not in numbers:
        return reason_with("rhythm_unknown", numbers, "silent_ago_days", "active_count")
    is_daily = figure(numbers, "rhythm_days") < DAILY_DAYS
    if tie.state == TieState.ACTIVE:
        code = "rhythm_kept_daily" if is_daily else "rhythm_kept"
        return Because(code, {name: numbers[name] for name in ("rhythm_days", "silent_ago_days")})
    code = "rhythm_missed_daily" if is_daily else "rhythm_missed"
    return Because(code, {name: numbers[name] for name in ("rhythm_days", "silent_days")})


def _standing(tie: Tie, numbers: Numbers) -> Iterator[Because]:
    """Yield who begins, who answers and how fast, how much of theirs is for me alone."""
    if tie.standing is None or tie.turns is None:
        yield Because("standing_unknown")
        return
    turns, name = tie.turns, numbers["name"]
    if turns.starts_in or turns.starts_out:
        begun = {"name": name, "in_count": turns.starts_in, "out_count": turns.starts_out}
        yield Because("standing_starts", begun)
    yield from _answers("their", name, turns.turns_out, turns.answers_in, turns.wait_in_s)
    yield from _answers("my", name, turns.turns_in, turns.answers_out, turns.wait_out_s)
    if tie.acts_in:
        told = {"name": name, "in_count": tie.acts_in, "solo_count": turns.solo_in}
        yield Because("standing_alone" if turns.solo_in else "standing_never_alone", told)


def _answers(whose: str, name: object, turns: int, answers: int, wait_s: float | None) -> Iterator[Because]:
    if not turns and not answers:
        return
    numbers = {"name": name, "turns_count": max(turns, answers), "answers_count": answers}
    if wait_s is None:
        yield Because(f"standing_{whose}_silence", numbers)
    else:
        yield Because(f"standing_{whose}_answers", {**numbers, "usual_hours": round(wait_s / HOUR_S, 1)})


def _reciprocity(tie: Tie, numbers: Numbers) -> Iterator[Because]:
    if tie.acts_out and tie.acts_in:
        yield reason_with("reciprocity_both", numbers, "name", "out_count", "in_count", "lesser_percent")
    else:
        yield reason_with("reciprocity_one", numbers, "name", "out_count", "in_count")
