"""How well strength would have foretold what came: asked as of a past moment, judged by what followed."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, roc_auc_score

from renmai.domain.refusals import Refused
from renmai.engine import backend
from renmai.engine.baselines import baselines
from renmai.engine.fit import Sample, logits
from renmai.engine.history import sample_of
from renmai.engine.model import StrengthModel
from renmai.engine.profile import profile_of
from renmai.engine.refit import chosen_model
from renmai.engine.tables import checked, sound

BINS = 10
Numbers = NDArray[np.float64]


class NothingToJudge(Refused):
    """A cut-off before which there are no pairs, or after which none or all of them are in touch."""


def backtest(
    events: object,
    *,
    cutoff_epoch_s: int,
    horizon_days: float = 90,
    egos: list[object] | None = None,
    refit: str = "auto",
    prior: StrengthModel | None = None,
) -> dict[str, Any]:
    """Return how strength as of the cut-off and the baselines compare with the horizon after it.

    Every ordered pair with evidence before the cut-off is judged; it is a hit where both sides reached out
    from the cut-off until the horizon's end. The model sees nothing from the cut-off on; the baselines'
    half-lives are chosen with hindsight, in their favour.
    """
    connection = backend.connect()
    try:
        table = checked(backend.events_table(connection, events))
        profile = profile_of(connection, table)
        known = sound(table)
        model = chosen_model(
            connection,
            known,
            profile,
            as_of_epoch_s=cutoff_epoch_s,
            horizon_days=horizon_days,
            egos=egos,
            refit=refit,
            prior=prior,
        )
        sample = sample_of(
            connection, known, profile, as_of_epoch_s=[cutoff_epoch_s], horizon_days=horizon_days, egos=egos
        )
        rivals = baselines(
            connection, known, profile, cutoff_epoch_s=cutoff_epoch_s, horizon_days=horizon_days, egos=egos
        )
    finally:
        connection.disconnect()
    if not 0 < sample.met.sum() < len(sample.met):
        raise NothingToJudge("nothing_to_judge", pairs=len(sample.met), in_touch=int(sample.met.sum()))
    return {
        "cutoff_epoch_s": cutoff_epoch_s,
        "horizon_days": horizon_days,
        "pairs": len(sample.met),
        "pairs_in_touch": int(sample.met.sum()),
        "model": model.basis,
        "last_event_epoch_s": profile.last_at_epoch_s,
        "strength": judged(sample.met, _probabilities(model, sample)),
        "baselines": rivals,
        "calibration": calibration(sample.met, _probabilities(model, sample)),
    }


def _probabilities(model: StrengthModel, sample: Sample) -> Numbers:
    return np.asarray(1.0 / (1.0 + np.exp(-logits(model, sample))))


def judged(met: Numbers, probability: Numbers) -> dict[str, float]:
    """Return AUC, average precision, Brier score and expected calibration error."""
    return {
        "auc": float(roc_auc_score(met, probability)),
        "average_precision": float(average_precision_score(met, probability)),
        "brier": float(np.mean((probability - met) ** 2)),
        "ece": sum(abs(b["foretold"] - b["came"]) * b["pairs"] for b in calibration(met, probability))
        / len(met),
    }


def calibration(met: Numbers, probability: Numbers) -> list[Mapping[str, Any]]:
    """Return ten bins of equal count, weakest first: the mean probability beside the share that came true."""
    order = np.argsort(probability, kind="stable")
    return [
        {"pairs": len(part), "foretold": float(probability[part].mean()), "came": float(met[part].mean())}
        for part in np.array_split(order, BINS)
        if len(part)
    ]
