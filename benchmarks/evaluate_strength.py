"""Judges how well strength predicts two-way contact on the development sets, as a section in Markdown.

Run `python -m benchmarks.evaluate_strength`. Shipped means coefficients fitted on the other sets, none of the
same people; own past starts from those and learns from the set before the cut-off, where there is enough.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.devsets import PROTOCOLS, DevSet, Protocol, first_of, opened
from benchmarks.eies import agreement
from benchmarks.fit_strength import Views, every_set, lessons, pooled, seen_by
from benchmarks.plain_logistic import plain_logistic
from benchmarks.short_lives import short_lives
from renmai.engine.backtesting import backtest, judged
from renmai.engine.model import StrengthModel
from renmai.engine.refit import chosen_model
from renmai.engine.tables import SECONDS_PER_DAY

LEAST_HITS = 20
JUDGED_DAYS = (30, 60, 90)
ECE_BAR, GAP_BAR = 0.05, 0.02
RATIO_BAR = (0.6, 1.6)
"""Between which the number foretold lies beside the number that came."""
REFERENCE = {
    "collegemsg": {"baseline": (0.867, 0.230), "shipped": (0.842, 0.163), "own": (0.882, 0.278)},
    "enron156": {"baseline": (0.845, 0.630), "shipped": (0.834, 0.617), "own": (0.849, 0.634)},
}
"""AUC and average precision of the prototype outside this project, as ENGINE.md §4 gives them."""
WAYS = ("plain", "shipped", "own")
FIGURES = ("auc", "average_precision", "brier", "ece")
INTRO = """\
Asked as of a past moment, judged by what followed: did both sides reach out within the horizon? All
ordered pairs with evidence before the cut-off are judged; nothing from the cut-off on is looked at.
*Shipped*: coefficients fitted on the other sets, none of the same people. *Own past*: `--refit auto`
starting from those. ECE in ten bins of equal count. The baselines know the outcome: each stands at its
best half-life with hindsight. *Reference*: the bar, a prototype outside this project."""
WIDE = """\
Means over the cells below. *Plain logistic* has what an engineer would fit first (log flows each way and
their geometric means at four half-lives, recency, days, one-to-one share, the ego's own flows), fitted on
the same past at 1, 1.25 and 1.5 horizons back; where that is too poor to fit, the shipped model stands
for it. Of the mailing list, each of the most regular posters is an owner, with their own mail only; what
is predicted of all their pairs is judged together. *Foretold*: the number expected in touch over the number that were."""
STATED = """\
32 researchers said how well they knew each other, 0 to 4. Their messages are known by number only and are
spread evenly over the study."""
WEAK = """\
Since November 2026 a young book learns its level from lessons of a third of its past, a horizon's length later on. Own past
is thereby worse in level where a record of half a year falls off (calls at ninety days), and ECE exceeds .05 in more cells
than the 7 of before; whole sets did better with lessons of thirty days. Contact is narrower than it was, so outcomes differ too.
Cut-offs within the first months of a record are judged worst: a pair's past is cut off
there, and what is left of it looks alike for everybody. The share of pairs in touch differs between sets
by a factor of ten and drifts within each; shipped coefficients cannot know it, so they are wrong in level
(not in order) until there are enough outcomes to learn from: too low for offices, too high for students.
A single owner with fewer than fifty pairs in touch within a horizon learns the level alone. Sets hold one kind of act
each, so nothing here tests the weights of kinds against each other, and none lasts long enough to test
silences of years. Of the phones, only one side of most pairs was observed. The people of the mailing list
meet on other lists too, which their mail here does not show."""
Numbers = NDArray[np.float64]
Told = tuple[Numbers, Numbers]


class Cell(NamedTuple):
    """One set at one cut-off for one horizon: by way, its figures; which model each view's own past chose."""

    name: str
    horizon_days: int
    cutoff: int
    pairs: int
    hits: int
    figures: Mapping[str, Mapping[str, float]]
    chosen: Sequence[str]


def section() -> Iterator[str]:
    """Yield the section."""
    every = every_set()
    families = {name: views[0].family for name, views in every.items()}
    taught = {name: lessons(views) for name, views in every.items()}
    priors = {
        family: pooled(s for name, of in taught.items() if families[name] != family for s in of)
        for family in set(families.values())
    }
    yield "## Strength (T3)"
    yield ""
    yield from INTRO.splitlines()
    yield ""
    for protocol in PROTOCOLS:
        yield from _bars(every[protocol.name], protocol, priors[families[protocol.name]])
    cells = [cell for name, views in every.items() for cell in _cells(views, priors[families[name]])]
    yield from _wide(cells, list(every))
    yield from _each(cells)
    yield from _missed(cells)
    yield from short_lives(priors)
    yield from _stated()
    yield "### Where it is weak"
    yield ""
    yield from WEAK.splitlines()


def _bars(views: Views, protocol: Protocol, prior: StrengthModel) -> Iterator[str]:
    """Yield the table of a bar."""
    (dev,) = views
    cutoff = first_of(dev) + protocol.cutoff_day * SECONDS_PER_DAY
    judgement: dict[str, dict[str, Any]] = {
        way: backtest(
            dev.events, cutoff_epoch_s=cutoff, horizon_days=protocol.horizon_days, refit=refit, prior=prior
        )
        for way, refit in (("shipped", "never"), ("own", "auto"))
    }
    reference, own = REFERENCE[protocol.name], judgement["own"]
    yield f"### {dev.name}: cut-off day {protocol.cutoff_day}, {protocol.horizon_days} days"
    yield ""
    yield f"{own['pairs']} ordered pairs, {own['pairs_in_touch']} in touch both ways afterwards."
    yield ""
    yield "| | AUC | AP | Brier | ECE | reference AUC / AP |"
    yield "|---|---|---|---|---|---|"
    best = max(own["baselines"], key=lambda rival: rival["auc"])
    for rival in own["baselines"]:
        beside = "{:.3f} / {:.3f}".format(*reference["baseline"]) if rival is best else ""
        name = rival["name"].replace("_", " ")
        yield f"| {name} | {rival['auc']:.3f} | {rival['average_precision']:.3f} | | | {beside} |"
    for way, model in (("shipped", "shipped"), ("own", f"own past ({own['model']})")):
        figures = " | ".join(f"{judgement[way]['strength'][name]:.3f}" for name in FIGURES)
        yield "| **{}** | {} | {:.3f} / {:.3f} |".format(model, figures, *reference[way])
    gap = own["strength"]["auc"] - judgement["shipped"]["strength"]["auc"]
    yield ""
    yield f"AUC of own past less that of shipped: {gap:.3f} (bar: .02 at most); own past's ECE:"
    yield f"{own['strength']['ece']:.3f} (bar: .05 at most)."
    yield ""


def _cells(views: Views, prior: StrengthModel) -> Iterator[Cell]:
    """Yield a set at every cut-off and horizon that leave enough to judge."""
    last = max(int(dev.events["at_epoch_s"].to_numpy().max()) for dev in views)
    for days in JUDGED_DAYS:
        cutoffs = [cutoff for cutoff in views[0].cutoffs if cutoff + days * SECONDS_PER_DAY <= last]
        seen = [seen_by(dev, cutoffs, days) for dev in views]
        for cutoff in cutoffs:
            outcomes: dict[str, list[Told]] = {way: [] for way in WAYS}
            chosen = []
            for dev, sample in zip(views, seen, strict=True):
                now = sample.only(sample.moment == cutoff)
                own = _own_model(dev, cutoff, days, prior)
                chosen.append(own.basis)
                outcomes["shipped"].append((now.observed, prior.logistic.probability(now.columns)))
                outcomes["own"].append((now.observed, own.logistic.probability(now.columns)))
                outcomes["plain"].append(plain_logistic(dev, cutoff, days) or outcomes["shipped"][-1])
            hits = int(sum(met.sum() for met, _ in outcomes["own"]))
            if hits >= LEAST_HITS:
                pairs = sum(len(met) for met, _ in outcomes["own"])
                figures = {
                    way: _judged(*map(np.concatenate, zip(*outcomes[way], strict=True))) for way in WAYS
                }
                yield Cell(views[0].name, days, cutoff, pairs, hits, figures, chosen)


def _judged(met: Numbers, probability: Numbers) -> dict[str, float]:
    return {**judged(met, probability), "ratio": float(probability.sum() / met.sum())}


def _own_model(dev: DevSet, cutoff: int, days: int, prior: StrengthModel) -> StrengthModel:
    with opened(dev) as here:
        return chosen_model(
            *here, as_of_epoch_s=cutoff, horizon_days=days, egos=dev.egos, refit="auto", prior=prior
        )


def _wide(cells: Sequence[Cell], names: Sequence[str]) -> Iterator[str]:
    """Yield the means over cut-offs and horizons."""
    yield "### Every set at several cut-offs, 30, 60 and 90 days"
    yield ""
    yield from WIDE.splitlines()
    yield ""
    heads = [f"{way} {figure}" for way in WAYS for figure in ("AUC", "AP", "ECE")]
    yield f"| set | cells | {' | '.join(heads)} |"
    yield "|---" * (len(heads) + 2) + "|"
    for name in [*names, "mean"]:
        some = [cell for cell in cells if name in (cell.name, "mean")]
        means = [
            np.mean([cell.figures[way][figure] for cell in some])
            for way in WAYS
            for figure in ("auc", "average_precision", "ece")
        ]
        yield f"| {name} | {len(some)} | {' | '.join(f'{mean:.3f}' for mean in means)} |"
    yield ""


def _each(cells: Sequence[Cell]) -> Iterator[str]:
    """Yield every cell."""
    heads = [f"{way} AUC / ECE / foretold" for way in WAYS]
    yield f"| set | days | cut-off | pairs | hits | {' | '.join(heads)} | own is |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for cell in cells:
        day = np.datetime64(cell.cutoff, "s").astype("datetime64[D]")
        cells_of_way = ["{auc:.3f} / {ece:.3f} / {ratio:.2f}".format_map(cell.figures[way]) for way in WAYS]
        bases = sorted(set(cell.chosen), key=lambda basis: -cell.chosen.count(basis))
        is_whole = len(cell.chosen) == 1
        own = bases[0] if is_whole else ", ".join(f"{cell.chosen.count(basis)} {basis}" for basis in bases)
        first = f"| {cell.name} | {cell.horizon_days} | {day} | {cell.pairs} | {cell.hits} |"
        yield f"{first} {' | '.join(cells_of_way)} | {own} |"
    yield ""


def _missed(cells: Sequence[Cell]) -> Iterator[str]:
    """Yield how often a bar is missed."""

    def share(count: int) -> str:
        return f"{count} of {len(cells)} cells"

    gaps = [cell.figures["own"]["auc"] - cell.figures["shipped"]["auc"] for cell in cells]
    off = sum(cell.figures["own"]["ece"] > ECE_BAR for cell in cells)
    levels = {
        way: sum(not RATIO_BAR[0] <= cell.figures[way]["ratio"] <= RATIO_BAR[1] for cell in cells)
        for way in ("shipped", "own")
    }
    beaten = sum(cell.figures["plain"]["auc"] > cell.figures["own"]["auc"] for cell in cells)
    yield f"Own past's ECE exceeds .05 in {share(off)};"
    yield f"foretold beside observed is outside .6 to 1.6 in {share(levels['own'])} (shipped: {levels['shipped']});"
    yield f"shipped is more than .02 AUC below own past in {share(sum(gap > GAP_BAR for gap in gaps))};"
    yield f"plain logistic has the greater AUC in {share(beaten)}."
    yield ""


def _stated() -> Iterator[str]:
    """Yield the rank correlation with stated acquaintance."""
    correlation = agreement()
    yield "### Stated acquaintance (EIES)"
    yield ""
    yield from STATED.splitlines()
    yield f"Over {correlation.pairs} ordered pairs with messages, Spearman's rank correlation of what was stated"
    yield f"at the end with strength is **{correlation.strength:.3f}**, with the number of messages"
    yield f"{correlation.count:.3f}."
    yield ""


def main() -> None:
    """Print the section."""
    for line in section():
        print(line, flush=True)


if __name__ == "__main__":
    main()
