"""What silence means after one, two, three attempts in a row, on the development list, as Markdown (R6).

Run `python -m benchmarks.evaluate_attempts`. A row is a look some days after an attempt to one of few that
nobody answered, before the next one; acts within six hours are one attempt. Habits are those at the cut.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from benchmarks.evaluate_replies import (
    HORIZON_S,
    LIST,
    SILENT_DAYS,
    SMALL,
    JudgedSet,
    judged_set_named,
    outlooks,
)
from renmai.domain.reach.outreach import silence_so_far
from renmai.domain.ties.replies import HOUR_S
from renmai.engine.tables import SECONDS_PER_DAY

SETS = (LIST, "enron156")
ONE_ATTEMPT_S = 6 * HOUR_S
MOST_ATTEMPTS = 3
NEVER = 10**12


class Look(NamedTuple):
    """How many attempts waited, for how many days the last, whether an answer came, what was predicted."""

    attempts: int
    days: int
    is_answered: bool
    predicted: float


def looks(judged_set: JudgedSet) -> Iterator[Look]:
    """Yield every look at an attempt after the cut whose outcome is certain."""
    sent, answered = judged_set.sent, judged_set.answered
    is_small = ~sent.is_copy & (sent.audience <= SMALL)
    rows = np.flatnonzero(is_small)
    expected = dict(
        zip(sent.pair[rows].tolist(), outlooks(judged_set, sent.pair, rows, is_small), strict=True)
    )
    acts: dict[int, list[int]] = {}
    for pair, at in zip(sent.pair.tolist(), sent.at.tolist(), strict=True):
        acts.setdefault(pair, []).append(at)
    own: dict[int, list[int]] = {}
    for row in rows.tolist():
        own.setdefault(int(sent.pair[row]), []).append(row)
    last = int(sent.at.max()) - HORIZON_S
    for pair, mine in own.items():
        theirs = acts.get(int(sent.back[mine[0]]), [])
        for run, until in _runs(sent.at[mine].tolist(), answered[mine].tolist(), theirs):
            at = run[-1][0]
            if not judged_set.cut_epoch_s <= at <= last or len(run) > MOST_ATTEMPTS:
                continue
            first = min(when for _, when in run)
            for days in SILENT_DAYS:
                now = at + days * SECONDS_PER_DAY
                if min(first, until) > now:
                    waits = [float(now - tried) for tried, _ in run]
                    yield Look(len(run), days, first <= at + HORIZON_S, silence_so_far(expected[pair], waits))


def _runs(
    at: list[int], answered: list[int], theirs: list[int]
) -> Iterator[tuple[list[tuple[int, int]], int]]:
    """Yield the attempts in vain so far at each attempt, and when the next word of either side follows."""
    run: list[tuple[int, int]] = []
    for place, (tried, when) in enumerate(zip(at, answered, strict=True)):
        if run:
            has_heard = bisect_right(theirs, tried) != bisect_right(theirs, run[-1][0])
            if has_heard or any(came <= tried for _, came in run):
                run = []
            elif tried - run[-1][0] < ONE_ATTEMPT_S:
                continue
        run.append((tried, when))
        again = next((each for each in at[place + 1 :] if each - tried >= ONE_ATTEMPT_S), NEVER)
        heard = bisect_right(theirs, tried)
        yield list(run), min(again, theirs[heard] if heard < len(theirs) else NEVER)


HEAD = """\
## Attempts

After attempts in a row without a word of the other side, how many are answered later, within 60 days of the
last, beside what the rule of outreach predicts. The bar is five points between the two on the list.
"""


def section() -> Iterator[str]:
    """Yield the section on attempts."""
    yield from HEAD.splitlines()
    yield ""
    for name in SETS:
        found = list(looks(judged_set_named(name)))
        yield from (f"### {name}", "", "| attempts | silent for | looks | answered later | predicted |")
        yield "|---|---|---|---|---|"
        for attempts in range(1, MOST_ATTEMPTS + 1):
            for days in SILENT_DAYS:
                some = [each for each in found if (each.attempts, each.days) == (attempts, days)]
                if some:
                    observed = float(np.mean([each.is_answered for each in some]))
                    predicted = float(np.mean([each.predicted for each in some]))
                    yield f"| {attempts} | {days} d | {len(some):,} | {observed:.1%} | {predicted:.1%} |"
        yield ""


def main() -> None:
    """Print the section."""
    for line in section():
        print(line, flush=True)


if __name__ == "__main__":
    main()
