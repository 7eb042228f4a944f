"""Fits the reply coefficients that come with the program, from the development sets.

`python -m benchmarks.fit_replies` writes them with where they come from. Those for traces that name what is
answered rest on a mailing list; those told by turns on office mail, private messages and the same list. All
acts of a set are lessons: the coefficients serve books that are in none of them.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from benchmarks.dev_mail import mail_events
from benchmarks.devsets import ROOT, collegemsg, enron156, reality
from benchmarks.first_fit import first_fit, pooled
from renmai.engine import backend
from renmai.engine.fit import PairSample, fitted
from renmai.engine.profile import checked_events, sound_events
from renmai.engine.replies.answers import answered_at
from renmai.engine.replies.features import features, past_of
from renmai.engine.replies.learning import COPIES_PRIOR_WEIGHT
from renmai.engine.replies.model import SHIPPED_WITHIN_DAYS, ReplyModel
from renmai.engine.replies.sent import sent_of
from renmai.engine.tables import LATEST_EPOCH_S, SECONDS_PER_DAY

TARGET = ROOT / "src" / "renmai" / "engine" / "models" / "replies.json"
PRIOR_WEIGHT = 50.0


class Lessons(NamedTuple):
    """What a set teaches of acts addressed and of acts copied."""

    name: str
    events: int
    addressed: PairSample
    copied: PairSample


def events_by_name() -> dict[str, pa.Table]:
    """Return the events of every set; the list once with and once without what its mails answer."""
    mail = mail_events()
    return {
        "linux-i2c": mail,
        "linux-i2c by turns": mail.drop_columns(["reply_to"]),
        "enron156": enron156().events,
        "collegemsg": collegemsg().events,
        "reality-text": reality("text").events,
    }


def lessons(name: str, events: pa.Table) -> Lessons:
    """Return every act of a set whose outcome is certain."""
    connection = backend.connect()
    table = sound_events(connection, checked_events(connection, events))
    sent = sent_of(connection, table, LATEST_EPOCH_S)
    answered = answered_at(sent)
    within_s = int(SHIPPED_WITHIN_DAYS * SECONDS_PER_DAY)
    past = past_of(sent, answered, within_s)

    def sample(chosen: np.ndarray) -> PairSample:
        rows = np.flatnonzero(chosen & ~sent.is_silent & (sent.at + within_s <= sent.at.max()))
        is_answered = (answered[rows] - sent.at[rows] <= within_s).astype(float)
        return PairSample(features(past, rows), is_answered, np.ones(len(rows)), sent.at[rows].astype(float))

    return Lessons(name, len(sent.at), sample(~sent.is_copy), sample(sent.is_copy))


def model_from(lessons: Iterable[Lessons]) -> ReplyModel:
    """Return the model that some sets teach, each weighing the same."""
    every = list(lessons)
    addressed = first_fit(pooled([lesson.addressed for lesson in every]), prior_weight=PRIOR_WEIGHT)
    copies = [lesson.copied for lesson in every if len(lesson.copied.observed)]
    copied = fitted(addressed, pooled(copies), prior_weight=COPIES_PRIOR_WEIGHT) if copies else addressed
    return ReplyModel("shipped", addressed, copied)


def main() -> None:
    """Write the coefficients."""
    every = {name: lessons(name, events) for name, events in events_by_name().items()}
    named, in_turn = every.pop("linux-i2c"), list(every.values())
    plain: dict[str, Any] = {
        "provenance": {
            "how": "benchmarks/fit_replies.py: logistic regression; see docs/engine.md",
            "within_days": SHIPPED_WITHIN_DAYS,
            "prior_weight": PRIOR_WEIGHT,
            "sets": {
                "named": {named.name: named.events},
                "in_turn": {lesson.name: lesson.events for lesson in in_turn},
            },
        },
        "named": model_from([named]).as_json(),
        "in_turn": model_from(in_turn).as_json(),
    }
    Path(TARGET).write_text(json.dumps(plain, indent=1) + "\n", "utf-8")
    print(f"written: {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
