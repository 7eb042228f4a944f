"""Whether two people know each other: the features of a pair and the probability they add up to."""

import json
from collections.abc import Mapping
from importlib import resources

import ibis
from ibis.expr.types import NumericValue, Table

from renmai.engine.tables import real

FEATURES = ("closest", "direct", "both_ways", "share", "span", "seen", "crowd")
"""In the order of the coefficients; the last two lower the probability, the others raise it."""
LEVELS = ("seen", "crowd")
"""The same for all pairs of an ego: they tell no pair from another, and say how likely any two are."""
SIGNS: Mapping[str, int] = {name: -1 if name in LEVELS else 1 for name in FEATURES}
LEAST_KNOWN, MOST_KNOWN = 30, 2000
LEAST_SEEN, MOST_SEEN = 300, 10_000
"""The sizes of an ego's world, in people and acts, that were fitted to; what is beyond counts as they do."""


def features(pairs: Table) -> Mapping[str, NumericValue]:
    """Return the features of the pairs of `measures.company`.

    closest: minus the log of the least audience they shared. direct, both_ways: log of 1 plus what passed
    between them before the ego's eyes, in all and in the weaker direction. share: how much of the busier
    one's company the other was, which corrects for people who are everywhere. span: log of 1 plus the days
    between the first and the last act they shared. seen: log of how many acts the ego saw; of many, each says
    less, and less is left unseen. crowd: log of how many people the ego saw; in a larger world any two know
    each other less often.
    """
    part = pairs.together / (pairs.most_acts.cast("float64") + real(0.5))
    seen = ibis.greatest(ibis.least(pairs.seen, MOST_SEEN), LEAST_SEEN)
    crowd = ibis.greatest(ibis.least(pairs.known, MOST_KNOWN), LEAST_KNOWN)
    return {
        "closest": -pairs.closest.cast("float64").ln(),
        "direct": (pairs.up + pairs.down + real(1.0)).ln(),
        "both_ways": (ibis.least(pairs.up, pairs.down) + real(1.0)).ln(),
        "share": ibis.least(part, real(1.0)).sqrt(),
        "span": (pairs.span_days + real(1.0)).ln(),
        "seen": seen.cast("float64").ln(),
        "crowd": crowd.cast("float64").ln(),
    }


def shipped_weights() -> Mapping[str, float]:
    """Return the coefficients that come with the program: log-odds for each unit, and the `intercept`."""
    text = resources.files("renmai.engine.models").joinpath("knows.json").read_text("utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def probability(pairs: Table, weights: Mapping[str, float]) -> NumericValue:
    """Return how likely each pair has a tie of its own, seen or not.

    The model says how likely they are in touch apart from what the ego saw. An exchange before the ego's
    eyes is a tie already (T2); its weaker direction, by share, counts as so many independent signs of one.
    """
    logit: NumericValue = real(weights["intercept"])
    for name, value in features(pairs).items():
        logit = logit + real(weights[name]) * value
    unseen = real(1.0) / (real(1.0) + (-logit).exp())
    exchanged = ibis.least(pairs.up, pairs.down)
    return real(1.0) - (real(1.0) - unseen) * (-exchanged).exp()
