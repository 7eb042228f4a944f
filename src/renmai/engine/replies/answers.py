"""Answers: when each recipient answered each act, if ever.

Where the trace names what an act answers, an answer is the recipient's first act to the sender that names
this one. Where no act does, it is the recipient's next act to the sender, whatever it says; the trace tells
no more. Nothing answers, or is answered in, a meeting; machines and broadcasts answer nothing.
"""

import numpy as np

from renmai.engine.replies.sent import Sent, Truth, Whole
from renmai.engine.replies.so_far import SoFar

NEVER_S = np.int64(1) << 40
"""Later than any moment there is."""


def answered_at(sent: Sent) -> Whole:
    """Return when each act was answered by each recipient, `NEVER_S` where it was not."""
    can = ~sent.is_silent & ~sent.is_mutual
    answered = _by_name(sent, can) if sent.names else _by_turn(sent, can)
    return np.where(can | sent.is_silent, answered, NEVER_S)


def _by_name(sent: Sent, can: Truth) -> Whole:
    """Match answers to what they name: the act, and the same two people the other way round."""
    answered = np.full(len(sent.at), NEVER_S)
    answer = np.flatnonzero(can & (sent.asked >= 0) & (sent.back >= 0))
    pairs = sent.pair.max(initial=0) + 1
    whole = sent.act * pairs + sent.pair
    order = np.argsort(whole, kind="stable")
    wanted = sent.asked[answer] * pairs + sent.back[answer]
    place = order[np.minimum(np.searchsorted(whole[order], wanted), len(order) - 1)]
    is_it = (whole[place] == wanted) & (sent.at[answer] >= sent.at[place])
    np.minimum.at(answered, place[is_it], sent.at[answer[is_it]])
    return answered


def _by_turn(sent: Sent, can: Truth) -> Whole:
    """Return the next act in the other direction."""
    acts = SoFar(sent.pair[can], sent.at[can])
    look = acts.before(sent.back, sent.at + 1)
    after = np.minimum(look.end, max(0, len(acts.key) - 1))
    if not len(acts.key):
        return np.full(len(sent.at), NEVER_S)
    is_theirs = (look.place >= 0) & (look.end < len(acts.key))
    is_theirs &= acts.key[after] // acts.span == look.place
    return np.where(is_theirs, acts.at[after], NEVER_S)
