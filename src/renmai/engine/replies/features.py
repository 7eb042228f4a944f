"""Features of an act, known when it was sent, that predict whether its recipient will answer it.

Every feature of an act rests on what lies strictly before its second, besides its own addressing. A rate is
shrunk towards a wider one where little is known: a pair's to the person's, a person's to everybody's. Whether
an act was answered in time counts from the day on which that was certain.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from renmai.engine.logistic import Numbers
from renmai.engine.replies.sent import NOBODY, Sent, Truth, Whole
from renmai.engine.replies.so_far import Look, SoFar
from renmai.engine.tables import SECONDS_PER_DAY

HOUR_S = 3600
SOON_H = 0.1
LONG_AGO_H = 24.0 * 365 * 3
"""Never, and longer ago than this, are alike."""
PERSON_PRIOR_ACTS = 10.0
PAIR_PRIOR_ACTS = 5.0
"""How many acts the prior, a wider rate, weighs beside a person's or a pair's own."""
NEW, ANSWER, TO_SELF, TO_THEM = range(4)
FEATURES = (
    "audience",
    "to_count",
    "is_answer",
    "answers_them",
    "answers_self",
    "in_thread",
    "they_in_thread_ago",
    "i_in_thread",
    "they_ago",
    "they_7",
    "they_180",
    "i_hour",
    "i_30",
    "told_7",
    "out_hour",
    "out_30",
    "out_365",
    "out_ago",
    "in_30",
    "in_365",
    "in_ago",
    "out_since_in",
    "rate_recipient",
    "rate_sender",
    "rate_pair",
    "known_recipient",
    "known_pair",
    "them_rate_pair",
    "them_they_ago",
    "them_in_ago",
    "them_in_thread",
    "them_audience",
)
OF_ITS_OWN = ("rate_pair", "they_ago", "in_ago", "in_thread", "audience")
"""What counts otherwise, or not at all, where an act answers its recipient's own."""


@dataclass(frozen=True, slots=True)
class Past:
    """Everything that was sent, indexed for a look as of any moment; `sort` is what an act answers."""

    sent: Sent
    sort: Whole
    acts: SoFar
    told: SoFar
    pair: SoFar
    in_thread: SoFar
    spoke: SoFar
    outcome: Mapping[str, SoFar]


def past_of(sent: Sent, answered: Whole, within_s: int) -> Past:
    """Index the past; an act counts as unanswered when `within_s` have passed."""
    acts = sent.acts
    telling = ~sent.is_silent
    direct = telling & ~sent.is_mutual & ~sent.is_copy
    known_at = sent.at + within_s
    is_answered = (answered - sent.at <= within_s).astype(np.int64)

    def outcomes(group: Whole, chosen: Truth) -> SoFar:
        return SoFar(group[chosen], known_at[chosen], is_answered[chosen])

    everybody = np.zeros_like(sent.at)

    return Past(
        sent=sent,
        sort=_sorts(sent),
        acts=SoFar(acts.by, acts.at),
        told=SoFar(sent.recipient[telling], sent.at[telling]),
        pair=SoFar(sent.pair[telling], sent.at[telling]),
        in_thread=SoFar(acts.root, acts.at),
        spoke=SoFar(sent.with_person(acts.root, acts.by), acts.at),
        outcome={
            "all": outcomes(everybody, direct),
            "recipient": outcomes(sent.recipient, direct),
            "sender": outcomes(sent.sender, direct),
            "pair": outcomes(sent.pair, direct),
            "silent": outcomes(everybody, sent.is_silent),
        },
    )


def _sorts(sent: Sent) -> Whole:
    """Tell of each act what it answers: nothing, somebody's act, its sender's own, its recipient's."""
    parent = sent.acts.parent[sent.act]
    answered = np.where(parent >= 0, sent.acts.by[np.maximum(parent, 0)], NOBODY)
    sort = np.where(sent.acts.is_answer[sent.act], ANSWER, NEW)
    sort = np.where(answered == sent.sender, TO_SELF, sort)
    return np.where(answered == sent.recipient, TO_THEM, sort).astype(np.int64)


def features(past: Past, rows: Whole) -> dict[str, Numbers]:
    """Return the features of some rows of what was sent, by the names in `FEATURES`."""
    columns = _conversation(past, rows) | _people(past, rows) | _rates(past, rows)
    return columns | {f"them_{name}": columns["answers_them"] * columns[name] for name in OF_ITS_OWN}


def _conversation(past: Past, rows: Whole) -> dict[str, Numbers]:
    sent, act, at = past.sent, past.sent.act[rows], past.sent.at[rows]
    thread, sort = sent.acts.root[act], past.sort[rows]
    return {
        "audience": np.log(sent.audience[rows]),
        "to_count": np.log1p(sent.acts.to_count[act]),
        "is_answer": (sort != NEW).astype(float),
        "answers_them": (sort == TO_THEM).astype(float),
        "answers_self": (sort == TO_SELF).astype(float),
        "in_thread": _log(past.in_thread.before(thread, at)),
        "they_in_thread_ago": _ago(past.spoke.before(sent.with_person(thread, sent.recipient[rows]), at)),
        "i_in_thread": _log(past.spoke.before(sent.with_person(thread, sent.sender[rows]), at)),
    }


def _people(past: Past, rows: Whole) -> dict[str, Numbers]:
    sent = past.sent
    at, recipient, pair = sent.at[rows], sent.recipient[rows], sent.pair[rows]
    they, me = past.acts.before(recipient, at), past.acts.before(sent.sender[rows], at)
    out, back = past.pair.before(pair, at), past.pair.before(sent.back[rows], at)
    until_they_wrote = past.pair.before(pair, np.maximum(back.last_at() + 1, 0))
    return {
        "they_ago": _ago(they),
        "they_7": _log(they, 7),
        "they_180": _log(they, 180),
        "i_hour": np.log1p(me.count(HOUR_S)),
        "i_30": _log(me, 30),
        "told_7": _log(past.told.before(recipient, at), 7),
        "out_hour": np.log1p(out.count(HOUR_S)),
        "out_30": _log(out, 30),
        "out_365": _log(out, 365),
        "out_ago": _ago(out),
        "in_30": _log(back, 30),
        "in_365": _log(back, 365),
        "in_ago": _ago(back),
        "out_since_in": np.log1p(out.count() - until_they_wrote.count()),
    }


def _rates(past: Past, rows: Whole) -> dict[str, Numbers]:
    sent, at = past.sent, past.sent.at[rows]
    everybody = past.outcome["all"].before(np.zeros_like(at), at)
    recipient = past.outcome["recipient"].before(sent.recipient[rows], at)
    sender = past.outcome["sender"].before(sent.sender[rows], at)
    pair = past.outcome["pair"].before(sent.pair[rows], at)
    base = (everybody.total() + 1.0) / (everybody.count() + 10.0)
    of_recipient = _rate(recipient, base, PERSON_PRIOR_ACTS)
    return {
        "rate_recipient": _logit(of_recipient),
        "rate_sender": _logit(_rate(sender, base, PERSON_PRIOR_ACTS)),
        "rate_pair": _logit(_rate(pair, of_recipient, PAIR_PRIOR_ACTS)),
        "known_recipient": _log(recipient),
        "known_pair": _log(pair),
    }


def _rate(look: Look, prior: Numbers, prior_acts: float) -> Numbers:
    """Return the share that was answered, shrunk towards the prior, which weighs as `prior_acts` acts."""
    return (look.total() + prior_acts * prior) / (look.count() + prior_acts)


def _logit(rate: Numbers) -> Numbers:
    return np.log(rate) - np.log1p(-rate)


def _log(look: Look, days: int | None = None) -> Numbers:
    return np.log1p(look.count(None if days is None else days * SECONDS_PER_DAY))


def _ago(look: Look) -> Numbers:
    """Return the log of hours since the latest; never counts as long ago."""
    last = look.last_at()
    hours = np.where(last >= 0, (look.at - last) / HOUR_S, LONG_AGO_H)
    return np.log(np.minimum(hours, LONG_AGO_H) + SOON_H)
