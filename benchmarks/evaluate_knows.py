"""Prints how well the engine tells who knows whom from one ego's mail, as Markdown.

Run `python -m benchmarks.evaluate_knows`. No ego is judged by coefficients that its own truth helped to fit:
each set by coefficients fitted to the others, and egos of the open sets by those of other egos too.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from benchmarks.fit_knows import fitted, probability, to_learn_from
from benchmarks.knows_egos import LEAST_MESSAGES, MOST_EGOS, MOST_EGOS_OF_HOUSE, KnowsSet, sets
from renmai.engine.backtesting import judged
from renmai.engine.rank_scores import area_under_curve, average_precision

FOLDS = 6
BARS = {"enron156": ", bar: AUC ≥ .80, AP ≥ .68"}
REFERENCE = {"enron156": (0.782, 0.658)}
RIVALS = {
    "shared acts": "shared_acts",
    "common neighbours": "common_neighbours",
    "Adamic-Adar of shared acts": "adamic_adar",
    "last together": "last_together",
}
INTRO = f"""\
An ego is everybody with {LEAST_MESSAGES} messages or more (of the list, the {MOST_EGOS} most active; of a made-up house,
{MOST_EGOS_OF_HOUSE}). Judged are all pairs of people with whom the ego wrote both ways, also those never seen in one act;
these the engine does not name, and they count as 0. Truth: two mails or more between the two that the ego
did not see, one-to-one on `enron156` and in the houses, addressed in To on the list, where hardly any are
one-to-one. On `enron156` this population has the base rate of the reference, .334. The ego's own acts are
all that is looked at. Open sets with all recipients of every act are two; beside them stand five houses made
up by `benchmarks/houses.py`, small and large, closed and open, in which ties are decided before anybody
writes. *Set left out*: fitted to all sets but this one; of the houses the level only is learnt. *Foretold*:
the number expected over the number that were. *First asked*: for everybody whom somebody else of the ego's people
knows, whether the likeliest of them does, which is what a path of introductions asks."""
WEAK = """\
What carries most: the closest circle in which two were seen, what they wrote to each other before the ego's
eyes, and how much of the busier one's company the other was. Weak spots: two open sets, both mail; a pair
never seen in one act is not judged at all; on the list most pairs write under everybody's eyes, so that what
the ego did not see is a small and odd part of their contact. The order carries over to sets that were left
out. The level does so in part: it follows how many people and acts the ego sees, and still says too few on
`enron156` and about twice too many in small houses. The houses are our own invention: they show that a level
carries over to houses of other sizes, not that real ones are so."""


def section() -> Iterator[str]:
    """Yield the lines of the section."""
    devs = list(sets())
    pairs = {dev.name: dev.pooled() for dev in devs}
    left_out = _leave_egos_out(devs, pairs)
    yield "## Who knows whom"
    yield ""
    yield from INTRO.splitlines()
    yield ""
    for dev in devs:
        yield from _table(dev, devs, pairs, left_out.get(dev.name))
    yield from WEAK.splitlines()
    yield ""


def _leave_egos_out(devs: list[KnowsSet], pairs: dict[str, pd.DataFrame]) -> dict[str, np.ndarray]:
    """Return every pair's probability by coefficients fitted without its ego, for the open sets."""
    tables = {dev.name: pairs[dev.name] for dev in devs if not dev.is_made_up}
    made_up = [to_learn_from(pairs[dev.name]) for dev in devs if dev.is_made_up]
    fold = {
        name: table.ego.map({ego: place % FOLDS for place, ego in enumerate(sorted(table.ego.unique()))})
        for name, table in tables.items()
    }
    left_out = {name: np.zeros(len(table)) for name, table in tables.items()}
    for number in range(FOLDS):
        taught = [to_learn_from(table[fold[name] != number]) for name, table in tables.items()]
        weights = fitted(taught, made_up)
        for name, table in tables.items():
            mine = (fold[name] == number).to_numpy()
            left_out[name][mine] = probability(weights, table[mine])
    return left_out


def _set_left_out(dev: KnowsSet, devs: list[KnowsSet], pairs: dict[str, pd.DataFrame]) -> np.ndarray:
    """Return the set's probabilities by coefficients fitted to all others."""
    others = [other for other in devs if other.name != dev.name]
    weights = fitted(
        [to_learn_from(pairs[other.name]) for other in others if not other.is_made_up],
        [to_learn_from(pairs[other.name]) for other in others if other.is_made_up],
    )
    return probability(weights, pairs[dev.name])


def _table(
    dev: KnowsSet, devs: list[KnowsSet], pairs: dict[str, pd.DataFrame], by_egos: np.ndarray | None
) -> Iterator[str]:
    table = pairs[dev.name]
    between = table[table.is_between_correspondents]
    yield (
        f"### {dev.name}{', made up' if dev.is_made_up else ''}: {len(dev.samples)} egos, {len(between):,} pairs, "
        f"base {between.truth.mean():.3f}{BARS.get(dev.name, '')}"
    )
    yield ""
    yield "| | AUC | AP | first asked | Brier | ECE | foretold |"
    yield "|---|---|---|---|---|---|---|"
    if dev.name in REFERENCE:
        yield "| reference (a prototype outside) | {:.3f} | {:.3f} | | | | |".format(*REFERENCE[dev.name])
    for name, column in RIVALS.items():
        score = between[column].fillna(0).to_numpy(float)
        yield f"| {name} | {_order(between, score)} | | | |"
    kept = table.is_between_correspondents.to_numpy()
    by_sets = _set_left_out(dev, devs, pairs)
    yield _row("**set left out**", between, by_sets[kept])
    if by_egos is not None:
        yield _row("**ego left out**", between, by_egos[kept])
        named = kept & table.is_given.to_numpy()
        yield _row(f"ego left out, only the {named.sum():,} pairs named", table[named], by_egos[named])
        wide = (table.is_given & table.is_between_known).to_numpy()
        told = f"ego left out, {wide.sum():,} pairs named, contact one way enough"
        yield _row(told, table[wide], by_egos[wide])
    yield ""


def _order(pairs: pd.DataFrame, score: np.ndarray) -> str:
    """Return the figures of an order: AUC, average precision, and how often the one asked first is right."""
    truth = pairs.truth.to_numpy(float)
    figures = (area_under_curve(truth, score), average_precision(truth, score), _first_asked(pairs, score))
    return " | ".join(f"{figure:.3f}" for figure in figures)


def _first_asked(pairs: pd.DataFrame, score: np.ndarray) -> float:
    """Return how often the likeliest acquaintance of somebody is one, of all who have one to be asked."""
    one = pairs[["ego", "a", "truth"]].set_axis(["ego", "target", "truth"], axis=1).assign(score=score)
    asked = pd.concat([one, one.assign(target=pairs.b)], ignore_index=True)
    of_target = asked.groupby(["ego", "target"])
    likeliest = asked.loc[of_target.score.idxmax()]
    return float(likeliest.truth.to_numpy()[of_target.truth.any().to_numpy()].mean())


def _row(name: str, pairs: pd.DataFrame, score: np.ndarray) -> str:
    truth = pairs.truth.to_numpy(float)
    judgement = judged(truth, score)
    rest = f"{judgement['brier']:.3f} | {judgement['ece']:.3f} | {score.sum() / truth.sum():.2f}"
    return f"| {name} | {_order(pairs, score)} | {rest} |"


def main() -> None:
    """Print the section."""
    for line in section():
        print(line, flush=True)


if __name__ == "__main__":
    main()
