"""Fits the weights that identity ships with to the development sets, and writes them beside the engine.

Run `python -m benchmarks.fit_identity`. Every kind of set counts the same; a weight is held to its sign. What
no set can tell (organisations, people seen together) is set by hand.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from benchmarks.identity_sets import ROOT, MentionSet, sets
from renmai.engine import backend
from renmai.engine.identity.comparing import FEATURES, FOR, compared
from renmai.engine.identity.likelihood import IdentityModel
from renmai.engine.identity.mentions import read_mentions
from renmai.engine.identity.run import BATCH, candidates
from renmai.engine.identity.traits import handles_of, traits_of
from renmai.engine.identity.words import Floats, Ints

MOST_PAIRS = 150_000
PRIOR_WEIGHT = 1e-5
BY_HAND = {
    "organisation": 0.3, "organisation_other": 0.5, "beside": 0.5, "host": 0.2,
    "host_same_address_other": 1.0, "birthday_part": 1.0, "nickname_other": 0.3, "handle_alike": 0.2,
}  # fmt: skip
WHERE = ROOT / "src" / "renmai" / "engine" / "models" / "identity.json"


class Seen(NamedTuple):
    """Pairs of a set: the evidence on each, whether they are one person, the set's prior log-odds."""

    kind: str
    evidence: Floats
    is_one: Ints
    prior: float


def seen(mention_set: MentionSet) -> Seen:
    """Return the pairs of a set that share a key, at most MOST_PAIRS of them."""
    connection = backend.connect()
    ids, columns = read_mentions(connection, mention_set.mentions)
    traits = traits_of(columns, handles_of(columns["handles"], columns["name"])[0])
    one, other = candidates(connection, traits, len(ids))
    if len(one) > MOST_PAIRS:
        kept = np.sort(np.random.default_rng(1).choice(len(one), MOST_PAIRS, replace=False))
        one, other = one[kept], other[kept]
    truth = np.array([mention_set.truth[key] for key in ids.to_pylist()])
    parts = [
        compared(traits, one[start : start + BATCH], other[start : start + BATCH])
        for start in range(0, len(one), BATCH)
    ]
    return Seen(
        mention_set.kind, np.concatenate(parts), (truth[one] == truth[other]).astype(np.int64), traits.prior
    )


def fitted(pairs: Iterable[Seen]) -> IdentityModel:
    """Return the weights under which the pairs are likeliest (logistic regression, signs held)."""
    chosen = list(pairs)
    kinds = [one.kind for one in chosen]
    sign = np.array([1.0 if name in FOR else -1.0 for name in FEATURES])
    evidence = np.concatenate([one.evidence for one in chosen]) * sign
    is_one = np.concatenate([one.is_one for one in chosen]).astype(np.float64)
    prior = np.concatenate([np.full(len(one.is_one), one.prior) for one in chosen])
    weight = np.concatenate(
        [np.full(len(o.is_one), 1 / len(o.is_one) / kinds.count(o.kind) / len(set(kinds))) for o in chosen]
    )
    bounds = [(None, None)] + [(BY_HAND.get(name, 0.0), BY_HAND.get(name)) for name in FEATURES]

    def loss(at: Floats) -> tuple[float, Floats]:
        odds = prior + at[0] + evidence @ at[1:]
        slope = weight * (1 / (1 + np.exp(-odds)) - is_one)
        value = float(
            (weight * (np.logaddexp(0, odds) - is_one * odds)).sum() + PRIOR_WEIGHT * (at[1:] ** 2).sum()
        )
        return value, np.concatenate([[slope.sum()], evidence.T @ slope + 2 * PRIOR_WEIGHT * at[1:]])

    start = np.array([0.0] + [BY_HAND.get(name, 0.0) for name in FEATURES])
    optimum = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1_000})
    weights = {name: round(float(value), 4) for name, value in zip(FEATURES, optimum.x[1:], strict=True)}
    return IdentityModel(round(float(optimum.x[0]), 4), weights)


def main() -> None:
    """Write the weights."""
    model = fitted(seen(one) for one in sets())
    WHERE.write_text(json.dumps(model.as_json(), indent=1) + "\n", encoding="utf-8")
    print(WHERE.read_text("utf-8"))


if __name__ == "__main__":
    main()
