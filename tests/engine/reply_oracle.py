"""The features of an act in plain Python, through all events for each: what the engine must agree with."""

import math
from typing import NamedTuple

HOUR_S, DAY_S = 3600, 86_400
NEVER_H = 24.0 * 365 * 3


class Act(NamedTuple):
    """One act with everybody it went to: those addressed, and those copied."""

    at: int
    by: str
    to: frozenset[str]
    cc: frozenset[str]
    act: str
    reply_to: str | None

    @property
    def readers(self) -> frozenset[str]:
        return self.to | self.cc


def rows_of_acts(acts: list[Act]) -> list[dict]:
    """Return the events that the acts are."""
    return [
        {
            "at_epoch_s": act.at, "sender": act.by, "recipient": reader, "kind": "mail",
            "audience": len(act.readers), "role": "to" if reader in act.to else "cc",
            "act": act.act, "reply_to": act.reply_to,
        }
        for act in acts for reader in sorted(act.readers)
    ]  # fmt: skip


class World:
    """All acts, asked one act and reader at a time."""

    def __init__(self, acts: list[Act], within_s: int) -> None:
        self.acts, self.within_s = acts, within_s
        self.by_id = {act.act: act for act in acts}

    def parent(self, act: Act) -> Act | None:
        found = self.by_id.get(act.reply_to or "")
        return found if found and found.at < act.at else None

    def root(self, act: Act) -> Act:
        while (parent := self.parent(act)) is not None:
            act = parent
        return act

    def answered_at(self, act: Act, reader: str) -> float:
        answers = [
            other.at for other in self.acts
            if other.by == reader and other.reply_to == act.act
            and act.by in other.readers and other.at >= act.at
        ]  # fmt: skip
        return min(answers, default=math.inf)

    def rate(self, at: int, prior: float, pull: float, *, by: str | None = None, reader: str | None = None):
        known = [
            self.answered_at(act, each) - act.at <= self.within_s
            for act in self.acts for each in act.to
            if act.at + self.within_s < at and by in (None, act.by) and reader in (None, each)
        ]  # fmt: skip
        return (sum(known) + pull * prior) / (len(known) + pull), len(known)

    def features(self, act: Act, reader: str) -> dict[str, float]:
        at, parent = act.at, self.parent(act)
        before = [other for other in self.acts if other.at < at]
        thread = [other for other in before if self.root(other) is self.root(act)]
        theirs = [other.at for other in before if other.by == reader]
        mine = [other.at for other in before if other.by == act.by]
        out = [other.at for other in before if other.by == act.by and reader in other.readers]
        back = [other.at for other in before if other.by == reader and act.by in other.readers]
        told = [other.at for other in before if reader in other.readers]

        def within(moments: list[int], days: float) -> float:
            return math.log1p(sum(moment >= at - days * DAY_S for moment in moments))

        def ago(moments: list[int]) -> float:
            hours = (at - max(moments)) / HOUR_S if moments else NEVER_H
            return math.log(min(hours, NEVER_H) + 0.1)

        everybody, _ = self.rate(at, 0.1, 10)
        of_reader, known_reader = self.rate(at, everybody, 10, reader=reader)
        of_sender, _ = self.rate(at, everybody, 10, by=act.by)
        of_pair, known_pair = self.rate(at, of_reader, 5, by=act.by, reader=reader)
        found = {
            "audience": math.log(len(act.readers)),
            "to_count": math.log1p(len(act.to)),
            "is_answer": float(act.reply_to is not None),
            "answers_them": float(parent is not None and parent.by == reader),
            "answers_self": float(parent is not None and parent.by == act.by),
            "in_thread": math.log1p(len(thread)),
            "they_in_thread_ago": ago([other.at for other in thread if other.by == reader]),
            "i_in_thread": math.log1p(sum(other.by == act.by for other in thread)),
            "they_ago": ago(theirs),
            "they_7": within(theirs, 7),
            "they_180": within(theirs, 180),
            "i_hour": within(mine, 1 / 24),
            "i_30": within(mine, 30),
            "told_7": within(told, 7),
            "out_hour": within(out, 1 / 24),
            "out_30": within(out, 30),
            "out_365": within(out, 365),
            "out_ago": ago(out),
            "in_30": within(back, 30),
            "in_365": within(back, 365),
            "in_ago": ago(back),
            "out_since_in": math.log1p(sum(moment > max(back, default=-1) for moment in out)),
            "rate_recipient": math.log(of_reader / (1 - of_reader)),
            "rate_sender": math.log(of_sender / (1 - of_sender)),
            "rate_pair": math.log(of_pair / (1 - of_pair)),
            "known_recipient": math.log1p(known_reader),
            "known_pair": math.log1p(known_pair),
        }
        for name in ("rate_pair", "they_ago", "in_ago", "in_thread", "audience"):
            found[f"them_{name}"] = found["answers_them"] * found[name]
        return found
