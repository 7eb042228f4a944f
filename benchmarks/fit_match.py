"""Fits how much each kind of agreement counts in matching and writes it with its provenance.

Run `python -m benchmarks.fit_match`; it writes src/renmai/engine/models/match.json. Weights are never below
zero. They are fitted to rank (listwise softmax, Cao et al. 2007) on the dev set, with the whole table of
words, with half of its things left out at random, and without it, so that words, spelling and the dictionary
learn to bear what the table does not know. Then the curve from score to fit is fitted to the grades.
"""

import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.matchsets import FULL, Labelled, labelled
from renmai.engine.matching.fitted import Fitted
from renmai.engine.matching.reading import read_text
from renmai.engine.matching.terms import Terms, shipped_terms
from renmai.engine.matching.vectors import AGREEMENTS, vectors

OUT = Path(__file__).resolve().parent.parent / "src" / "renmai" / "engine" / "models" / "match.json"
HALVES = 3
PRIOR_WEIGHT = 0.02
LOOKED_AT = 10  # best offers of each need that the curve is fitted to: those anybody would see
WORTH = {0: 0.0, 1: 0.5, FULL: 1.0}


def agreements(dev: Labelled, terms: Terms) -> np.ndarray:
    """Return need × offer × kind of agreement."""
    needs = [read_text(row.text, terms, is_need=True) for row in dev.needs]
    offers = [read_text(row.text, terms, is_need=False) for row in dev.offers]
    table = vectors(needs, offers, dict.fromkeys(AGREEMENTS, 1.0))
    kinds = np.array([agreement for agreement, _ in table.columns])
    parts = [
        (table.needs[:, kinds == kind] @ table.offers[:, kinds == kind].T).toarray() for kind in AGREEMENTS
    ]
    return np.stack(parts, axis=2)


def without(share: float, seed: int) -> Terms:
    """Return the table with a share of its things left out."""
    terms, choose = shipped_terms(), random.Random(seed)
    kept = {key for key in terms.things if choose.random() >= share}
    return Terms(
        things={
            key: replace(thing, met_by=tuple(thing_met for thing_met in thing.met_by if thing_met in kept))
            for key, thing in terms.things.items()
            if key in kept
        },
        chinese=_only(terms.chinese, kept),
        english=_only(terms.english, kept),
        capitals=terms.capitals,
        longest=terms.longest,
    )


def _only(index, kept):
    return {term: left for term, keys in index.items() if (left := tuple(k for k in keys if k in kept))}


def fit_weights(dev: Labelled, parts: list[np.ndarray]) -> np.ndarray:
    """Return the weights that rank best, offers of each language by themselves and together."""
    gains = np.zeros((len(dev.needs), len(dev.offers)))
    for row, need in enumerate(dev.needs):
        for place, offer in enumerate(dev.offers):
            gains[row, place] = 2 ** dev.grades[str(need.id)].get(str(offer.id), 0) - 1
    spoken = np.array([dev.languages[str(offer.id)] for offer in dev.offers])
    pools = [np.ones(len(spoken), dtype=bool), spoken == "zh", spoken == "en"]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = PRIOR_WEIGHT * float(np.mean(weights**2)), 2 * PRIOR_WEIGHT * weights / len(weights)
        for part in parts:
            for pool in pools:
                wanted = gains[:, pool]
                rows = wanted.sum(axis=1) > 0
                target = wanted[rows] / wanted[rows].sum(axis=1, keepdims=True)
                scores = part[rows][:, pool] @ weights
                chance = np.exp(scores - scores.max(axis=1, keepdims=True))
                chance /= chance.sum(axis=1, keepdims=True)
                share = rows.sum() * len(parts) * len(pools)
                total -= float((target * np.log(chance)).sum()) / share
                slope -= np.einsum("ij,ijk->k", target - chance, part[rows][:, pool]) / share
        return total, slope

    start = np.full(len(AGREEMENTS), 3.0)
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(start)).x


def fit_curve(dev: Labelled, scores: list[np.ndarray]) -> tuple[float, float]:
    """Return scale and power of the curve from score to fit, by the grades of what stands first."""
    seen, worth = [], []
    for table in scores:
        for row, need in enumerate(dev.needs):
            for place in np.argsort(-table[row], kind="stable")[:LOOKED_AT]:
                seen.append(table[row, place])
                worth.append(WORTH[dev.grades[str(need.id)].get(str(dev.offers[place].id), 0)])
    of, truth = np.array(seen), np.array(worth)

    def loss(curve: np.ndarray) -> float:
        chance = np.clip(Fitted({}, *np.exp(curve)).fit(of), 1e-6, 1 - 1e-6)
        return -float(np.mean(truth * np.log(chance) + (1 - truth) * np.log(1 - chance)))

    scale, power = np.exp(minimize(loss, np.log([3.0, 1.5]), method="Nelder-Mead").x)
    return float(scale), float(power)


def main() -> None:
    """Fit on the dev set and write the numbers."""
    dev = labelled("dev")
    tables = [shipped_terms(), *(without(0.5, seed) for seed in range(HALVES)), without(1.0, 0)]
    parts = [agreements(dev, terms) for terms in tables]
    weights = fit_weights(dev, parts)
    scale, power = fit_curve(dev, [part @ weights for part in parts[:-1]])
    plain = {
        "provenance": {
            "how": "benchmarks/fit_match.py: listwise softmax, weights not below zero; see decision 11",
            "set": "tests/engine/matching/dev",
            "needs": len(dev.needs),
            "offers": len(dev.offers),
            "labelled_pairs": dev.pairs,
            "tables": f"whole, {HALVES} halves, none",
            "prior_weight": PRIOR_WEIGHT,
        },
        "weights": {kind: round(float(weight), 3) for kind, weight in zip(AGREEMENTS, weights, strict=True)},
        "curve": {"scale": round(scale, 3), "power": round(power, 3)},
    }
    OUT.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(json.dumps(plain["weights"] | plain["curve"]))


if __name__ == "__main__":
    main()
