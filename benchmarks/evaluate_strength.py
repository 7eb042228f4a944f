"""Prints how well strength foretells two-way contact on the development sets, as Markdown.

Run `python -m benchmarks.evaluate_strength`. Fitted on the other sets means coefficients that never saw
the set judged; own past starts from those and learns from the set before the cut-off. Baselines know the
outcome.
"""

from collections.abc import Iterator
from typing import Any

from benchmarks.devsets import PROTOCOLS, DevSet, Protocol, sets
from benchmarks.fit_strength import pooled
from renmai import engine
from renmai.engine.model import StrengthModel


def judged(dev: DevSet, protocol: Protocol, prior: StrengthModel, refit: str) -> dict[str, Any]:
    """Return one backtest."""
    cutoff = min(dev.events["at_epoch_s"].to_pylist()) + protocol.cutoff_day * 86_400
    found: dict[str, Any] = engine.backtest(
        dev.events, cutoff_epoch_s=cutoff, horizon_days=protocol.horizon_days, refit=refit, prior=prior
    )
    return found


def lines(dev: DevSet, protocol: Protocol, prior: StrengthModel) -> Iterator[str]:
    """Yield the table of one set."""
    transferred = judged(dev, protocol, prior, "never")
    refit = judged(dev, protocol, prior, "auto")
    yield f"### {dev.name}: cut-off day {protocol.cutoff_day}, {protocol.horizon_days} days"
    yield ""
    yield f"{refit['pairs']} ordered pairs, {refit['pairs_in_touch']} in touch both ways afterwards."
    yield ""
    yield "| | AUC | AP | Brier | ECE |"
    yield "|---|---|---|---|---|"
    for rival in refit["baselines"]:
        name = rival["name"].replace("_", " ")
        yield f"| {name} | {rival['auc']:.3f} | {rival['average_precision']:.3f} | | |"
    for name, found in (("fitted on the other sets", transferred), (f"own past ({refit['model']})", refit)):
        figures = (found["strength"][key] for key in ("auc", "average_precision", "brier", "ece"))
        yield f"| **{name}** | {' | '.join(f'{figure:.3f}' for figure in figures)} |"
    yield ""


def main() -> None:
    """Print the tables."""
    devs = sets()
    for protocol in PROTOCOLS:
        prior = pooled(dev for name, dev in devs.items() if name != protocol.name)
        for line in lines(devs[protocol.name], protocol, prior):
            print(line, flush=True)


if __name__ == "__main__":
    main()
