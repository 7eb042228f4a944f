"""Prints how well the engine tells who knows whom from one ego's mail, as Markdown.

Run `python -m benchmarks.evaluate_knows`. No ego is judged by coefficients that its own truth helped to fit:
leave-egos-out within the sets, and each set by coefficients fitted to the other alone.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from benchmarks.fit_knows import fitted, probability, to_learn_from
from benchmarks.knows_egos import LEAST_MESSAGES, MOST_EGOS, KnowsSet, sets
from renmai.engine.backtesting import judged
from renmai.engine.rank_scores import area_under_curve, average_precision

FOLDS = 6
BARS = {"enron156": "AUC ≥ .80, AP ≥ .68", "linux-i2c": "none set"}
REFERENCE = {"enron156": (0.782, 0.658)}


def section() -> Iterator[str]:
    """Yield the lines of the section."""
    devs = sets()
    pairs = {dev.name: dev.pooled() for dev in devs}
    left_out = _leave_egos_out(pairs)
    yield "## Who knows whom"
    yield ""
    yield (
        f"An ego is everybody with {LEAST_MESSAGES} messages or more (of the list, the {MOST_EGOS} most "
        "active). Judged are all pairs of people with whom the ego wrote both ways, also those never seen "
        "in one act; these the engine does not name, and they count as 0. Truth: two mails or more "
        "between the two that the ego did not see, one-to-one on `enron156`, addressed in To on the list, "
        "where hardly any are one-to-one. On `enron156` this population has the base rate of the "
        "reference, .334. The ego's own acts are all that is looked at."
    )
    yield ""
    for dev in devs:
        yield from _table(dev, pairs, left_out[dev.name])
    yield (
        "What carries most: the closest circle in which two were seen, what they wrote to each other "
        "before the ego's eyes, and how much of the busier one's company the other was. Weak spots: two "
        "sets, both mail; a pair never seen in one act is not judged at all; on the list most pairs write "
        "under everybody's eyes, so that what the ego did not see is a small and odd part of their "
        "contact; the level of the probabilities rests on what counts as direct and differs from set to "
        "set, their order much less."
    )
    yield ""


def _leave_egos_out(pairs: dict[str, pd.DataFrame]) -> dict[str, np.ndarray]:
    """Return every pair's probability by coefficients fitted without its ego."""
    fold = {
        name: table.ego.map({ego: place % FOLDS for place, ego in enumerate(sorted(table.ego.unique()))})
        for name, table in pairs.items()
    }
    left_out = {name: np.zeros(len(table)) for name, table in pairs.items()}
    for number in range(FOLDS):
        weights = fitted([to_learn_from(table[fold[name] != number]) for name, table in pairs.items()])
        for name, table in pairs.items():
            mine = (fold[name] == number).to_numpy()
            left_out[name][mine] = probability(weights, table[mine])
    return left_out


def _table(dev: KnowsSet, pairs: dict[str, pd.DataFrame], left_out: np.ndarray) -> Iterator[str]:
    table = pairs[dev.name]
    others = [to_learn_from(other) for name, other in pairs.items() if name != dev.name]
    between = table.is_between_correspondents.to_numpy()
    truth = table.truth.to_numpy()
    yield (
        f"### {dev.name}: {len(dev.samples)} egos, {between.sum():,} pairs, base "
        f"{truth[between].mean():.3f}, bar: {BARS[dev.name]}"
    )
    yield ""
    yield "| | AUC | AP | Brier | ECE |"
    yield "|---|---|---|---|---|"
    if dev.name in REFERENCE:
        yield "| reference (a prototype outside) | {:.3f} | {:.3f} | | |".format(*REFERENCE[dev.name])
    for name, column in (("shared acts", "shared_acts"), ("Adamic-Adar of shared acts", "adamic_adar")):
        score = table[column].fillna(0).to_numpy()[between]
        auc, precision = area_under_curve(truth[between], score), average_precision(truth[between], score)
        yield f"| {name} | {auc:.3f} | {precision:.3f} | | |"
    yield _row("**other egos of both sets**", truth[between], left_out[between])
    yield _row(
        "**fitted to the other set only**", truth[between], probability(fitted(others), table)[between]
    )
    named = between & table.is_given.to_numpy()
    yield _row(f"other egos, only the {named.sum():,} pairs named", truth[named], left_out[named])
    wide = (table.is_given & table.is_between_known).to_numpy()
    yield _row(f"other egos, {wide.sum():,} pairs named, contact one way enough", truth[wide], left_out[wide])
    yield ""


def _row(name: str, truth: np.ndarray, score: np.ndarray) -> str:
    judgement = judged(truth.astype(float), score)
    figures = " | ".join(f"{judgement[key]:.3f}" for key in ("auc", "average_precision", "brier", "ece"))
    return f"| {name} | {figures} |"


def main() -> None:
    """Print the section."""
    for line in section():
        print(line, flush=True)


if __name__ == "__main__":
    main()
